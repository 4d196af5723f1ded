"""`python -m benchmarks`: the suite. Figures are ratios of two things measured in one run.

python -m benchmarks [--quick] [--only SECTION]… [--json FILE] [--write-docs [FILE]]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from .suite.page import page
from .suite.running import joined, run
from .suite.sections import SECTIONS

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "performance.md"
FLOOR = Path(__file__).parent / "floor.md"


def main(arguments: list[str] | None = None) -> None:
    """Run, write down, or write the page."""
    names = [section.module for section in SECTIONS]
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Run the benchmarks.")
    parser.add_argument("--quick", action="store_true", help="small inputs, one round: a smoke test")
    parser.add_argument("--only", action="append", default=[], choices=names, help="a section; may be repeated")
    parser.add_argument("--json", type=Path, help="write the result; with --only, into what the file has")
    parser.add_argument("--write-docs", type=Path, metavar="RESULT", help="write the page from a result, run nothing")
    parser.add_argument("--page", type=Path, default=PAGE, help="where it is written (default: docs/performance.md)")
    chosen = parser.parse_args(arguments)
    if chosen.write_docs:
        result = json.loads(chosen.write_docs.read_text(encoding="utf-8"))
        chosen.page.write_text(page(result, FLOOR.read_text(encoding="utf-8")), encoding="utf-8")
        return
    result = run(chosen.only, chosen.quick)
    if chosen.json:
        if chosen.only and chosen.json.exists():
            result = joined(json.loads(chosen.json.read_text(encoding="utf-8")), result)
        chosen.json.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
