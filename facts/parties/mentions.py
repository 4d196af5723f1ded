"""Where a contract says who its parties are: the words a party goes by, with the name printed beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..text import Text
from ..vocabulary import words
from .names import ROLE_WORD, Name, is_organisation, judge, nothing_follows, read_name

_SPACED_ROLE = (
    "(?:"
    + "|".join(
        r"[ ]*".join(re.escape(c) for c in w)
        for w in sorted(
            {
                w
                for key in ("neutral", "buyer", "seller", "guarantor", "third")
                for w in words("roles", key)
                if not w.isascii() and len(w) > 1
            },
            key=lambda w: (-len(w), w),
        )
    )
    + ")"
)
_PARENTHESES = r"(?:[ ]*\([^()\n]{0,30}\))*"
# 甲方(买方): …; 卖方 The Seller: …; 出卖人(以下简称"甲方"): …
_COLON = re.compile(
    rf"(?P<label>{_SPACED_ROLE})(?P<paren>{_PARENTHESES})(?:[ ]*(?:名称|单位名称|全称))?"
    rf"(?P<english>[ /]*(?:The )?[A-Z][A-Za-z]+(?: [A-Z])?)?[ ]*:[ ]*(?P<inside>\([^()\n]{{1,14}}\)[ ]*)?"
)
# A label that fills a cell, the name in the next one; forms drawn with lines count as tables.
_CELL = re.compile(
    rf"(?:^|(?<=[\t│|]))[ ]*(?P<label>{_SPACED_ROLE})(?P<paren>{_PARENTHESES})(?:名称)?[ ]*[\t│"
    rf"|](?P<gap>[ ]*)(?P<cell>[^\n\t│|]*)",
    re.MULTILINE,
)
# …公司(以下简称甲方), …公司(买方)
_DEFINED = re.compile(
    r"(?P<name>[^\n\t,;。:()\"]{0,50}(?:\((?![^()]*[方称])[^()\"\n]{1,12}\)[^\n\t,;。:()\"]{1,40})?)"
    r"(?P<paren>(?:[ ]{0,4}\([^()\n]{1,80}\)){1,3})"
)
_LEADING = re.compile(r"^.*?(?:由|与|和|及|是|为|兹|经|同)(?=[_\u3400-\u9fffA-Z×X])")
_TRAILING = re.compile(r"(?:作?为(?:另)?一方)$")
_BARE = re.compile(
    rf"^[ ]*(?P<label>{_SPACED_ROLE})(?P<paren>{_PARENTHESES})[ ]*(?P<rest>[^\n:]{{0,60}})$", re.MULTILINE
)
_UNKNOWN_ROLE = re.compile(
    rf"^[ ]*(?P<label>[\u3400-\u9fff]{{1,5}}(?:方|人|商|单位))(?P<paren>{_PARENTHESES})[ ]*:[ ]*", re.MULTILINE
)
_NO_SIDE = (
    "联系人",
    "负责人",
    "代表人",
    "代理人",
    "收货人",
    "收货单位",
    "经办人",
    "受益人",
    "开证人",
    "印制单位",
    "监制单位",
    "建设单位",
    "监理单位",
    "鉴证方",
    "收款人",
    "收款单位",
    "付款单位",
    "交货方",
    "通知方",
    "委派方",
    "编制单位",
)
# (“公司”): a word in quotation marks in the opening lines names a party even where no vocabulary has it.
_QUOTED = re.compile(r"^\s*[\"'](?P<word>[\u3400-\u9fff]{2,8})[\"']\s*$")
_OPENING_LINES = 1500
_ALIAS = re.compile(rf"(?:简称|称为?|下称|即|^)(?:为|作)?[ \"':]*(?P<word>{ROLE_WORD})[ \"']*$")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names a party: its words as printed, its name if there is one, where the words stand."""

    words: tuple[str, ...]
    name: Name | None
    start: int
    end: int


def chinese_mentions(text: Text) -> Iterator[Mention]:
    """All places of a Chinese or bilingual text that declare a party, in no order."""
    yield from _with_colon(text)
    yield from _with_unknown_role(text)
    yield from _in_cells(text)
    yield from _in_prose(text)
    yield from _bare(text)


def _plain(word: str) -> str:
    return re.sub(r"[ ]+", "", word)


def _aliases(parentheses: str) -> tuple[str, ...]:
    found = []
    for inner in re.findall(r"\(([^()]*)\)", parentheses):
        for part in re.split(r"[/、,]", inner.strip()):
            if match := _ALIAS.search(part.strip()):
                found.append(match["word"])
    return tuple(found)


def _quoted(match: re.Match[str]) -> tuple[str, ...]:
    """The quoted word behind an organisation's name, in the opening lines only."""
    if match.start() > _OPENING_LINES or not is_organisation(match["name"].strip()):
        return ()
    parts = re.split(r"[/、,]", match["paren"].strip(" ()"))
    return tuple(found["word"] for part in parts if (found := _QUOTED.match(part)))


def _with_colon(text: Text) -> Iterator[Mention]:
    for match in _COLON.finditer(text.text):
        if match["inside"] and not _aliases(match["inside"]):
            match = _COLON.match(text.text, match.start(), match.start("inside")) or match
        name = read_name(text, match.end())
        if name is None and not nothing_follows(text, match.end()):
            continue
        after = text.text[name.end : name.end + 40] if name else ""
        trailing = re.match(_PARENTHESES, after)
        aliases = _aliases(match["paren"] + (match["inside"] or "")) + (_aliases(trailing.group()) if trailing else ())
        english = re.sub(r"^[ /]*(?:The )?", "", match["english"] or "")
        own = tuple(w for w in (_plain(match["label"]), *aliases, english) if w)
        yield Mention(
            own, name or Name("", match.end(), match.end(), True), match.start(), name.end if name else match.end()
        )


def _with_unknown_role(text: Text) -> Iterator[Mention]:
    """Labels no vocabulary has (托管方, 运营商): a side all the same when a company's name follows."""
    for match in _UNKNOWN_ROLE.finditer(text.text):
        label = match["label"]
        if re.fullmatch(ROLE_WORD, label) or label.endswith(_NO_SIDE):
            continue
        name = read_name(text, match.end())
        if name is not None and not name.blank and is_organisation(name.text):
            yield Mention((label, *_aliases(match["paren"])), name, match.start(), name.end)


def _in_cells(text: Text) -> Iterator[Mention]:
    for match in _CELL.finditer(text.text):
        own = (_plain(match["label"]), *_aliases(match["paren"]))
        if not match["cell"].strip():
            yield Mention(own, Name("", match.start("cell"), match.end("cell"), True), match.start(), match.end())
            continue
        name = read_name(text, match.start("cell"))
        if name is not None:
            yield Mention(own, name, match.start(), name.end)


def _in_prose(text: Text) -> Iterator[Mention]:
    for match in _DEFINED.finditer(text.text):
        own = _aliases(match["paren"]) or _quoted(match)
        printed = _TRAILING.sub("", match["name"].strip())
        if not own or re.fullmatch(ROLE_WORD, printed):
            continue
        if (lead := _LEADING.match(printed)) and len(printed) - lead.end() >= 1:
            printed = printed[lead.end() :]
        start = text.text.find(printed, match.start("name")) if printed else match.start()
        name = judge(printed.strip(), start)
        if name is None or not (
            name.blank or is_organisation(name.text) or "简称" in match["paren"] or "称" in match["paren"]
        ):
            continue
        yield Mention(own, name, match.start(), match.end())


def _bare(text: Text) -> Iterator[Mention]:
    """A label at the start of a line with a name, or the gap for one, and no colon."""
    for match in _BARE.finditer(text.text):
        rest = match["rest"]
        gap = re.match(r"[_\u2500×X]{2,}|[\u3400-\u9fff]{0,6}[ ]{2,}", rest)
        own = (_plain(match["label"]), *_aliases(match["paren"]))
        if gap and ("(" in match["paren"] or rest[:1] in "_─×X "):
            yield Mention(own, Name("", match.start("rest"), match.end("rest"), True), match.start(), match.end())
        elif rest and is_organisation(rest.strip()) and (match["paren"] or text.text[match.start("rest") - 1] == " "):
            yield Mention(own, Name(rest.strip(), match.start("rest"), match.end("rest")), match.start(), match.end())
