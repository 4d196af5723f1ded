"""A contract of two parties and one clause, for the tests of single facts: 甲方 or the Buyer pays, 乙方 or the Seller is paid."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from presign.facts.fact import Fact
from presign.facts.parties.read import read_parties
from presign.facts.roles import Parties
from presign.facts.text import Text
from presign.values import Quantity, Rate
from written_contract import by_name, written

Read = Callable[[Text, Parties], Iterable[Fact]]

_CHINESE = "购销合同\n甲方（买方）：武汉东岭机电有限公司\n乙方（卖方）：宜昌远卓轴承有限公司\n"
_ENGLISH = (
    "SUPPLY AGREEMENT\n"
    'This Agreement is made between Norvale Steel Limited (the "Seller") and Hartwin Tools Inc. (the "Buyer").\n'
)


def facts_of(read: Read, clause: str) -> dict[str, Fact]:
    """The facts a family reads in a contract with this clause, by name."""
    chinese = re.search(r"[\u3400-\u9fff]", clause) is not None
    text = written((_CHINESE if chinese else _ENGLISH) + clause, "zh" if chinese else "en")
    return by_name(read(text, read_parties(text)))


def shown(fact: Fact) -> object:
    """A fact in short: its value (a rate as `0.05/day`, a quantity as its number), else its reason, else its state."""
    match fact.value:
        case None:
            return (fact.reason or fact.state).value
        case Rate(percent, per):
            return f"{percent.normalize():f}/{per.value}"
        case Quantity(amount, _):
            return f"{amount.normalize():f}"
        case value:
            return value
