"""`python -m benchmarks`: the suite. Figures are ratios of two things measured in one run.

python -m benchmarks [--quick] [--only SECTION]… [--json FILE] [--write-docs [FILE]]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from .suite.page import page
from .suite.running import environment, joined, run
from .suite.sections import SECTIONS

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "performance.md"
FLOOR = Path(__file__).parent / "floor.md"
_OF_THIS_RUN = Path()


def main(arguments: list[str] | None = None) -> None:
    """Run, write down, or write the page. Exit 1 when a section failed."""
    chosen = _arguments(arguments)
    if chosen.write_docs not in (None, _OF_THIS_RUN):
        _write_page(json.loads(chosen.write_docs.read_text(encoding="utf-8")), chosen.page)
        return
    result: dict[str, Any] = {"environment": environment(chosen.quick), "sections": []}
    if chosen.only and chosen.json and chosen.json.exists():
        result = json.loads(chosen.json.read_text(encoding="utf-8"))
    failed = []
    for name, section in run(chosen.only, chosen.quick):
        if section is None:
            failed.append(name)
            continue
        result = joined(result, {"environment": environment(chosen.quick), "sections": [section]})
        if chosen.json:
            # After each section: whoever stops the run keeps what is measured.
            chosen.json.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if chosen.write_docs is not None:
        _write_page(result, chosen.page)
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    names = [section.module for section in SECTIONS]
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Run the benchmarks.")
    parser.add_argument("--quick", action="store_true", help="small inputs, one round: a smoke test")
    parser.add_argument("--only", action="append", default=[], choices=names, help="a section; may be repeated")
    parser.add_argument("--json", type=Path, help="write the result; with --only, into what the file has")
    parser.add_argument(
        "--write-docs",
        dest="write_docs",
        type=Path,
        nargs="?",
        const=_OF_THIS_RUN,
        metavar="RESULT",
        help="write the page: of this run and what --json has besides; or of a result that is there, and run nothing",
    )
    parser.add_argument("--page", type=Path, default=PAGE, help="where it is written (default: docs/performance.md)")
    return parser.parse_args(arguments)


def _write_page(result: dict[str, Any], target: Path) -> None:
    target.write_text(page(result, FLOOR.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
