"""What an approval was given for, in the words of a language."""

from __future__ import annotations

from collections.abc import Iterator

from ..checker.value_words import value_words
from ..ledger.store.approvals import ROLES, Contract, New
from ..messages import say
from ..policylang.core import Program, Sort, Type
from .names import label
from .wrap import wrapped

_SHOWN = (
    "party.buyer_name",
    "contract.amount",
    "payment.prepay_pct",
    "payment.net_days",
    "payment.retention_pct",
    "security.guarantee_present",
)
"""The terms an approver looks at first; the others are kept as well."""
_HASH_SHOWN = 12


def approval_lines(contract: Contract, new: New, program: Program, language: str) -> Iterator[str]:
    """Who approved what, and the first of the terms."""
    role = value_words(new.role, Type(Sort.KINDS, ROLES), program, language)
    decision = value_words(new.decision, Type(Sort.KINDS, "decision"), program, language)
    values = {
        "role": role,
        "person": new.person,
        "decision": decision,
        "on": value_words(new.on, None, program, language),
        "contract": contract.key,
    }
    yield from wrapped(say("approved.recorded", language, tuple(values.items())), "", "  ")
    yield say("approved.terms", language, (("sha256", contract.sha256[:_HASH_SHOWN]),))
    for name in _SHOWN:
        term = contract.terms.get(name)
        if term is not None and term.value is not None:
            declared = program.facts[name]
            shown = value_words(term.value, declared.type, program, language)
            told = (("term", label(name, program, language)), ("value", shown))
            yield from wrapped(say("approved.term", language, told), "  ", "    ")
