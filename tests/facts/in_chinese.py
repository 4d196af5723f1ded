"""Chinese clauses read by the family a fact belongs to, and the names of the two sides."""

from __future__ import annotations

from one_clause import Read, facts_of, shown
from presign.facts.contract import price
from presign.facts.disputes import notices, resolution
from presign.facts.parties.read import read_parties
from presign.facts.payment import facts as payment
from presign.facts.performance import acceptance, aftersales
from presign.facts.remedies import default, late_payment
from presign.facts.roles import Role
from presign.facts.security import deposit
from written_contract import written

_ROOMS: dict[str, tuple[Read, ...]] = {
    "contract": (price.read,),
    "payment": (payment.read,),
    "security": (deposit.read,),
    "remedy": (default.read, late_payment.read),
    "acceptance": (acceptance.read,),
    "aftersales": (aftersales.read,),
    "dispute": (resolution.read,),
    "evidence": (notices.read,),
}


def read_clause(name: str, clause: str) -> object:
    """One fact of a clause, in short."""
    for read in _ROOMS[name.split(".")[0]]:
        facts = facts_of(read, clause)
        if name in facts:
            return shown(facts[name])
    raise AssertionError(name)


def names_of(lines: str) -> tuple[str | None, str | None]:
    """The names of buyer and seller; None where one is blank or unknown."""
    parties = read_parties(written(lines))
    buyer, seller = parties.first(Role.BUYER), parties.first(Role.SELLER)
    return (buyer.name if buyer else None, seller.name if seller else None)
