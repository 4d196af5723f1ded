"""Texts of a rule: said in both languages, said differently, and without signs that nothing fills."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...policylang import tree
from ..core import Texts
from ..keywords import spell
from .model import Check, Finding, Snippet, Subject

Named = tuple[tuple[str, str], ...]
TEXT_CLAUSES = ("MESSAGE", "WHY", "REMEDY", "AVOID", "PREFER")
_PLACEHOLDER = re.compile(r"[\W_]*(?:(?:todo|tbd|fixme|xxx|n/?a|待填|待补充?|待定|未填)[\W_]*)*", re.I)
_BRACES = re.compile(r"\{([^\W\d]\w*(?:\.\w+)*)\}")


def wordings(node: tree.RuleNode) -> Iterator[tuple[str, Named, tree.Wording]]:
    """The texts a rule has: terminal (empty for the title), the values that name it in a message, text."""
    yield "", (("text_en", "title"), ("text_zh", "标题")), node.title
    for clause in node.clauses:
        if isinstance(clause, tree.Worded) and clause.keyword in TEXT_CLAUSES:
            yield clause.keyword, _named(clause.keyword), clause.wording


def _named(keyword: str) -> Named:
    return (("text_en", spell(keyword, "en")), ("text_zh", spell(keyword, "zh")))


def unwritten(text: str) -> bool:
    """Whether a text is only a placeholder: `…`, `TODO`, `待填`."""
    return bool(text.strip()) and _PLACEHOLDER.fullmatch(text) is not None


def placeholders(subject: Subject) -> Iterator[Finding]:
    """L008: a text or a basis that still has to be written. One finding a clause."""
    file = subject.file
    for node in file.rules:
        for _, name, wording in wordings(node):
            if unwritten(wording.en) or unwritten(wording.zh):
                yield file.finding("L008", wording.place, ("rule", node.id.text), *name)
        for clause in node.clauses:
            if isinstance(clause, tree.Strings) and any(unwritten(each.text) for each in clause.strings):
                yield file.finding("L008", clause.place, ("rule", node.id.text), *_named(clause.keyword))


def one_language(subject: Subject) -> Iterator[Finding]:
    """L001: a text in one language only."""
    file = subject.file
    for node in file.rules:
        for _, name, wording in wordings(node):
            values = (("rule", node.id.text), *name)
            if not wording.zh.strip():
                yield file.finding("L001", wording.place, *values)
            if not wording.en.strip():
                yield file.finding("L001b", wording.place, *values)


def same_text(subject: Subject) -> Iterator[Finding]:
    """L002: one text for both languages."""
    file = subject.file
    for node in file.rules:
        for _, name, wording in wordings(node):
            if wording.en and wording.en.strip() == wording.zh.strip() and re.search(r"[^\W\d_]", wording.en):
                yield file.finding("L002", wording.place, ("rule", node.id.text), *name)


def unfilled(subject: Subject) -> Iterator[Finding]:
    """L006: a `{name}` where no value is filled in. In a message the checker reports unknown names itself."""
    file, program = subject.file, subject.program
    known = {*program.facts, *program.parameters, *(fact.alias_zh for fact in program.facts.values())}
    for node in file.rules:
        for keyword, name, wording in wordings(node):
            if keyword == "MESSAGE":
                continue
            for written in dict.fromkeys(_BRACES.findall(f"{wording.en}\n{wording.zh}")):
                if "." in written or written in known:
                    place = file.lines.inside(wording.place, "{" + written + "}")
                    yield file.finding("L006", place, ("name", "{" + written + "}"), *name)


_WHY = '  why en "Longer credit ties up money and loses more of it." zh "账期越长，占用资金越多，坏账越多。"'
_REMEDY = '  remedy en "Shorten the credit days." zh "缩短账期。"'

CHECKS = (
    Check(
        "L001",
        "one-language",
        Texts(
            "A title, message, why, remedy or clause that is said in one language only.",
            "标题、提示、理由、补救或条款只有一种语言。",
        ),
        Texts(
            "The reviewer who reads the other language gets a text they can't use; nobody checks that both agree.",
            "使用另一种语言的审核人读不懂，也没有人核对两种语言是否一致。",
        ),
        one_language,
        Snippet('  remedy en "Shorten the credit days."', _REMEDY),
    ),
    Check(
        "L002",
        "same-text",
        Texts("A text that is the same in Chinese and in English.", "中文文本与英文文本完全相同。"),
        Texts(
            "One of the two was copied and never translated.",
            "说明其中一种语言只是复制，没有翻译。",
        ),
        same_text,
        Snippet(
            '  why en "Longer credit ties up money and loses more of it." '
            'zh "Longer credit ties up money and loses more of it."',
            _WHY,
        ),
    ),
    Check(
        "L008",
        "placeholder",
        Texts("A text or a basis that is only `…`, `TODO` or the like.", "文本或依据只写了 `…`、`待填` 之类。"),
        Texts(
            "`presign policy new` leaves them for the author to fill in; a reader learns nothing from them.",
            "`presign policy new` 留给作者填写；读者从中得不到任何信息。",
        ),
        placeholders,
        Snippet('  remedy en "…" zh "…"', _REMEDY),
    ),
    Check(
        "L006",
        "unfilled-name",
        Texts(
            "A `{fact}` or `{parameter}` in a title, why, remedy or clause. Values are filled into a `message` only.",
            "标题、理由、补救或条款中写了 `{事实}` 或 `{参数}`。只有 `提示` 会填入值。",
        ),
        Texts("The reader is shown the braces as they stand.", "读者看到的是花括号原文。"),
        unfilled,
        Snippet('  remedy en "Shorten the {payment.net_days} of credit." zh "缩短账期。"', _REMEDY),
    ),
)
