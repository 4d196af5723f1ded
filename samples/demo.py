"""The main job on the samples: `make demo`. Each command is printed before its output."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
RUNS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (1, ("check", "zh-dangerous-construction-supply.docx", "--case", "cases/zh-dangerous-construction-supply.yaml")),
    (
        1,
        ("check", "en-dangerous-master-supply.docx", "--case", "cases/en-dangerous-master-supply.yaml", "--lang", "en"),
    ),
    (0, ("check", "zh-sound-equipment-sale.docx", "--case", "cases/zh-sound-equipment-sale.yaml")),
    (0, ("check", "en-sound-supply.pdf", "--case", "cases/en-sound-supply.yaml", "--lang", "en")),
    (0, ("facts", "zh-framework-annual.docx", "--lang", "zh")),
)


def main() -> int:
    """Run every command; the answer is 0 when each ended with the exit code it should."""
    surprises = []
    for expected, arguments in RUNS:
        extra = ["--as-of", "2026-03-02"] if arguments[0] == "check" else []
        extra += [] if "--lang" in arguments else ["--lang", "zh"]
        line = ["presign", *arguments, *extra]
        print(f"\n$ {' '.join(line)}\n", flush=True)
        done = subprocess.run([sys.executable, "-m", *line], cwd=HERE, check=False)
        if done.returncode != expected:
            surprises.append(f"{' '.join(line)}: exit code {done.returncode}, expected {expected}")
    print("\n".join(surprises) if surprises else "\nevery command ended as it should")
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main())
