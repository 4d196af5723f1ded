"""Mutations of the samples, by the thousand: `make fuzz` (COUNT=20000 SEED=1).

Every mutated file is read in the child process under limits. A crash of a reader, a hang, or an answer of the wrong kind
ends the run with the file kept for a look.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from presign.parsers.document import Document, Limits, Unreadable
from presign.parsers.read import read_document

ROOT = Path(__file__).parents[2]
LIMITS = Limits(seconds=10, memory_bytes=1_000_000_000)
BROKEN = {"doc.read_crashed", "doc.read_failed"}
WORDS = (
    b"<w:p>",
    b"</w:p>",
    b"<w:tbl>",
    b"</w:tc>",
    b"obj",
    b"endstream",
    b"/Kids",
    b"<<",
    b">>",
    b"\0",
    b"\xff\xff",
    b"-1",
    b"99999999999",
)


def _flip(data: bytearray, random: Random) -> None:
    for _ in range(random.choice((1, 1, 2, 8, 64))):
        data[random.randrange(len(data))] = random.randrange(256)


def _cut(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data))
    del data[start : start + random.choice((1, 10, 1000, len(data)))]


def _repeat(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data))
    piece = bytes(data[start : start + random.choice((1, 20, 500))])
    data[start:start] = piece * random.choice((1, 10, 200))


def _swap(data: bytearray, random: Random) -> None:
    start, other = random.randrange(len(data)), random.randrange(len(data))
    length = random.choice((4, 40, 400))
    data[start : start + length], data[other : other + length] = (
        data[other : other + length],
        data[start : start + length],
    )


def _insert(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data))
    data[start:start] = random.choice(WORDS) * random.choice((1, 1, 5))


MUTATIONS: tuple[Callable[[bytearray, Random], None], ...] = (_flip, _cut, _repeat, _swap, _insert)


def mutated(data: bytes, random: Random) -> bytes:
    """The bytes with one to three mutations; of a package or a stream, mostly inside what is packed."""
    if data.startswith(b"PK") and random.random() < 0.8:
        return _inside_package(data, random)
    if data.startswith(b"%PDF") and random.random() < 0.5:
        return _inside_streams(data, random)
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 3))):
        if changed:
            random.choice(MUTATIONS)(changed, random)
    return bytes(changed)


def _inside_package(data: bytes, random: Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        names = source.namelist()
        chosen = "word/document.xml" if random.random() < 0.6 and "word/document.xml" in names else random.choice(names)
        for name in names:
            content = source.read(name)
            if name == chosen and content:
                changed = bytearray(content)
                random.choice(MUTATIONS)(changed, random)
                content = bytes(changed)
            target.writestr(name, content)
    return out.getvalue()


def _inside_streams(data: bytes, random: Random) -> bytes:
    """A PDF with one of its packed streams changed; its table of places no longer fits, which readers must bear."""
    start = data.find(b"stream", random.randrange(len(data)))
    start = data.find(b"\n", start) + 1 if start >= 0 else 0
    end = data.find(b"endstream", start)
    if not start or end < 0:
        return data
    try:
        inner = bytearray(zlib.decompress(data[start:end].rstrip(b"\r\n")))
    except zlib.error:
        return data
    if not inner:
        return data
    random.choice(MUTATIONS)(inner, random)
    return data[:start] + zlib.compress(bytes(inner)) + b"\n" + data[end:]


def run(count: int, seed: int, keep: Path) -> int:
    """Read `count` mutated files; the number of those that broke a reader."""
    random = Random(seed)
    samples = [
        path for path in sorted((ROOT / "samples").glob("*.*")) if path.suffix in (".docx", ".pdf", ".txt", ".md")
    ]
    answers: Counter[str] = Counter()
    broken = 0
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for at in range(count):
            sample = random.choice(samples)
            path = Path(folder) / f"mutated{sample.suffix}"
            path.write_bytes(mutated(sample.read_bytes(), random))
            begun = time.monotonic()
            answer = read_document(path, LIMITS)
            late = time.monotonic() - begun > 3 * LIMITS.seconds
            key = answer.key if isinstance(answer, Unreadable) else "read"
            answers[key] += 1
            if key in BROKEN or late or not isinstance(answer, Document | Unreadable):
                broken += 1
                keep.mkdir(exist_ok=True)
                (keep / f"{seed}-{at}-{sample.name}").write_bytes(path.read_bytes())
            if (at + 1) % 1000 == 0:
                print(f"{at + 1} files, {broken} broken, {time.monotonic() - started:.0f} s", file=sys.stderr)
    print(f"{count} mutated files, seed {seed}: {broken} broke a reader")
    for key, number in answers.most_common():
        print(f"  {number:6}  {key}")
    return broken


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", type=Path, default=Path("fuzz-findings"))
    chosen = options.parse_args()
    sys.exit(1 if run(chosen.count, chosen.seed, chosen.keep) else 0)


if __name__ == "__main__":
    main()
