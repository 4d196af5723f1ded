"""A policy judged on a data set by columns: one pass over all contracts for each condition, in polars.

`raw` cuts the facts out of the parts, `typed` brings them to what conditions compare, `native` says a condition as an
expression, `asked` looks up what can't be said as one, `judge` joins truths to verdicts. Verdicts are the evaluator's.
"""
