"""`presign customer --format html`: the customer's file as one page, with its plots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TextIO

from ... import __version__
from ...assessment.assess import Assessment
from ...assessment.payments import Paid, levels, payments, telling
from ...assessment.subject import Subject
from ...messages import say
from ...policylang.core import Program
from ...values import Money
from ..customer_payments import fate, payments_title
from ..customer_speaker import Speaker
from ..customer_words import customer_words
from .customer_plots import curve_plot, payment_plot
from .environment import environment, style, style_hash

_LATEST = 60
"""How many invoices are drawn and listed."""


@dataclass(frozen=True, slots=True)
class Invoice:
    """An invoice as it is listed."""

    number: str
    due: str
    amount: str
    fate: str
    late: bool


@dataclass(frozen=True, slots=True)
class Gauge:
    """The exposure beside the limit, in parts of the larger of the two."""

    says: str
    used: float
    limit: float
    over: bool


def render(about: Subject, found: Assessment, program: Program, language: str, out: TextIO, *, full: bool) -> None:
    """Write the page; registration number and account masked unless `full`."""
    speaker = Speaker(about, found, program, language)
    words = customer_words(about, found, program, language, full=full)
    dealings = about.file.dealings if about.file is not None else None
    paid = payments(dealings) if dealings is not None else ()
    shown = paid[-_LATEST:]
    told = dealings is not None and telling(dealings)
    absent = "assessment.no_ledger" if dealings is None else "assessment.no_payments"
    css = "\n".join(style(name)[0] for name in ("layout.css", "customer.css"))
    page = {
        "words": words,
        "as_of": speaker.words(found.as_of),
        "gauge": _gauge(about, found.recorded.limit, words.exposure),
        "curve": curve_plot(levels(dealings), found.recorded.limit, speaker) if dealings is not None else None,
        "plot": payment_plot(shown, speaker),
        "invoices": _invoices(shown, speaker),
        "payments_title": payments_title(paid, speaker) if told else say("assessment.paid", language),
        "note": "" if told else say(absent, language),
        "latest": say("assessment.latest", language, (("count", str(_LATEST)),)) if len(paid) > _LATEST else "",
    }
    shared = {"language": language, "version": __version__, "css": css, "digest": style_hash(css)}
    out.write(environment().get_template("customer.html").render(**page, **shared) + "\n")


def _gauge(about: Subject, limit: Money | None, said: Sequence[str]) -> Gauge | None:
    exposure = about.book["credit.exposure"].value
    if not isinstance(exposure, Money) or limit is None or limit.currency != exposure.currency or limit.amount <= 0:
        return None
    whole = max(exposure.amount, limit.amount)
    used, line = (round(float(max(each, Decimal(0)) / whole) * 100, 1) for each in (exposure.amount, limit.amount))
    return Gauge("; ".join(said[:2]), used, line, exposure.amount > limit.amount)


def _invoices(shown: Sequence[Paid], speaker: Speaker) -> tuple[Invoice, ...]:
    """The latest first."""
    return tuple(
        Invoice(
            each.number,
            each.due_on.isoformat(),
            speaker.words(each.amount),
            fate(each, speaker),
            each.days_late > 0,
        )
        for each in reversed(shown)
    )
