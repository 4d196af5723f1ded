"""How well facts are read from real contracts, against labels made by hand.

    python -m benchmarks.corpus DIR [--language zh|en] [--fact NAME] [--show] [--third 0|1|2]

DIR holds `zh/` and `en/`, each with `files/` and `labels/*.yaml`; `labels.py` says what a label looks like.
"""
