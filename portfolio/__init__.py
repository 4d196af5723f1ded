"""Many contracts at once: a job that streams its rows, goes on where it was stopped, and is judged again later.

`stream` runs a job on any `concurrent.futures.Executor` (`pool`, `cluster`) into `sinks`; `columns` judges a data set.
"""
