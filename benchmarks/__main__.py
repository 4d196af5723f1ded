"""`python -m benchmarks`: every benchmark in turn. Figures are ratios of two things measured in one run."""

from __future__ import annotations

import platform
from importlib.metadata import version

from . import evaluation, ledger, load, pdf_reading, peers, reading, whole_check


def main() -> None:
    """Run the benchmarks that need no data from outside."""
    print(f"Python {platform.python_version()}, lark {version('lark')}")
    for benchmark in (evaluation, load, peers, whole_check, ledger, reading, pdf_reading):
        benchmark.main()


if __name__ == "__main__":
    main()
