"""What a rule needs beyond what it demands: its basis, its words to the reader, its place in the company."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...policylang import tree
from ..clauses import keyword_of
from ..core import Texts
from .model import Check, Finding, Run, Snippet, Subject

_BASIS = '\n  basis "Credit Manual 2026, section 4"'
_MESSAGE = (
    '\n  message en "credit of {payment.net_days}, {max_days} allowed" zh "账期{payment.net_days}，上限{max_days}"'
)
_WHY = '\n  why en "Longer credit ties up money and loses more of it." zh "账期越长，占用资金越多，坏账越多。"'
_REMEDY = '\n  remedy en "Shorten the credit days." zh "缩短账期。"'
_AVOID = '\n  clause avoid en "Payment within 120 days of delivery." zh "货到后120日内付款。"'
_PREFER = '\n  clause prefer en "Payment within 60 days of delivery." zh "货到后60日内付款。"'


def without(keyword: str, *keys: str) -> Run:
    """A check for rules that lack a clause."""

    def run(subject: Subject) -> Iterator[Finding]:
        for node in subject.file.rules:
            if all(keyword_of(clause) != keyword for clause in node.clauses):
                yield subject.file.finding(keys[0], node.id.place, ("rule", node.id.text))

    return run


def sample_clauses(subject: Subject) -> Iterator[Finding]:
    """L105: a rule on the words of a contract without a clause to avoid or one to prefer."""
    for node in subject.file.rules:
        there = {clause.keyword for clause in node.clauses if isinstance(clause, tree.Worded)}
        if "AVOID" not in there:
            yield subject.file.finding("L105", node.id.place, ("rule", node.id.text))
        if "PREFER" not in there:
            yield subject.file.finding("L105b", node.id.place, ("rule", node.id.text))


def _check(
    code: str, name: str, run: Callable[[Subject], Iterator[Finding]], finds: Texts, why: Texts, gone: str
) -> Check:
    return Check(code, name, finds, why, run, Snippet("", gone))


CHECKS = (
    _check(
        "L101",
        "no-basis",
        without("BASIS", "L101"),
        Texts("A rule without a `basis`.", "规则没有 `依据`。"),
        Texts(
            "Whoever is stopped by a rule asks where it comes from; without a basis nobody can tell whether it may be "
            "waived.",
            "被规则拦下的人会问依据何在；没有依据，就无从判断能否豁免。",
        ),
        _BASIS,
    ),
    _check(
        "L102",
        "no-message",
        without("MESSAGE", "L102"),
        Texts("A rule without a `message`.", "规则没有 `提示`。"),
        Texts(
            "The report then shows the title alone, not what was read in this contract.",
            "报告只能显示标题，看不到本合同读到的内容。",
        ),
        _MESSAGE,
    ),
    _check(
        "L103",
        "no-remedy",
        without("REMEDY", "L103"),
        Texts("A rule without a `remedy`.", "规则没有 `补救`。"),
        Texts(
            "A finding that doesn't say what to do stops the deal and helps nobody.",
            "只指出问题、不说怎么办，只会拖住交易。",
        ),
        _REMEDY,
    ),
    _check(
        "L104",
        "no-why",
        without("WHY", "L104"),
        Texts("A rule without a `why`.", "规则没有 `理由`。"),
        Texts(
            "Salespeople keep to a rule whose reason they know, and work around the others.",
            "业务人员会遵守知道理由的规则，而绕开其他规则。",
        ),
        _WHY,
    ),
    _check(
        "L105",
        "no-sample-clause",
        sample_clauses,
        Texts(
            "A rule without a `clause avoid` or without a `clause prefer`.", "规则没有 `避免条款` 或没有 `建议条款`。"
        ),
        Texts(
            "A wording to put into the contract settles in a minute what a description leaves to be negotiated.",
            "直接给出可用的条款文字，比描述要求更能落到合同上。",
        ),
        _PREFER,
    ),
    _check(
        "L106",
        "no-owner",
        without("OWNER", "L106"),
        Texts("A rule without an `owner`.", "规则没有 `负责人`。"),
        Texts(
            "Nobody is asked when the rule is wrong or outdated.",
            "规则有误或过时，不知道该找谁。",
        ),
        "\n  owner credit",
    ),
    _check(
        "L107",
        "no-blocker",
        without("BLOCKER", "L107"),
        Texts(
            "A rule without a `blocker`: the cause of loss it works against.", "规则没有 `卡点`，即它针对的坏账成因。"
        ),
        Texts(
            "Reports group findings by cause; without it the finding stands apart.",
            "报告按成因归类；没有卡点的规则归不到任何一类。",
        ),
        "\n  blocker arbitrary_credit",
    ),
    _check(
        "L108",
        "no-countermeasure",
        without("COUNTERMEASURE", "L108"),
        Texts("A rule without a `countermeasure`.", "规则没有 `对策`。"),
        Texts(
            "The company's catalogue of measures can't be traced to the rules that carry it out.",
            "无法从公司的对策清单追溯到落实它的规则。",
        ),
        "\n  countermeasure C3",
    ),
)
