"""Findings somebody with authority has accepted until a day, in a file outside the contract.

`read` a file (or `git` one of the base branch), `apply` it to a report; `append` writes an entry for `presign waive`.
"""
