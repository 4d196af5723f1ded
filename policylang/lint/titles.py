"""Titles of rules: each says in a few words what is wrong, and no two say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..core import Texts
from .frame import another
from .model import Check, Edit, Finding, Snippet, Subject
from .texts import unwritten

_EMPTY_EN = re.compile(
    r"a|an|and|any|bad|basic|be|case|check|checks|clause|clauses|common|compliance|contract|"
    r"contracts|control|controls|error|errors|for|general|generic|important|in|invalid|is|issue|"
    r"issues|item|items|misc|miscellaneous|must|new|of|ok|on|or|other|our|policy|potential|"
    r"problem|problems|require|required|requirement|requirements|risk|risks|risky|rule|rules|"
    r"should|some|something|standard|tbd|term|terms|test|that|the|thing|things|this|to|todo|"
    r"unnamed|untitled|validation|validity|various|verify|violation|violations|warning|with|wrong|xxx",
    re.I,
)
_EMPTY_ZH = re.compile(
    "不合规|不合格|不符合|有问题|有风险|未命名|待补充|待定|待填|规则|检查|校验|核查|审查|审核|问题|条款|合同|一般|其他|"
    "其它|风险|异常|错误|控制|要求|注意|事项|情况|内容|相关|有关|合规|违规|违反|不当|不妥|通用|标准|基本|测试|[新的及和与等之]"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
LEAST_WORDS = 2
"""Words of an English title, the empty ones not counted."""
LEAST_HAN = 3
"""Han characters of a Chinese title, the empty words not counted."""


def says_nothing(title: str, language: str) -> bool:
    """Whether a title names no subject: nothing but empty words, or too little beside them."""
    if language == "en":
        words = re.findall(r"[^\W_][\w'%/-]*", title)
        return sum(not _EMPTY_EN.fullmatch(word) for word in words) < LEAST_WORDS
    rest = _EMPTY_ZH.sub(" ", title)
    return len(_HAN.findall(rest)) + len(re.findall(r"[A-Za-z0-9]+", rest)) < LEAST_HAN


def vague(subject: Subject) -> Iterator[Finding]:
    """L003: a title that says too little."""
    for node in subject.file.rules:
        for language, title in (("en", node.title.en), ("zh", node.title.zh)):
            if title.strip() and not unwritten(title) and says_nothing(title, language):
                place = subject.file.lines.inside(node.title.place, title)
                yield subject.file.finding("L003", place, ("title", title))


def full_stop(subject: Subject) -> Iterator[Finding]:
    """L004: a full stop at the end of a title. Titles stand in lists and headings."""
    for node in subject.file.rules:
        for title in (node.title.en, node.title.zh):
            if re.search(r"(?<![.…])[.。．]\s*$", title):
                place = subject.file.lines.inside(node.title.place, title)
                yield subject.file.finding("L004", place, ("title", title), edits=_stop(subject, place, title))


def _stop(subject: Subject, place: tuple[int, int], title: str) -> tuple[Edit, ...]:
    """The edit that takes the stop away; none where the title is written with escapes."""
    if subject.file.text[slice(*place)] != title:
        return ()
    stop = place[0] + max(title.rfind(sign) for sign in ".。．")
    return (Edit(stop, place[1]),)


def duplicate(subject: Subject) -> Iterator[Finding]:
    """L005: the title of another rule."""
    first: dict[tuple[str, str], str] = {}
    for rule in subject.program.rules:
        for language, title in (("en", rule.title.en), ("zh", rule.title.zh)):
            if title.strip() and not unwritten(title):
                first.setdefault((language, _key(title)), rule.id)
    for node in subject.file.rules:
        for language, title in (("en", node.title.en), ("zh", node.title.zh)):
            owner = first.get((language, _key(title)), node.id.text)
            if owner != node.id.text:
                place = subject.file.lines.inside(node.title.place, title)
                related = (("note.first", subject.rules[owner].span),)
                yield subject.file.finding("L005", place, ("title", title), ("rule", owner), related=related)
                break


def _key(title: str) -> str:
    return " ".join(title.casefold().split())


_TITLE = 'rule PAY-01 en "Credit days exceed the limit" zh "账期超过上限"'

CHECKS = (
    Check(
        "L003",
        "vague-title",
        Texts(
            "A title of empty words (`rule`, `check`, `issue`, `contract`, `risk`, …), or one that says too little "
            "beside them: fewer than two words, or three Han characters.",
            "标题只由空泛的词组成（`规则`、`检查`、`问题`、`合同`、`风险` 等），"
            "或除此之外不足三个汉字（英文不足两个词）。",
        ),
        Texts(
            "The title is what a reviewer sees first, and often the only thing they read.",
            "审核人最先看到、往往也只看标题。",
        ),
        vague,
        Snippet('rule PAY-01 en "Contract payment risk" zh "账期超过上限"', _TITLE),
    ),
    Check(
        "L004",
        "title-full-stop",
        Texts("A full stop at the end of a title.", "标题以句号结尾。"),
        Texts("Titles stand in lists and headings.", "标题用于列表和小标题。"),
        full_stop,
        Snippet('rule PAY-01 en "Credit days exceed the limit." zh "账期超过上限"', _TITLE),
        fixable=True,
    ),
    Check(
        "L005",
        "duplicate-title",
        Texts("A rule with the title of another rule.", "与另一条规则标题相同。"),
        Texts("In a report nobody can tell the two apart.", "在报告中无法区分两条规则。"),
        duplicate,
        Snippet(another("PAY-02", "Credit days exceed the limit", "账期超过上限")),
        Snippet(another("PAY-02", "Credit days of a framework agreement", "框架合同的账期")),
    ),
)
