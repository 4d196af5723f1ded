"""The main job on the samples: `make demo`. Each command is printed before what it says, long output cut short.

First contracts checked by themselves; then two deals carried all the way, from the ledger to the worklist: a customer
that pays on the day and sends a contract nobody should sign, and one that pays late and has a sound contract.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
DAY = ("--as-of", "2026-03-02")
EN, ZH = ("--lang", "en"), ("--lang", "zh")
_LATE = "cases/zh-service-it.yaml"


@dataclass(frozen=True, slots=True)
class Step:
    """A command, the exit code it should end with, and how many lines of its output are shown."""

    arguments: tuple[str, ...]
    code: int = 0
    lines: int = 14


def steps(out: Path) -> Iterator[str | Step]:
    """The commands with headings between them; files are written to `out`."""
    yield "Four contracts by themselves"
    for name, code, language in (
        ("zh-dangerous-construction-supply.docx", 1, ZH),
        ("en-dangerous-master-supply.docx", 1, EN),
        ("zh-sound-equipment-sale.docx", 0, ZH),
        ("en-sound-supply.pdf", 0, EN),
    ):
        case = f"cases/{name.rsplit('.', 1)[0]}.yaml"
        yield Step(("check", name, "--case", case, *DAY, *language), code, 16)
    yield Step(("facts", "zh-framework-annual.docx", *ZH), 0, 16)
    yield "The company's ledger"
    yield Step(("ledger", "init", *EN))
    yield Step(("ledger", "import", "customers", "ledger/customers.csv", *EN))
    yield Step(("ledger", "import", "invoices", "ledger/invoices.csv", *EN))
    yield Step(("ledger", "import", "invoices", "ledger/invoices-erp.csv", "--map", "ledger/invoices-erp.yaml", *EN))
    for kind in ("payments", "orders", "promises", "returned-bills", "approvals"):
        yield Step(("ledger", "import", kind, f"ledger/{kind}.csv", *EN))
    yield "A good payer with a dangerous contract"
    yield from _good_payer(out)
    yield "A bad payer with a sound contract · 合同稳妥而付款拖沓的客户"
    yield from _bad_payer(out)


def _good_payer(out: Path) -> Iterator[Step]:
    deal = ("en-dangerous-services.pdf", "--case", "cases/en-dangerous-services.yaml", "--ledger")
    yield Step(("customer", "Osprey Harbour Developments plc", *deal[1:], *DAY, *EN), 0, 12)
    yield Step(("check", *deal, *DAY, *EN), 1, 18)
    yield Step(("route", *deal, *DAY, *EN), 1, 12)
    yield Step(("whatif", *deal, "--solve", *DAY, *EN), 0, 24)


def _bad_payer(out: Path) -> Iterator[str | Step]:
    case = ("--case", _LATE, "--ledger")
    deal = ("zh-service-it.docx", *case)
    day = ("--as-of", "2026-02-09")
    yield Step(("customer", "深圳南屿物流科技有限公司", *case, *day, *ZH), 0, 14)
    yield Step(("check", *deal, *day, *ZH), 1, 14)
    for role, who in (
        ("销售经理", "何琳"),
        ("信用经理", "沈维"),
        ("财务经理", "陆衡"),
        ("法务", "顾言"),
        ("总经理", "郑岚"),
    ):
        approval = ("--approver", who, "--role", role, "--on", "2026-02-09")
        yield Step(("approve", *deal, *approval, *ZH), 0, 8 if role == "信用经理" else 1)
    yield Step(("route", *deal, *day, *ZH), 0, 20)
    changed = out / "zh-service-it.txt"
    before = (HERE / "parity" / changed.name).read_text(encoding="utf-8")
    changed.write_text(before.replace("运维期满后30日内", "运维期满后90日内"), encoding="utf-8")
    yield "The same contract, 30 days turned into 90 after the approvals · 审批后账期被改"
    yield Step(("route", str(changed), *case, *day, *ZH), 1, 16)
    yield Step(("whatif", *deal, "--set", "payment.prepay_pct=60%", *day, *ZH), 0, 22)
    later = ("--as-of", "2026-04-27")
    yield "Getting the money · 回款"
    call = ("--done", "电话催款", "--instalment", "2", "--by", "林晓", "--note", "承诺五月十五日前付清")
    yield Step(("plan", *deal, *later, *call, "--on", "2026-04-24", "--promised", "2026-05-15", *ZH), 1, 26)
    yield Step(("plan", *deal, *later, "--format", "ics", *ZH), 1, 14)
    yield Step(("plan", *deal, *later, "--letters", str(out / "letters"), *ZH), 1, 1)
    yield Step(("worklist", "zh-service-it.docx", *case, "--as-of", "2026-05-18", *ZH), 0, 30)


def main() -> int:
    """Run every command; the answer is 0 when each ended with the exit code it should."""
    os.chdir(HERE)
    surprises: list[str] = []
    with tempfile.TemporaryDirectory(prefix="presign-demo-") as folder:
        os.environ["PRESIGN_LEDGER"] = str(Path(folder) / "ledger.db")
        for step in steps(Path(folder)):
            if isinstance(step, str):
                print(f"\n{'─' * 4} {step} {'─' * 4}", flush=True)
            elif (code := _run(step)) != step.code:
                surprises.append(f"presign {' '.join(step.arguments)}: exit code {code}, expected {step.code}")
        letters = sorted(path.name for path in Path(folder, "letters").glob("*.docx"))
        print(f"\nletters: {', '.join(letters)}")
    print("\n".join(surprises) if surprises else "\nevery command ended as it should")
    return 1 if surprises else 0


def _run(step: Step) -> int | str | None:
    """Run one command in this process and show the first lines of what it says."""
    from presign.cli import main as presign

    print(f"\n$ presign {' '.join(step.arguments)}\n", flush=True)
    said = io.StringIO()
    code: int | str | None = 0
    with redirect_stdout(said), redirect_stderr(said):
        try:
            presign(list(step.arguments), prog_name="presign")
        except SystemExit as end:
            code = end.code
    lines = said.getvalue().rstrip("\n").split("\n")
    shown = lines if len(lines) <= step.lines + 2 else lines[: step.lines]
    print("\n".join(shown))
    if len(shown) < len(lines):
        print(f"… {len(lines) - len(shown)} more lines")
    return code


if __name__ == "__main__":
    sys.exit(main())
