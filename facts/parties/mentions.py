"""Where a contract says who its parties are: the words a party goes by, with the name printed beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .. import regexes as re
from ..roles import Role
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
_PARENTHESES = r"(?:[ ]*(?:\([^()\n]{0,30}\)|\[(?:以下|下文|下|后文)?简?称[^\[\]\n]{1,16}\]))*"
_NAME_LABEL = r"(?:(?:公司|单位|企业|机构|客户|供应商|法人|组织)?(?:全称|名称)|公司|单位)"
# 甲方(买方): …; 卖方 The Seller: …; 出卖人(以下简称"甲方"): …; 卖方一: …
_COLON = re.compile(
    rf"(?P<label>{_SPACED_ROLE}(?:[一二三1-3](?=[ ]*[:(]))?)(?P<paren>{_PARENTHESES})(?:[ ]*{_NAME_LABEL})?"
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
# 您(以下简称"乙方"): who reads the terms is a party without a name.
_ADDRESSED = re.compile(r"(?:您|用户|会员|客户)$")
_LEADING = re.compile(r"^.*?(?:由|与|和|及|是|为|兹|经|同(?!意))(?=[_\u3400-\u9fffA-Z×X])")
_TRAILING = re.compile(r"(?:作?为(?:另)?一方)$")
_BARE = re.compile(
    rf"^[ ]*(?P<label>{_SPACED_ROLE})(?P<paren>{_PARENTHESES})[ ]*(?P<rest>[^\n:\t]{{0,60}})$", re.MULTILINE
)
# 甲方__某某有限公司____: the name stands on the line drawn for it.
_ON_A_LINE = re.compile(r"_{1,40}[ ]?(?P<name>[^_\s]{4,40})_{1,40}")
_ITEM = r"(?:\(?[\d一二三四]{1,2}[)、.][ ]*)?"
_UNKNOWN_ROLE = re.compile(
    rf"^[ ]*{_ITEM}(?P<label>[\u3400-\u9fff]{{1,8}})(?P<paren>{_PARENTHESES})[ ]*:[ ]*", re.MULTILINE
)
_SIDE_ENDING = re.compile(r"(?:方|人|商|者|主|户|单位|公司)$")
# ,以下简称甲方; (下称"乙方"): the word behind the name
_TRAILING_ALIAS = re.compile(
    rf"[ ]*[,(]?[ ]*(?:以下|下文|下|后文|在下文中)?(?:统一)?(?:均)?(?:简称|称作|称为?)(?:为|作)?[ ]*"
    rf"[\"']?(?P<word>{ROLE_WORD})[\"']?"
)
# The name on the line below its label: 甲方(客户): / 公司名称: …
_NEXT_LINE = re.compile(rf"[ ]*\n[ ]*(?:{_NAME_LABEL}[ ]*[:\t][ ]*)?")
_NEXT_CELL = re.compile(r"[ ]*[\t│|][ ]*(?P<name>[^\n\t│|:]{4,50})(?=[\t│|\n]|$)")
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
_QUOTED = re.compile(
    r"^\s*(?:以下|下文|下|后文)?(?:简称|称|统称)?(?:为|作)?[ ]*[\"'](?P<word>[\u3400-\u9fff]{2,8})[\"']\s*$"
)
_OPENING_LINES = 1500
# …公司,一家根据…设立的有限责任公司,其注册地址为…("采购人"): the name comes first, the word last.
_DESCRIBED = re.compile(rf"[ ]*{_ITEM}(?:由|与|和|及)?(?P<name>[^,;。:\n\"]{{4,50}}?)[ ]*,")
_LONGEST_DESCRIPTION = 260
_ALIAS = re.compile(rf"(?:简称|称为?|下称|即|^)(?:为|作)?[ \"':]*(?P<word>{ROLE_WORD})[ \"']*$")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names a party: its words as printed, its name if there is one, where the words stand.

    `role` is set where the place itself says who pays ("Bill to") without a word the text could go on with.
    """

    words: tuple[str, ...]
    name: Name | None
    start: int
    end: int
    role: Role | None = None


_COLUMN_BREAK = r"\t|│|[|]|[ ]{3,}"
_LABEL_ALONE = re.compile(rf"(?P<label>{_SPACED_ROLE})(?P<paren>{_PARENTHESES})(?:信息)?[ ]*:?")
_COLUMN_HEADS = re.compile(
    rf"^[ ]*{_SPACED_ROLE}{_PARENTHESES}(?:信息)?[ ]*:?(?:\t|│|[|]"
    rf"|[ ]{{3,}})[ ]*{_SPACED_ROLE}{_PARENTHESES}(?:信息)?[ ]*:?[ ]*$",
    re.MULTILINE,
)
# The row of the names says 名称 in each column, or the word of the column's party again.
_NAME_OR_ROLE = rf"(?:{_NAME_LABEL}|{_SPACED_ROLE})(?:\([^()\n]{{0,8}}\))?"
_COLUMN_NAMES = re.compile(rf"[ ]*{_NAME_OR_ROLE}[ ]*:[^\n]*")
_SECTION = re.compile(
    rf"^[ ]*{_ITEM}(?P<label>{_SPACED_ROLE})(?:的)?(?:基本)?(?:信息|资料|情况|名称)[ :\t]*(?=\n)", re.MULTILINE
)
# 甲方(采购方) as a title, below it 名称: …
_HEAD = re.compile(
    rf"^[ ]*{_ITEM}(?P<label>{_SPACED_ROLE})(?P<paren>{_PARENTHESES})[ ]*\n[ ]*{_NAME_LABEL}[ ]*[:\t][ ]*",
    re.MULTILINE,
)


def chinese_mentions(text: Text) -> Iterator[Mention]:
    """All places of a Chinese or bilingual text that declare a party, in no order."""
    yield from _with_colon(text)
    yield from _with_unknown_role(text)
    yield from _in_cells(text)
    yield from _in_columns(text)
    yield from _in_prose(text)
    yield from _bare(text)


def _plain(word: str) -> str:
    return re.sub(r"[ ]+", "", word)


def _aliases(parentheses: str) -> tuple[str, ...]:
    found = []
    for inner in re.findall(r"[(\[]([^()\[\]]*)[)\]]", parentheses):
        for part in re.split(r"[/、,]", inner.strip()):
            if match := _ALIAS.search(part.strip()):
                found.append(match["word"])
    return tuple(found)


def _quoted(text: Text, match: re.Match[str]) -> tuple[str, ...]:
    """The quoted word behind an organisation's name, in the opening lines only."""
    if match.start() > _OPENING_LINES:
        return ()
    if not is_organisation(match["name"].strip()) and _described(text, match.start("paren")) is None:
        return ()
    parts = re.split(r"[/、,]", match["paren"].strip(" ()"))
    return tuple(found["word"] for part in parts if (found := _QUOTED.match(part)))


def _with_colon(text: Text) -> Iterator[Mention]:
    for match in re.in_lines(_COLON, text.text):
        if match["inside"] and not _aliases(match["inside"]):
            match = _COLON.match(text.text, match.start(), match.start("inside")) or match
        name = read_name(text, match.end()) or _in_next_cell(text, match.end()) or _on_next_line(text, match.end())
        if name is None and not nothing_follows(text, match.end()):
            continue
        aliases = _aliases(match["paren"] + (match["inside"] or "")) + _behind(text, name)
        english = re.sub(r"^[ /]*(?:The )?", "", match["english"] or "")
        label = _plain(match["label"])
        # 卖方一 and 卖方二 are both 卖方.
        common = re.sub(r"(?<=..)[一二三1-3]$", "", label)
        own = tuple(w for w in dict.fromkeys((label, common, *aliases, english)) if w)
        yield Mention(
            own, name or Name("", match.end(), match.end(), True), match.start(), name.end if name else match.end()
        )


def _behind(text: Text, name: Name | None) -> tuple[str, ...]:
    """The words a party is given behind its name."""
    if name is None:
        return ()
    if (alias := _TRAILING_ALIAS.match(text.text, name.end)) is not None:
        return (alias["word"],)
    trailing = re.match(_PARENTHESES, text.text[name.end : name.end + 40])
    return _aliases(trailing.group()) if trailing else ()


def _in_next_cell(text: Text, end: int) -> Name | None:
    """The name of an organisation in the cell behind a label that has a colon and fills its own."""
    cell = _NEXT_CELL.match(text.text, end)
    return read_name(text, cell.start("name")) if cell is not None and is_organisation(cell["name"].strip()) else None


def _on_next_line(text: Text, end: int) -> Name | None:
    """The name of an organisation on the line below a label that nothing follows."""
    step = _NEXT_LINE.match(text.text, end)
    if step is None:
        return None
    name = read_name(text, step.end())
    return name if name is not None and not name.blank and is_organisation(name.text) else None


def _with_unknown_role(text: Text) -> Iterator[Mention]:
    """Labels no vocabulary has (托管方, 运营商): a side all the same when a company's name follows."""
    for match in re.in_lines(_UNKNOWN_ROLE, text.text):
        label, aliases = match["label"], _aliases(match["paren"])
        if re.fullmatch(ROLE_WORD, label):
            continue
        is_side = label == "代理人" or (_SIDE_ENDING.search(label) is not None and not label.endswith(_NO_SIDE))
        if not (is_side or aliases):
            continue
        name = read_name(text, match.end())
        if name is None or not (is_organisation(name.text) or (aliases and not name.blank) or (aliases and name.blank)):
            continue
        own = (*((label,) if is_side else ()), *aliases, *_behind(text, name))
        yield Mention(own, name, match.start(), name.end)


def _in_cells(text: Text) -> Iterator[Mention]:
    for match in re.in_lines(_CELL, text.text):
        own = (_plain(match["label"]), *_aliases(match["paren"]))
        if not match["cell"].strip():
            yield Mention(own, Name("", match.start("cell"), match.end("cell"), True), match.start(), match.end())
            continue
        name = read_name(text, match.start("cell"))
        if name is not None:
            yield Mention(own, name, match.start(), name.end)


def _in_columns(text: Text) -> Iterator[Mention]:
    """Two labels side by side, their names in the same columns of the rows below: 买方 | 卖方 / 名称:… | 名称:…"""
    for head in re.in_lines(_COLUMN_HEADS, text.text):
        labels = [_LABEL_ALONE.fullmatch(cell.strip()) for cell in re.split(_COLUMN_BREAK, head.group().strip())]
        row = _COLUMN_NAMES.match(text.text, head.end() + 1)
        if row is None or not all(labels) or len(labels) < 2:
            continue
        cells = list(re.finditer(rf"(?:^|(?<=[\t│| ])){_NAME_OR_ROLE}[ ]*:[ ]*", row.group()))
        for label, cell in zip(labels, cells, strict=False):
            name = read_name(text, row.start() + cell.end())
            if label is not None and name is not None:
                yield Mention((_plain(label["label"]), *_aliases(label["paren"])), name, head.start(), name.end)


def _in_prose(text: Text) -> Iterator[Mention]:
    for match in re.in_lines(_DEFINED, text.text):
        own = _aliases(match["paren"]) or _quoted(text, match)
        printed = _TRAILING.sub("", match["name"].strip())
        if not own or re.fullmatch(ROLE_WORD, printed):
            continue
        if (lead := _LEADING.match(printed)) and len(printed) - lead.end() >= 1:
            printed = printed[lead.end() :]
        start = text.text.find(printed, match.start("name")) if printed else match.start()
        name = judge(printed.strip(), start)
        called = "称" in match["paren"]
        if name is None or not (name.blank or is_organisation(name.text) or called):
            name = _described(text, match.start("paren"))
        if name is not None:
            yield Mention(own, name, min(match.start(), name.start), match.end())
        elif called and _ADDRESSED.search(printed):
            yield Mention(own, None, match.start("paren"), match.end())


def _described(text: Text, end: int) -> Name | None:
    """The organisation that begins a line or an item whose description the given position ends."""
    line = text.line_at(end)
    before = text.text[max(line.start, end - _LONGEST_DESCRIPTION) : end]
    opening = _DESCRIBED.match(before) if len(before) < _LONGEST_DESCRIPTION else None
    if opening is None or not is_organisation(opening["name"]):
        return None
    start = line.start + opening.start("name")
    return Name(opening["name"], start, start + len(opening["name"]))


def _bare(text: Text) -> Iterator[Mention]:
    """A label at the start of a line with a name, or the gap for one, and no colon."""
    for section in _SECTION.finditer(text.text):
        if (name := _on_next_line(text, section.end())) is not None:
            yield Mention((_plain(section["label"]),), name, section.start(), name.end)
    for head in _HEAD.finditer(text.text):
        name = read_name(text, head.end())
        if name is None and nothing_follows(text, head.end()):
            name = Name("", head.end(), head.end(), True)
        if name is not None and (name.blank or is_organisation(name.text)):
            yield Mention((_plain(head["label"]), *_aliases(head["paren"])), name, head.start(), name.end)
    for match in re.in_lines(_BARE, text.text):
        rest = match["rest"]
        gap = re.match(r"[_\u2500×X]{2,}|[\u3400-\u9fff]{0,6}[ ]{2,}", rest)
        own = (_plain(match["label"]), *_aliases(match["paren"]))
        if (inked := _ON_A_LINE.match(rest)) is not None and is_organisation(inked["name"]):
            at = match.start("rest") + inked.start("name")
            yield Mention(own, Name(inked["name"], at, at + len(inked["name"])), match.start(), match.end())
            continue
        if gap and ("(" in match["paren"] or rest[:1] in "_─×X "):
            yield Mention(own, Name("", match.start("rest"), match.end("rest"), True), match.start(), match.end())
        elif rest and is_organisation(rest.strip()) and (match["paren"] or text.text[match.start("rest") - 1] == " "):
            yield Mention(own, Name(rest.strip(), match.start("rest"), match.end("rest")), match.start(), match.end())
