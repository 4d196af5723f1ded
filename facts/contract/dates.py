"""When a contract was signed, takes effect and ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ...values import Reason
from .. import regexes as re
from ..fact import Fact, absent, stated, unknown
from ..quantities.dates import find_blank_dates
from ..text import Text
from .blanks import find_blanks
from .heading_dates import dates_in
from .sign_date import sign_date
from .term import read_end

_EFFECT = re.compile(
    r"(?:自|从|于)(?P<from>[^。;\n]{2,40}?)(?:起|之日)?(?:正式)?(?:生效|开始执行|起执行)|(?:有效期|期限"
    r"|合作期|服务期|经销期限|合同期)[^。;\n]{0,8}?(?:自|从)(?P<since>[^。;\n]{2,24}?)(?:起|至|到)"
    r"|\b(?i:begins|commences|effective|takes? effect|term begins|comes? into (?:force|effect))\s+(?i:on|as of|as from"
    r"|from)\s+(?P<en>[^.;\n]{4,40})"
)
_DATED_EFFECTIVE = re.compile(r"\((?:the )?[\"']Effective Date[\"']")
_UNTIL = re.compile(r"\b(?:and|until|to|expir\w+|ends?|through)\b", re.IGNORECASE)
_ON_SIGNING = re.compile(
    r"(?:签[字名章署订]|盖章|加盖)[^。;\n]{0,24}(?:之日|后|时)[^。;\n]{0,6}(?:生效|成立)"
    r"|(?i:effective (?:upon|on|after)[^.;\n]{0,20}(?:sign|execut)|commences upon execution)"
)
_BEFORE_DEFINITION = 60


def read_dates(text: Text) -> Iterable[Fact]:
    """`contract.sign_date`, `contract.effective_date`, `contract.end_date`."""
    signed = sign_date(text)
    yield signed
    yield _effective(text, signed)
    yield read_end(text)


def _effective_places(text: Text) -> Iterator[tuple[int, int]]:
    """Stretches that name the day of effect: before a definition of it, behind words of beginning."""
    for defined in _DATED_EFFECTIVE.finditer(text.text):
        yield max(text.sentence_at(defined.start()).start, defined.start() - _BEFORE_DEFINITION), defined.start()
    for match in _EFFECT.finditer(text.text):
        group = next(key for key, value in match.groupdict().items() if value)
        # Takes effect from one day and expires on another.
        until = _UNTIL.search(text.text, match.start(group), match.end(group))
        yield match.start(group), until.start() if until is not None else match.end(group)


def _effective(text: Text, signed: Fact) -> Fact:
    name = "contract.effective_date"
    for start, end in _effective_places(text):
        if found := dates_in(text, start - 4, end):
            return stated(name, found[-1].value, *text.evidence(start, end, name))
        if find_blank_dates(text.text, start, end) or any(start <= b.start < end for b in find_blanks(text)):
            return unknown(name, Reason.BLANK, *text.evidence(start, end, name))
    for sentence in text.sentences:
        if _ON_SIGNING.search(sentence.text):
            evidence = text.evidence(sentence.start, min(sentence.end, sentence.start + 200), name)
            if isinstance(signed.value, date):
                return stated(name, signed.value, *evidence, *signed.evidence)
            return unknown(name, signed.reason or Reason.NOT_COMPUTABLE, *evidence)
    return absent(name)
