"""A new rule with its examples, ready to be filled in: sound as it stands, about a fact its family speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..policylang.core import Program, Rule
from ..policylang.keywords import spell, spell_word
from ..policylang.lint.ids import WELL_FORMED, family_of

GAP = "…"
"""What stands where the author has to write."""


@dataclass(frozen=True, slots=True)
class _Demand:
    """A demand on one fact: `yes` wants it so, `no` forbids it, else the parameter it may at most be."""

    fact: str
    wanted: str
    bad: str = ""
    good: str = ""


_CREDIT_DAYS = _Demand("payment.net_days", "statutory_max_days", "90 days", "30 days")

_DEMANDS = {
    "ACC": _Demand("acceptance.clause", "yes"),
    "APR": _Demand("approval.self_approved", "no"),
    "CCA": _Demand("credit.on_hold", "no"),
    "COL": _Demand("collect.plan_present", "yes"),
    "CRT": _Demand("payment.retention_pct", "max_retention_pct", "10%", "3%"),
    "DIS": _Demand("dispute.cisg_addressed", "yes"),
    "PAY": _CREDIT_DAYS,
    "PTY": _Demand("party.buyer_may_transfer_debt", "no"),
    "REM": _Demand("remedy.late_fee_present", "yes"),
    "SEC": _Demand("security.guarantee_present", "yes"),
    "SIG": _Demand("sign.blocks_complete", "yes"),
    "TRU": _Demand("contract.has_blanks", "no"),
}
"""What the shipped families look at; a family of one's own begins with the credit days."""


def well_formed(number: str) -> bool:
    """Whether an id is letters, a hyphen and a number."""
    return WELL_FORMED.fullmatch(number) is not None


def next_free(family: str, taken: Iterable[str]) -> str:
    """The next id of a family that nobody has."""
    matches = (WELL_FORMED.fullmatch(each) for each in taken)
    numbers = [int(match["number"]) for match in matches if match and match["family"] == family]
    return f"{family}-{max(numbers, default=0) + 1:02}"


def well_formed_like(number: str, taken: Iterable[str]) -> str:
    """A well-formed id that may have been meant: its letters as capitals, with its number or the next free one."""
    letters = "".join(each for each in number if each.isascii() and each.isalpha()).upper()[:8]
    family = letters if len(letters) > 1 else "PAY"
    digits = "".join(each for each in number if each.isascii() and each.isdigit())
    known = set(taken)
    meant = f"{family}-{int(digits):02}" if digits and len(digits) < 5 else ""
    return meant if well_formed(meant) and meant not in known else next_free(family, known)


def scaffold(number: str, program: Program, language: str, title: str = "") -> str:
    """A rule and its three examples, in a spelling of the language. `program` holds the shipped vocabulary and packs.

    Severity, blocker, countermeasure and owner are those most rules of the family have.
    """
    demand = _DEMANDS.get(family_of(number), _CREDIT_DAYS)
    kin = [rule for rule in program.rules if family_of(rule.id) == family_of(number)] or program.rules
    writer = _Writer(number, program, language, demand)
    return "\n".join([writer.rule(title, kin), *writer.examples()])


@dataclass(frozen=True, slots=True)
class _Writer:
    number: str
    program: Program
    language: str
    demand: _Demand

    def rule(self, title: str, kin: Sequence[Rule]) -> str:
        name = self._fact()
        filled = _most(kin, lambda rule: (rule.severity.value,))
        lines = [
            f"{self._word('RULE')} {self.number} {self._both(title)}",
            f"{self._word('SEVERITY')} {spell_word('severity', filled or 'medium', self.language)}",
        ]
        blocker = _most(kin, lambda rule: tuple(each.value for each in rule.blockers))
        lines += self._clause("BLOCKER", spell_word("blocker", blocker, self.language) if blocker else "")
        lines += self._clause("COUNTERMEASURE", _most(kin, lambda rule: rule.countermeasures))
        lines += self._clause("OWNER", _most(kin, lambda rule: (rule.owner,)))
        lines += self._demanded(name)
        lines.append(f"{self._word('UNDECIDED')}: {spell_word('undecided', 'review', self.language)}")
        lines += [
            f"{self._word(keyword)} {self._both('')}" for keyword in ("MESSAGE", "WHY", "REMEDY", "AVOID", "PREFER")
        ]
        lines.append(f'{self._word("BASIS")} "{GAP}"')
        return "\n  ".join(lines) + "\n"

    def examples(self) -> list[str]:
        """The rule violated, satisfied and undecided."""
        demand = self.demand
        bad = {"yes": "no", "no": "yes"}.get(demand.wanted, demand.bad)
        good = {"yes": "yes", "no": "no"}.get(demand.wanted, demand.good)
        unknown = f" {self._word('STATE', 'unknown')}"
        titles = (
            ("违反", "符合", "无法判定") if self.language == "zh" else ("breaks it", "keeps it", "can't be decided")
        )
        given = (f" = {self._value(bad)}", f" = {self._value(good)}", unknown)
        verdicts = ("violated", "satisfied", "undecided")
        return [
            f'{self._word("EXAMPLE")} {self.number} "{name}"\n'
            f"  {self._word('GIVEN')} {self._fact()}{state}\n"
            f"  {self._word('EXPECT')} {self.number} {spell_word('verdict', verdict, self.language)}\n"
            for name, state, verdict in zip(titles, given, verdicts, strict=True)
        ]

    def _demanded(self, name: str) -> list[str]:
        if self.demand.wanted in ("yes", "no"):
            keyword = "REQUIRES" if self.demand.wanted == "yes" else "FORBIDS"
            return [f"{self._word(keyword)} {name} {self._word('STATE', 'yes')}"]
        return [
            f"{self._word('APPLIES')} {name} {self._word('STATE', 'present')}",
            f"{self._word('REQUIRES')} {name} <= {self.demand.wanted}",
        ]

    def _value(self, text: str) -> str:
        if text in ("yes", "no"):
            return self._word("YES_NO", text)
        return text.replace("days", "天") if self.language == "zh" else text

    def _fact(self) -> str:
        alias = self.program.facts[self.demand.fact].alias_zh
        return alias if self.language == "zh" and alias else self.demand.fact

    def _word(self, terminal: str, value: str = "") -> str:
        return spell(terminal, self.language, value)

    def _clause(self, keyword: str, text: str) -> list[str]:
        return [f"{self._word(keyword)} {text}"] if text else []

    def _both(self, own: str) -> str:
        """A text in both languages, the author's own first; what isn't given is a gap."""
        order = ("ZH", "EN") if self.language == "zh" else ("EN", "ZH")
        texts = (_quoted(own or GAP), _quoted(GAP))
        return " ".join(f"{self._word(keyword)} {text}" for keyword, text in zip(order, texts, strict=True))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def _most(kin: Sequence[Rule], of: Callable[[Rule], Sequence[str]]) -> str:
    """The first value most of the rules give; of equals the one met first."""
    counted = Counter(values[0] for rule in kin if (values := of(rule)))
    return counted.most_common(1)[0][0] if counted else ""
