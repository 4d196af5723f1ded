"""Ids of rules: letters, a hyphen and a number, and the letters those of the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..core import Texts
from .frame import another
from .model import Check, Finding, Snippet, Subject

WELL_FORMED = re.compile(r"(?P<family>[A-Z]{2,8})-(?P<number>\d{2,4})")
LEAST_RULES = 3
SHARE = 0.75
"""A file is one family's when at least so many of its rules, and such a share of them, have its letters."""


def family_of(number: str) -> str:
    """The letters of a rule's id, or what stands before its first hyphen."""
    return number.split("-", 1)[0]


def ill_formed(subject: Subject) -> Iterator[Finding]:
    """L110: an id that isn't letters, a hyphen and a number."""
    for node in subject.file.rules:
        if not WELL_FORMED.fullmatch(node.id.text):
            yield subject.file.finding("L110", node.id.place, ("rule", node.id.text))


def out_of_family(subject: Subject) -> Iterator[Finding]:
    """L111: an id with other letters than the rules of the file. A pack of several families has none of its own."""
    numbers = [node.id for node in subject.file.rules]
    ((family, count),) = Counter(family_of(each.text) for each in numbers).most_common(1) or [("", 0)]
    if count < LEAST_RULES or count < SHARE * len(numbers):
        return
    for number in numbers:
        if family_of(number.text) != family:
            yield subject.file.finding("L111", number.place, ("rule", number.text), ("family", family))


def _rules(last: str) -> str:
    titles = (
        ("PAY-02", "Credit days of a framework agreement", "框架合同的账期"),
        ("PAY-03", "Credit days of an export sale", "出口业务的账期"),
        (last, "Credit days of a first order", "首单业务的账期"),
    )
    return "\n".join(another(*each) for each in titles)


CHECKS = (
    Check(
        "L110",
        "id-form",
        Texts(
            "A rule id that isn't two to eight capital letters, a hyphen and a number of two to four digits.",
            "规则编号不是“二至八个大写字母、连字符、二至四位数字”。",
        ),
        Texts(
            "Waivers, reports and letters cite the id; ids of one form sort, and can be found again.",
            "豁免、报告和函件都引用编号；形式统一才能排序和检索。",
        ),
        ill_formed,
        Snippet(another("PAY-2b", "Credit days of a framework agreement", "框架合同的账期")),
        Snippet(another("PAY-02", "Credit days of a framework agreement", "框架合同的账期")),
    ),
    Check(
        "L111",
        "id-family",
        Texts(
            "A rule whose letters differ from those of the file, where the file is one family's: three rules or more "
            "have its letters, and three quarters of all.",
            "文件属于同一编号系列时（至少三条规则且占四分之三），字母与其他规则不同的规则。",
        ),
        Texts(
            "The letters tell the reader which part of the credit process a rule belongs to.",
            "字母说明规则属于信用流程的哪一环节。",
        ),
        out_of_family,
        Snippet(_rules("CRT-04")),
        Snippet(_rules("PAY-04")),
    ),
)
