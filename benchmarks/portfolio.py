"""A folder of contracts as a job: twice, for the cache; with many files and few, for memory; killed again and again.

    python -m benchmarks.portfolio --files 1000      # the second run beside the first
    python -m benchmarks.portfolio --memory 4000     # the most memory of the program with so many files and a quarter
    python -m benchmarks.portfolio --kills 50        # kill -9 in random places, `--resume`, every row once
    python -m benchmarks.portfolio --lost 50         # kill -9 of its workers, one at a time, while it runs

Whole commands with `--jobs`, in wall-clock time. Contracts are short ones in both languages, each with another number
and amount, as text: the hardest case for the cache, for there is little to be spared.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from .suite.figures import Figure, Measured, show

_RUN = """
import os, resource, sys
from presign.cli import main
if chunk := os.environ.get("CHUNK"):
    from presign.portfolio.dataset import DataSet
    DataSet.__init__.__defaults__ = (int(chunk),)
try:
    main(sys.argv[1:], standalone_mode=False)
except SystemExit as end:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
    raise
"""
TEXTS = (
    """SALES CONTRACT No. {at}
Seller: Northfield Pumps Ltd
Buyer: Harbour Foods GmbH
1. Goods. The Seller shall deliver two pumps, type {at}.
2. Price. The total price is EUR {amount}.
3. Payment. The Buyer shall pay within {days} days after receipt of the goods and the invoice, by bank transfer.
4. Retention of title. The goods remain the property of the Seller until the price is paid in full.
5. Late payment. Interest of 0.05% per day is due on arrears.
6. This contract is governed by the laws of Germany. Disputes go to the courts at the Seller's seat.
Signed on 2 March 2026
""",
    """买卖合同（编号{at}）
卖方：北原泵业有限公司
买方：港湾食品有限公司
第一条 标的：水泵两台，型号{at}。
第二条 价款：合同总价人民币{amount}元。
第三条 付款：买方应于收货并收到发票后{days}日内以电汇方式付清全部货款。
第四条 所有权保留：货款付清前，货物所有权归卖方所有。
第五条 违约责任：逾期付款的，每日按未付款项的万分之五支付违约金。
第六条 争议解决：由卖方所在地人民法院管辖。
签订日期：2026年3月2日
""",
)


def make_folder(folder: Path, count: int) -> None:
    """So many different contracts, a hundred to a folder."""
    chance = random.Random(count)
    for at in range(count):
        place = folder / f"{at // 100:04}"
        place.mkdir(parents=True, exist_ok=True)
        text = TEXTS[at % 2].format(
            at=at, amount=f"{chance.randint(10, 999)},000", days=chance.choice((15, 30, 60, 90))
        )
        (place / f"{at:06}.txt").write_text(text, encoding="utf-8")


class Runs:
    """The command, in processes with a cache of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "PRESIGN_NO_CACHE": "0"}

    def start(self, *arguments: str, of: str = "in") -> subprocess.Popen[bytes]:
        """Start a check of a folder."""
        command = [sys.executable, "-c", _RUN, "check", "--no-config", str(self.folder / of), *arguments]
        return subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def run(self, *arguments: str, of: str = "in") -> tuple[float, int]:
        """Seconds, and the most memory of the program itself, in kilobytes."""
        began = time.perf_counter()
        with self.start(*arguments, of=of) as process:
            _, errors = process.communicate()
        assert process.returncode in (0, 1), errors.decode()
        return time.perf_counter() - began, int(errors.split()[-1])


def cache(count: int, rounds: int) -> Iterator[Measured]:
    """The second run of unchanged files beside the first."""
    lines, data, size = [], [], ""
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as name:
            runs = Runs(Path(name))
            make_folder(runs.folder / "in", count)
            # The policies and the readers' expressions are compiled before, by two files that aren't among them.
            make_folder(runs.folder / "first", 2)
            runs.run("--output", f"jsonl:{runs.folder / '0.jsonl'}", of="first")
            first, _ = runs.run("--output", f"jsonl:{runs.folder / '1.jsonl'}")
            lines.append(runs.run("--output", f"jsonl:{runs.folder / '2.jsonl'}")[0] / first)
            data.append(runs.run("--output", f"parquet:{runs.folder / 'data'}")[0] / first)
            size = ", ".join(
                f"{_bytes(runs.folder / place) / count / 1000:.1f} KB as {form}"
                for place, form in (("1.jsonl", "JSON Lines"), ("data", "a data set"))
            )
    second = f"{count:,} unchanged files again"
    yield Figure("portfolio.again", f"{second}, JSON Lines", "the first run", tuple(lines), "≤ 0.1")
    yield Figure("portfolio.again-data", f"{second}, a data set", "the first run", tuple(data), "≤ 0.1")
    yield f"a row takes {size}"


def _bytes(place: Path) -> int:
    return place.stat().st_size if place.is_file() else sum(each.stat().st_size for each in place.rglob("*.parquet"))


def memory(count: int, rounds: int) -> Figure:
    """The most memory with many files beside that with a quarter of them."""
    ratios = []
    for _ in range(rounds):
        most = []
        for files in (count // 4, count):
            with tempfile.TemporaryDirectory() as name:
                runs = Runs(Path(name))
                make_folder(runs.folder / "in", files)
                places = (f"jsonl:{runs.folder / '1.jsonl'}", f"parquet:{runs.folder / 'data'}")
                outputs = [argument for place in places for argument in ("--output", place)]
                most.append(runs.run(*outputs, "--no-cache")[1])
        ratios.append(most[1] / most[0])
    note = "JSON Lines and a data set"
    return Figure(
        "portfolio.memory", f"most memory, {count:,} files", f"{count // 4:,} files", tuple(ratios), "flat", note
    )


def kills(count: int, files: int) -> str:
    """Kill the whole command again and again, go on each time, and look at every row."""
    chance = random.Random(count)
    with tempfile.TemporaryDirectory() as name:
        runs = Runs(Path(name))
        make_folder(runs.folder / "in", files)
        lines, data = runs.folder / "rows.jsonl", runs.folder / "data"
        outputs = ("--output", f"jsonl:{lines}", "--output", f"parquet:{data}", "--jobs", "2", "--no-cache")
        runs.environment["CHUNK"] = "8"  # so that many a kill meets a part being written
        killed, rows = 0, []
        while killed < count:
            written = _rows(lines)
            with runs.start(*outputs, "--resume") as process:
                # One in five while it starts, the others while rows are written.
                end = time.monotonic() + (chance.uniform(0.1, 2.0) if chance.random() < 0.2 else 60)
                while process.poll() is None and time.monotonic() < end and _rows(lines) == written:
                    time.sleep(0.01)
                time.sleep(chance.uniform(0.0, 1.5))
                if process.poll() is None:
                    process.kill()
                    killed += 1
                else:
                    # All done before so many kills: begin anew.
                    assert process.returncode in (0, 1), process.stderr.read() if process.stderr else ""
                    _check(lines, data, files)
                    lines.unlink()
                    shutil.rmtree(data)
            rows.append(_rows(lines))
        with runs.start(*outputs, "--resume") as process:
            process.wait()
        _check(lines, data, files)
    return f"killed {killed} times, between {min(rows)} and {max(rows)} of {files} rows: every row is there, and once"


def lost(count: int, files: int) -> str:
    """Kill workers of a running job, one at a time, until so many are gone; every file has one row. Linux only."""
    chance = random.Random(count)
    killed, given_up, jobs = 0, 0, 0
    while killed < count:
        jobs += 1
        with tempfile.TemporaryDirectory() as name:
            runs = Runs(Path(name))
            make_folder(runs.folder / "in", files)
            lines, data = runs.folder / "rows.jsonl", runs.folder / "data"
            outputs = ("--output", f"jsonl:{lines}", "--output", f"parquet:{data}", "--jobs", "2", "--no-cache")
            with runs.start(*outputs) as process:
                while process.poll() is None:
                    # Those that are lost are tried again alone: most of the time there is left to the rest.
                    time.sleep(chance.uniform(0.3, 4.0))
                    victims = _workers(process.pid)
                    if victims and killed < count:
                        with suppress(ProcessLookupError):
                            os.kill(chance.choice(victims), signal.SIGKILL)
                            killed += 1
            given_up += _check(lines, data, files)
    return (
        f"{killed} workers killed in {jobs} jobs of {files} files: every job ended, every file has one row; "
        f"{given_up} files were given up, their workers killed twice"
    )


def _workers(pid: int) -> list[int]:
    """The processes of the pool, which Python starts by a function of that name."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in task.read_text().split():
                if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                    found.append(int(child))
    return found


def _rows(lines: Path) -> int:
    return lines.read_bytes().count(b"\n") if lines.exists() else 0


def _check(lines: Path, data: Path, files: int) -> int:
    """Every file has one row everywhere; how many weren't checked."""
    import polars

    rows = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    written = Counter(row["path"] for row in rows)
    assert len(written) == files and set(written.values()) == {1}
    documents = polars.read_parquet(data / "documents")
    assert sorted(documents["path"]) == sorted(written)
    checked = [row["status"] for row in rows].count("checked")
    for table in ("facts", "verdicts"):
        frame = polars.read_parquet(data / table)
        key = "fact" if table == "facts" else "rule"
        assert frame.select("path", key).is_duplicated().sum() == 0 and frame["path"].n_unique() == checked
    return files - checked


def figures(quick: bool) -> Iterator[Measured]:
    """Cache, memory, kills."""
    if quick:
        yield from cache(4, 1)
        yield memory(4, 1)
        return
    yield from cache(1_000, 3)
    # A quarter of them is more than a part of the data set holds.
    yield memory(1_600, 2)
    yield kills(20, 200)
    yield lost(20, 200)


def main() -> None:
    """What is asked for; without anything, what the suite measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("files", "memory", "kills", "lost"):
        parser.add_argument(f"--{name}", type=int)
    chosen = parser.parse_args()
    if chosen.files:
        show(cache(chosen.files, 1))
    if chosen.memory:
        show([memory(chosen.memory, 1)])
    if chosen.kills:
        show([kills(chosen.kills, 400)])
    if chosen.lost:
        show([lost(chosen.lost, 400)])
    if not any(vars(chosen).values()):
        show(figures(False))


if __name__ == "__main__":
    main()
