"""Where disputes go: court or arbitration, which one, whose place it is, and the law that decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ...values import Quantity, Reason, Unit
from .. import regexes as re
from ..contract.empty_clauses import empty_clause
from ..fact import Fact, absent, not_applicable, stated, unknown
from ..roles import Parties
from ..sentence_tools import Hit, Passage, decide, doubtful, evidence, first_blank, passages
from ..text import Text
from ..vocabulary import words as listed
from . import governing_law
from .bodies import body_of
from .choices import arbitration, court, is_no_forum
from .forums import court_place, courts, institutions, seats

_SETTLEMENT_ZH = re.compile(r"争议|纠纷|争执|协商不成|诉讼|仲裁|第.{1,8}[种项](?:方式|办法)(?:解决|处理)")
_CHOOSE_ONE = re.compile(r"[两二]者?选一|任选(?:其)?一|择一|选择其中一")
_OPTION_BLANK = re.compile(
    r"第\s*(?:_+|\(\s*_*\s*\)|\[\s*_*\s*\]|\s{2,})\s*[种项款]|\((?:\s|_)*\)[^。;]{0,24}\((?:\s|_)*\)"
)
_OPTION_TAKEN = re.compile(r"(?:下列|以下)?第\s*[_(\[]*\s*(?P<n>[12一二])\s*[_)\]]*\s*[种项](?:方式|办法)?")
_TICKED, _UNTICKED = re.compile(r"[☑■√✓☒]|\[[xX√✓]\]"), re.compile(r"[□☐]|\[ *\]")
# 协商不成的,提交{管辖机构}解决: neither a court nor an arbitral body is named.
_SENT_ZH = re.compile(r"(?:协商|调解)[^。;]{0,8}不成[^。;]{0,12}?(?:提交|提请|移交|由)\s?(?=[_\[{$<])")
_SENT_END = re.compile(r"\s*(?:解决|处理|管辖|裁决|$|[。;,])")
_HEADING = re.compile(
    r"^(?:解决|处理)?[^,。;]{0,8}(?:纠纷|争议|争端)[^,。;]{0,4}(?:的)?(?:解决|处理)?(?:的)?(?:方式"
    r"|办法|方法|条款)?$|^仲裁$"
)
_LABELLED_LINE = re.compile(
    r"[\s\W]*(?:\(?\w{1,3}[.)]\s)?(?:Rules|Seat|Location|Place|Venue|Institution|Administrator|Administered by|Forum"
    r"|Body|Language"
    r"|Number of arbitrators|Arbitrators?)\s?:",
    re.IGNORECASE,
)
# 乙方所在地法院 and 乙方所在地有管辖权的人民法院 are one.
_COURT_KIND = re.compile(r"有管辖权的?|人民(?=法院)|当地|的(?=法院)")
_CAPITALS = re.compile(r"\b[A-Z][a-z]+\b")
_NO_PLACES = frozenset(listed("dispute", "kinds_of_court_en"))
_LEGAL_ROUTE = re.compile(r"法律途径|法律程序|司法途径|法律手段")


@dataclass(slots=True)
class _Clause:
    """What the dispute clauses of a contract offer."""

    courts: list[Hit] = field(default_factory=list)
    arbitration: list[Hit] = field(default_factory=list)
    open: Hit | None = None
    """The form leaves the choice to be ticked or written in."""
    vague: Hit | None = None
    """The words leave the choice between court and arbitration, or name neither."""


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """The facts of dispute resolution and of the chosen law."""
    clause = _gather(text)
    mode = _mode(text, clause)
    yield mode
    names = ("dispute.forum", "dispute.court_place", "dispute.arb_institution_count")
    if mode.value is None:
        nothing_named = mode.reason is None or not (clause.courts or clause.arbitration or mode.reason is Reason.BLANK)
        for name in names:
            yield absent(name) if nothing_named or mode.reason is None else unknown(name, mode.reason, *mode.evidence)
    else:
        named_courts = [Hit(h.passage, s, e, n) for h in clause.courts for s, e, n in courts(h.passage.text)]
        bodies = [
            Hit(h.passage, s, e, n)
            for h in _around(text, clause.arbitration)
            for s, e, n in institutions(h.passage.text)
        ]
        yield _forum(text, clause, named_courts, bodies)
        yield _place(text, parties, clause, named_courts)
        yield _institution_count(text, clause, bodies)
    yield from governing_law.read(text)


def _gather(text: Text) -> _Clause:
    clause = _Clause()
    taken: str | None = None
    spoken, before = False, ""
    for passage in passages(text):
        words = passage.text
        if _SETTLEMENT_ZH.search(words):
            option = _OPTION_TAKEN.search(words)
            taken = option["n"] if option else taken
            if clause.open is None and _OPTION_BLANK.search(words) and ("仲裁" in words or "方式" in words):
                clause.open = Hit(passage, 0, len(words))
        if (spoken or _SETTLEMENT_ZH.search(words)) and (_CHOOSE_ONE.search(words) or _LEGAL_ROUTE.search(words)):
            clause.vague = clause.vague or Hit(passage, 0, len(words))
        spoken = _SETTLEMENT_ZH.search(words) is not None
        unnamed = _unnamed_body(passage)
        if unnamed is not None:
            clause.open = clause.open or unnamed
        else:
            _sort(clause, passage, before, taken)
        before = words
    return clause


def _unnamed_body(passage: Passage) -> Hit | None:
    """Where a clause sends disputes to a body that was left open, court or arbitral."""
    sent = _SENT_ZH.search(passage.text)
    blank = first_blank(passage.text, sent.end(), sent.end() + 40) if sent is not None else None
    if sent is None or blank is None or blank.start() > sent.end() + 1:
        return None
    if _SENT_END.match(passage.text, blank.end()) is None:
        return None
    return Hit(passage, sent.start(), blank.end())


def _sort(clause: _Clause, passage: Passage, before: str, taken: str | None) -> None:
    words = passage.text
    if _other_option(words, taken) or is_no_forum(words):
        return
    arbitral = arbitration(words, before)
    if arbitral is not None and not _unticked(words, arbitral):
        clause.arbitration.append(Hit(passage, arbitral.start(), arbitral.end()))
    judicial = court(words, arbitral is not None)
    if judicial is not None and "venue" in judicial[0].lower() and re.search(r"(?i)\barbitra", before):
        # The venue named after an arbitration clause is its seat.
        return
    if judicial is not None and not _unticked(words, judicial):
        clause.courts.append(Hit(passage, judicial.start(), judicial.end()))


def _other_option(words: str, taken: str | None) -> bool:
    """Whether a passage is the option of a form that wasn't chosen (第 2 种方式)."""
    item = re.match(r"\s*\(?(?P<n>[12一二])[)、.]", words)
    if taken is None or item is None:
        return False
    same = {"一": "1", "二": "2"}
    return same.get(item["n"], item["n"]) != same.get(taken, taken)


def _unticked(words: str, match: re.Match[str]) -> bool:
    before = words[: match.end()]
    boxes = [*_TICKED.finditer(before), *_UNTICKED.finditer(before)]
    if not boxes or not _TICKED.search(words):
        return False
    return _UNTICKED.match(max(boxes, key=lambda box: box.start())[0]) is not None


def _mode(text: Text, clause: _Clause) -> Fact:
    name = "dispute.mode"
    if clause.open is not None:
        return doubtful(name, text, Reason.BLANK, clause.open)
    if clause.courts and clause.arbitration:
        if clause.vague is not None:
            return doubtful(name, text, Reason.UNCLEAR, clause.vague)
        both = [clause.courts[0], clause.arbitration[0]]
        quotes = [e for hit in both for e in evidence(text, hit, name)]
        return stated(name, "both", *dict.fromkeys(quotes))
    for kind, hits in (("court", clause.courts), ("arbitration", clause.arbitration)):
        if hits:
            return stated(name, kind, *evidence(text, hits[0], name))
    if clause.vague is not None:
        return doubtful(name, text, Reason.UNCLEAR, clause.vague)
    empty = empty_clause(text, _HEADING)
    return doubtful(name, text, Reason.BLANK, empty) if empty is not None else absent(name)


def _around(text: Text, hits: list[Hit]) -> list[Hit]:
    """The hits with the sentence behind each: the institution often follows there ("under the rules of …")."""
    every = passages(text)
    wanted = sorted({at for hit in hits for at in _with_next(every, hit.passage.index)})
    return [Hit(every[at], 0, len(every[at].text)) for at in wanted]


def _with_next(every: Sequence[Passage], at: int) -> Iterator[int]:
    """A sentence, the one behind it and the labelled lines that follow: "Rules: …", "Seat: …"."""
    yield at
    for after in range(at + 1, min(at + 6, len(every))):
        if after > at + 1 and _LABELLED_LINE.match(every[after].text) is None:
            return
        yield after


def _forum(text: Text, clause: _Clause, named: list[Hit], bodies: list[Hit]) -> Fact:
    name = "dispute.forum"
    chosen = [*(named if clause.courts else ()), *bodies]
    distinct: dict[str, Hit] = {}
    keys = [body_of(str(hit.value)) for hit in chosen]
    for hit, key in zip(chosen, keys, strict=True):
        # "Superior Court" within "Superior Court of Alder County" is the same words.
        if any(key != longer and key in longer for longer in keys):
            continue
        if not any(key in other or other in key or _same_place(hit, first) for other, first in distinct.items()):
            distinct[key] = hit
            continue
        shorter = next((at for at, first in distinct.items() if _is_fuller(hit, first)), None)
        if shorter is not None:
            distinct[shorter] = hit
    first = clause.courts[0] if clause.courts else clause.arbitration[0]
    if not distinct:
        for hit in (*clause.courts, *clause.arbitration):
            blank = _blank(hit)
            if blank is not None:
                return doubtful(name, text, Reason.BLANK, blank)
        seated = [
            Hit(h.passage, s, e, n) for h in _around(text, clause.arbitration) for s, e, n in seats(h.passage.text)
        ]
        if seated and not clause.courts:
            return decide(name, text, seated)
        return doubtful(name, text, Reason.UNCLEAR, first)
    hits = list(distinct.values())
    if len(hits) == 1 or _same_bilingual(hits) or (not clause.arbitration and _one_clause(hits)):
        return stated(name, hits[0].value, *evidence(text, hits[0], name))
    reason = Reason.UNCLEAR if clause.courts and clause.arbitration else Reason.CONTRADICTION
    return unknown(name, reason, *(e for hit in hits for e in evidence(text, hit, name)))


def _is_fuller(one: Hit, other: Hit) -> bool:
    """Whether a court's name is the other's with more said of it."""
    name, short = str(one.value), str(other.value)
    return len(name) > len(short) and _COURT_KIND.sub("", name) == _COURT_KIND.sub("", short)


def _same_place(one: Hit, other: Hit) -> bool:
    """Whether two courts are told by one place: "courts in Alder" and "the courts of Alder, Ohio"."""
    if _COURT_KIND.sub("", str(one.value)) == _COURT_KIND.sub("", str(other.value)):
        return True
    first, second = _places(str(one.value)), _places(str(other.value))
    return bool(first and second) and (first <= second or second <= first)


def _places(name: str) -> frozenset[str]:
    if re.search(r"(?i)arbitra|[\u3400-\u9fff]", name):
        return frozenset()
    return frozenset(_CAPITALS.findall(name)) - _NO_PLACES


def _blank(hit: Hit) -> Hit | None:
    """The place for a forum's name that was left open, close to the words that send disputes there."""
    words = hit.passage.text
    chinese = re.search(r"[\u3400-\u9fff]", words) is not None
    reach = 10 if chinese else 120
    blank = first_blank(words, max(0, hit.start - 10), min(len(words), hit.end + reach))
    if blank is None or (
        not chinese and not re.search(r"(?i)\b(?:in|of|by|at|courts?)(?: the)?\W{0,4}$", words[: blank.start()])
    ):
        return None
    return Hit(hit.passage, min(hit.start, blank.start()), max(hit.end, blank.end()))


def _one_clause(hits: list[Hit]) -> bool:
    return len({hit.passage.index for hit in hits}) == 1


def _same_bilingual(hits: list[Hit]) -> bool:
    chinese = [re.search(r"[\u3400-\u9fff]", str(hit.value)) is not None for hit in hits]
    return sum(chinese) == 1 and chinese[0]


def _place(text: Text, parties: Parties, clause: _Clause, named: list[Hit]) -> Fact:
    name = "dispute.court_place"
    if not clause.courts:
        return not_applicable(name)
    places = [(hit, court_place(parties, str(hit.value))) for hit in named]
    known = [Hit(hit.passage, hit.start, hit.end, place) for hit, place in places if place is not None]
    if known:
        return decide(name, text, known)
    if named:
        # The plaintiff's or the defendant's place is one party's or the other's, as it turns out.
        depends = re.search(
            r"原告|被告|守约方|违约方|(?i:plaintiff|defendant|claimant)",
            str(named[0].value),
        )
        return doubtful(name, text, Reason.UNCLEAR if depends else Reason.NOT_COMPUTABLE, named[0])
    first = clause.courts[0]
    blank = _blank(first)
    if blank is not None:
        return doubtful(name, text, Reason.BLANK, blank)
    return stated(name, "unnamed", *evidence(text, first, name))


def _institution_count(text: Text, clause: _Clause, bodies: list[Hit]) -> Fact:
    name = "dispute.arb_institution_count"
    if not clause.arbitration:
        return not_applicable(name)
    if not bodies and any(_blank(hit) is not None for hit in clause.arbitration):
        return doubtful(name, text, Reason.BLANK, clause.arbitration[0])
    distinct = (
        {str(hit.value) for hit in bodies if re.search(r"[\u3400-\u9fff]", str(hit.value))}
        or {str(hit.value) for hit in bodies if len(str(hit.value)) > 6}
        or {str(hit.value) for hit in bodies}
    )
    count = Quantity(Decimal(len({body_of(name) for name in distinct})), Unit.NUMBER)
    shown = bodies[0] if bodies else clause.arbitration[0]
    return stated(name, count, *evidence(text, shown, name))
