"""Writes the made files of the conformance corpus: `python tests/conformance/making/make.py [--check]`.

With `--check` nothing is written; the names of files that differ are printed and the exit code is 1.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent
MAKERS = tuple(
    sorted(each.stem for each in Path(__file__).parent.glob("*.py") if each.stem not in ("make", "notation"))
)


def main() -> int:
    differing = []
    for name in MAKERS:
        text = import_module(name).text()
        path = FOLDER / f"{name.replace('_', '-')}.yaml"
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        differing.append(path.name)
        if "--check" not in sys.argv[1:]:
            path.write_text(text, encoding="utf-8")
    print("\n".join(differing) or "nothing to do")
    return 1 if differing and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
