"""`python -m benchmarks`: every benchmark in turn. Figures are ratios of two things measured in one run."""

from __future__ import annotations

from . import evaluation, whole_check


def main() -> None:
    """Run the benchmarks that need no data from outside."""
    whole_check.main()
    evaluation.main()


if __name__ == "__main__":
    main()
