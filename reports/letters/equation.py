"""The charge for late payment shown as the sum it is worked out by."""

from __future__ import annotations

from ...checker.value_words import number_words, value_words
from ...collection.charge import Base, Charge, NoCharge
from ...messages import say
from ...policylang.core import Program
from ...values import Per


def equation(found: Charge | NoCharge, program: Program, language: str) -> str:
    """`CNY 100,000.00 × 0.05% × 15 days = CNY 750.00`, or why there is no figure."""
    if isinstance(found, NoCharge):
        return say(f"letters.uncharged_{found.value}", language)
    time = ""
    if found.rate.per is not Per.ONCE:
        values = (("days", str(found.days)), ("year", str(found.year)))
        time = say(f"letters.time_{found.rate.per.value}", language, values)
    plain = found.uncapped
    words = say(
        "letters.equation",
        language,
        (
            ("base", value_words(found.base, None, program, language)),
            ("rate", f"{number_words(found.rate.percent)}%"),
            ("time", time),
            ("amount", value_words(plain, None, program, language)),
        ),
    )
    if found.cap is not None and found.cap_pct is not None and plain.amount > found.cap.amount:
        told = (
            ("equation", words),
            ("pct", number_words(found.cap_pct)),
            ("cap", value_words(found.cap, None, program, language)),
        )
        words = say("letters.capped", language, told)
    if found.on is Base.UNNAMED:
        words = say("letters.unnamed_base", language, (("equation", words),))
    return words
