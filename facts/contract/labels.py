"""What a contract calls itself: number, title, place of signing, languages."""

from __future__ import annotations

from collections.abc import Iterable

from .. import regexes as re
from ..fact import Evidence, Fact, absent, stated
from ..finding import Read, agreed
from ..text import Stretch, Text
from .blanks import find_blanks
from .kind import find_title

_NUMBER = re.compile(
    r"(?:合[ ]*同|协[ ]*议|订[ ]*单|确认书)[ ]*(?:编[ ]*号|号[ ]*码?|No\.?)(?:[ ]*(?:Contract"
    r"|Order)? ?No\.?)?[ ]*[:\t]?[ ]*|(?:^|(?<=[\s\t]))编[ ]*号[ ]*:[ ]*"
    r"|\b(?:Contract|Agreement|Order|Confirmation|P\.?O\.?|CONTRACT|Purchase Order|PURCHASE ORDER|ORDER"
    r"|AGREEMENT|Order Confirmation)"
    r"[ ](?:No\.?|NO\.?|Number|NUMBER|Reference|Ref\.?|#)[ ]?:?[ \t]*|^[ ]*(?:No\.?|NO\.?"
    r"|#)[ :]+(?=[\w/.-]*\d[\w/.-]*[ ]*$)|(?:^|(?<=\s))(?:Our )?Ref(?:erence)?\.?(?: No\.?)?[ :]+(?=[A-Z0-9])",
    re.MULTILINE,
)
_CODE = re.compile(
    r"(?=[^\s]*\d)[A-Za-z0-9\u3400-\u9fff\[\]()](?:(?!的|项下)[A-Za-z0-9\u3400-\u9fff\[\]()/_.#-]){2,40}"
)
_CLAUSE_BEGUN = 8
"""Characters of a sentence before a number that make the number a mention; a title before it is shorter."""
_PLACE = re.compile(
    r"(?:合同)?签[ ]*[订约署定][ ]*地[ ]*点?(?:[ ]*Signed at)?[ ]*[:\t][ ]*(?P<label>[^\n\t│|;。]{0,40})"
    r"|(?:于|在)(?P<prose>[\u3400-\u9fff]{2,16})(?:签[订署定]|订立)(?:本|了|,|。)"
    r"|\b(?:Signed at|Place of signing|Signed in)[ ]*:[ ]*(?P<en>[^\n\t]{0,50})|\b(?:made|signed"
    r"|concluded)(?: and (?:signed|entered into))?\s+(?:in|at)\s+(?P<made>[A-Z][A-Za-z .]{2,30}?)\s+(?:on"
    r"|this)\b"
    r"|\bsigned by [^.;\n]{0,40}?,\s+in\s+(?P<where>[A-Z][A-Za-z ]{2,30}?)\."
)
_PREVAILS = re.compile(
    r"以(?P<zh>中文|汉语|英文)(?:文本|版本?|合同|为?版)?(?:为准|的?解释为准)|(?i:the\s+)?(?P<en>Chinese"
    r"|English)\s+(?i:version|text|language)(?i:\s+of\s+\w+)?\s+(?i:shall\s+)?(?i:prevails?|controls?"
    r"|governs?)|(?i:subject to (?:the )?)(?P<subject>Chinese|English)\s+(?i:version)"
)


def read_labels(text: Text) -> Iterable[Fact]:
    """`contract.number`, `title`, `sign_place`, `languages`, `prevailing_language`."""
    yield _number(text)
    title = find_title(text)
    yield (
        stated("contract.title", title.text, *text.evidence(title.start, title.end, "title"))
        if title
        else absent("contract.title")
    )
    yield _place(text)
    languages = ("zh", "en") if text.language == "mixed" else (text.language,)
    yield stated("contract.languages", languages, *opening(text))
    yield _prevailing(text)


def opening(text: Text) -> tuple[Evidence, ...]:
    """The first line of a document, to point at for what the whole of it shows."""
    first = next((sentence for sentence in text.sentences if sentence.text.strip()), None)
    return text.evidence(first.start, min(first.end, first.start + 80), "opening") if first else ()


def _number(text: Text) -> Fact:
    name = "contract.number"
    found: list[Read] = []
    blanks: list[Stretch] = []
    for label in _NUMBER.finditer(text.text):
        code = _CODE.match(text.text, label.end())
        if re.compile(r"[ ]*(?:$|[\n\t│|]|[ ]{3})").match(text.text, label.end()) and "\n" not in label.group():
            blanks.append(Stretch(label.start(), label.end(), ""))
            continue
        blank = next((b for b in find_blanks(text) if label.start() <= b.start <= label.end() + 1), None)
        if blank is not None and (code is None or blank.start <= label.end()):
            blanks.append(Stretch(label.start(), max(blank.end, label.end()), ""))
        elif code is not None and not re.fullmatch(r"\d{1,2}\.?", code.group()):
            found.append((label.start(), code.end(), code.group().rstrip("。.,;")))
    # Later mentions name other papers (an order, an earlier contract): the first in the text is this one's. A running
    # head comes last in the text, but says more than a mention inside a sentence.
    own = next((read for read in found if not _is_mentioned(text, read[0])), None)
    return agreed(name, text, [own] if own else found[:1], blanks)


def _is_mentioned(text: Text, position: int) -> bool:
    """Whether a number is spoken of inside a sentence, not put down as a label."""
    before = text.text[text.sentence_at(position).start : position].strip()
    return len(before) >= _CLAUSE_BEGUN and (before[-1].isalnum() or before[-1] in ",、")


def _place(text: Text) -> Fact:
    name = "contract.sign_place"
    for match in _PLACE.finditer(text.text):
        group = next((key for key, value in match.groupdict().items() if value is not None), "label")
        start, end = match.span(group)
        blank = next((b for b in find_blanks(text) if match.start() <= b.start <= max(end, start + 1)), None)
        value = re.split(
            r"[ ]{2,}|(?<=[\u3400-\u9fff])[ ]+[A-Z]|(?:价格术语|合同|签[订约]|日期|卖方|买方|甲方|乙方)", match[group]
        )[0].strip(" _:,")
        if blank is not None and blank.start <= start + 1:
            return agreed(name, text, [], [Stretch(match.start(), max(blank.end, start), "")])
        if value:
            return stated(name, value, *text.evidence(match.start(), end, name))
    return absent(name)


def _prevailing(text: Text) -> Fact:
    name = "contract.prevailing_language"
    for match in _PREVAILS.finditer(text.text):
        said = match["zh"] or match["en"] or match["subject"]
        sentence = text.sentence_at(match.start())
        language = "en" if said in ("英文", "English") else "zh"
        return stated(name, language, *text.evidence(sentence.start, sentence.end, name))
    return absent(name)
