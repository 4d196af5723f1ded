"""Where disputes go: court or arbitration, which one, whose place it is, and the law that decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from ...values import Quantity, Reason, Unit
from ..contract.empty_clauses import empty_clause
from ..fact import Fact, absent, not_applicable, stated, unknown
from ..roles import Parties
from ..sentence_tools import Hit, Passage, decide, doubtful, evidence, first_blank, passages
from ..text import Text
from ..vocabulary import alternatives
from . import governing_law
from .forums import court_place, courts, institutions, without_arbitral_courts

_COURT_ZH = re.compile(
    r"法院[^。;]{0,24}?(?:起诉|诉讼|管辖|处理|解决|裁判|裁决|判决|提起)|(?:起诉|诉讼|管辖|诉至"
    r"|提交|诉诸)[^。;]{0,24}?法院|法院[^。;]{0,8}打官司"
)
_ARBITRATION_ZH = re.compile(
    r"(?:申请|提交|提请|进行|请求|交由|报|送|由)[^。;]{0,36}?仲裁(?!费|裁决|员)|仲裁(?:解决|处理"
    r"|方式)|仲裁(?:委员会|机构|机关|院|中心)[^。;]{0,16}(?:仲裁|裁决|解决|处理)"
)
# Asking a court to secure the claim leaves the dispute itself with the arbitrators.
_SECURING_ZH = re.compile(
    r"[^,。;]*(?:保全|临时措施|行为禁令)[^,。;]*法院[^,。;]*|[^,。;]*法院[^,。;]*(?:保全|临时措施|行为禁令)[^,。;]*"
)
_NOT_FORUM_ZH = re.compile(
    r"劳动仲裁|强制执行|申请执行|法院[^。;]{0,12}(?:要求|命令|裁定|查封|冻结)|生效(?:判决|裁决|法律文书)|送达"
)
_COURT_EN = re.compile(
    r"\b(?:exclusive|non-?exclusive|sole|personal|irrevocably submit\w*[^.;]{0,40}?)\b"
    r"[^.;]{0,60}?\b(?:jurisdiction|venue)\b[^.;]{0,80}?\b(?:courts?\b|[A-Z])"
    r"|\b(?:jurisdiction|venue)\b[^.;]{0,80}?\bcourts?\b|\bcourts?\b[^.;]{0,90}?\b(?:jurisdiction|venue)\b"
    r"|\b(?:brought|filed|commenced|instituted|litigated|bring|resolved|settled|determined|heard"
    r"|maintained|submitted)\b[^.;]{0,100}?\b(?:in|before|by|to|at)\b[^.;]{0,60}?\b[Cc]ourts?\b"
    r"|\b[Pp]lace of [Jj]urisdiction\b|\b[Vv]enue\b[^.;]{0,30}?\b(?:shall be|is|lies)\b"
    r"|^\s*(?:Chosen )?[Cc]ourts?\b[\s:|]{0,4}[\[{_]|^\W*The courts \("
    r"|\bgoverned\b[^.;]{0,120}?\band the courts of\b"
)
_NOT_COURT_EN = re.compile(
    r"(?i)\bcourts? of competent jurisdiction\b(?! (?:in|located|sitting))|\b(?:judgment"
    r"|award)\b[^.;]{0,60}?\b(?:enter|enforce|confirm)\w*\b|\b(?:entered|enforced) (?:in"
    r"|by) any court|\binjuncti|\bany court (?:having|of competent)|\bequitable relief\b"
    r"|\binterim relief\b|\bprovisional (?:relief|remed)|\bbankruptcy court\b|\border of (?:a"
    r"|any) court\b|\bsubpoena"
)
# Courts as a public power, not as the place the parties chose.
_AUTHORITY_EN = re.compile(
    r"(?i)\bcourts?,? or (?:any |other |a )?(?:governmental|administrative|lawful|regulatory"
    r"|tribunal|authority|agency|arbitrator)|\bgovernmental (?:authority|agency|or court)"
    r"|\bcourt orders?\b|\border of (?:a|any) court|\b(?:decree|adjudg\w+|held (?:by|to be))\b"
    r"|\bcourt,[^.;]{0,40}\barbitrator|\bwere determined by litigation\b"
)
_OF_A_DISPUTE = re.compile(
    r"[\u3400-\u9fff]|(?i:\b(?:disputes?|controvers\w+|claims?|differences?|matters?|actions?"
    r"|questions?|case|same|settlement|arbitration shall))"
)
_KNOWN_BODY = re.compile(alternatives("dispute", "institutions_en"))
_EXCLUSIVE_EN = re.compile(
    r"(?i)\b(?:exclusive|sole|non-?exclusive)\b[^.;]{0,40}?\b(?:jurisdiction|venue)|\bvenue\b"
    r"|\bChosen Courts\b|^\s*Courts?\b|^\W*The courts \("
)
_ARBITRATION_EN = re.compile(
    r"(?i)\b(?:settled|resolved|submitted|referred|decided|determined|resolve[sd]?|settle|submit"
    r"|refer|decide|pursue|agree to)\b[^.;]{0,110}?\b(?:binding |final )?arbitrat(?:ion|ed|ors?)\b"
    r"|\barbitration\b[^.;]{0,60}?\b(?:shall|will|must) be (?:held|conducted|administered|final)"
)
_NO_ARBITRATION_EN = re.compile(
    r"(?i)\bnot (?:be )?(?:subject to|submitted? to|required to)[^.;]{0,20}?arbitrat"
    r"|\bwithout (?:resort to )?arbitration"
)
_SETTLEMENT_ZH = re.compile(r"争议|纠纷|争执|协商不成|诉讼|仲裁")
_CHOOSE_ONE = re.compile(r"[两二]者?选一|任选(?:其)?一|择一|选择其中一")
_OPTION_BLANK = re.compile(
    r"第\s*(?:_+|\(\s*_*\s*\)|\[\s*_*\s*\]|\s{2,})\s*[种项款]|\((?:\s|_)*\)[^。;]{0,24}\((?:\s|_)*\)"
)
_OPTION_TAKEN = re.compile(r"(?:下列|以下)?第\s*[_(\[]*\s*(?P<n>[12一二])\s*[_)\]]*\s*[种项](?:方式|办法)?")
_TICKED, _UNTICKED = re.compile(r"[☑■√✓☒]|\[[xX√✓]\]"), re.compile(r"[□☐]|\[ *\]")
_HEADING = re.compile(
    r"^(?:解决|处理)?[^,。;]{0,8}(?:纠纷|争议|争端)[^,。;]{0,4}(?:的)?(?:解决|处理)?(?:的)?(?:方式"
    r"|办法|方法|条款)?$|^仲裁$"
)
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
    spoken = False
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
        _sort(clause, passage, taken)
    return clause


def _sort(clause: _Clause, passage: Passage, taken: str | None) -> None:
    words = passage.text
    if _other_option(words, taken):
        return
    arbitration = _ARBITRATION_ZH.search(words) or (
        None if _NO_ARBITRATION_EN.search(words) else _ARBITRATION_EN.search(words)
    )
    chosen = words if arbitration is None else _SECURING_ZH.sub(lambda aside: " " * len(aside[0]), words)
    court = _COURT_ZH.search(chosen) or _COURT_EN.search(without_arbitral_courts(words))
    if arbitration is None and re.search(
        r"(?i)\b(?:disputes?|controvers\w+)\b[^.;]{0,60}?\b(?:settled|resolved|referred|submitted)\b", words
    ):
        arbitration = _KNOWN_BODY.search(words)
    if arbitration is not None and _OF_A_DISPUTE.search(words) is None:
        arbitration = None
    if arbitration is not None and not _is_no_forum(words) and not _unticked(words, arbitration):
        clause.arbitration.append(Hit(passage, arbitration.start(), arbitration.end()))
    if court is None or _unticked(words, court):
        return
    chinese = re.search(r"[\u3400-\u9fff]", court[0]) is not None
    if _is_no_forum(words) or not (chinese or _is_chosen(words)):
        return
    clause.courts.append(Hit(passage, court.start(), court.end()))


def _is_no_forum(words: str) -> bool:
    return _NOT_FORUM_ZH.search(words) is not None or _AUTHORITY_EN.search(words) is not None


def _is_chosen(words: str) -> bool:
    """Whether an English sentence on courts picks one: by name, as exclusive, or as the venue."""
    if _NOT_COURT_EN.search(words) and not re.search(r"(?i)\bexclusive(?:ly)?\b", words):
        return False
    return _EXCLUSIVE_EN.search(words) is not None or next(courts(words), None) is not None


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
    wanted = sorted({at for hit in hits for at in (hit.passage.index, hit.passage.index + 1) if at < len(every)})
    return [Hit(every[at], 0, len(every[at].text)) for at in wanted]


def _forum(text: Text, clause: _Clause, named: list[Hit], bodies: list[Hit]) -> Fact:
    name = "dispute.forum"
    chosen = [*(named if clause.courts else ()), *bodies]
    distinct: dict[str, Hit] = {}
    for hit in chosen:
        key = re.sub(r"\W|(?i:the)", "", str(hit.value)).lower()
        if not any(key in other or other in key for other in distinct):
            distinct[key] = hit
    first = clause.courts[0] if clause.courts else clause.arbitration[0]
    if not distinct:
        for hit in (*clause.courts, *clause.arbitration):
            blank = _blank(hit)
            if blank is not None:
                return doubtful(name, text, Reason.BLANK, blank)
        return doubtful(name, text, Reason.UNCLEAR, first)
    hits = list(distinct.values())
    if len(hits) == 1 or _same_bilingual(hits) or (not clause.arbitration and _one_clause(hits)):
        return stated(name, hits[0].value, *evidence(text, hits[0], name))
    reason = Reason.UNCLEAR if clause.courts and clause.arbitration else Reason.CONTRADICTION
    return unknown(name, reason, *(e for hit in hits for e in evidence(text, hit, name)))


def _blank(hit: Hit) -> Hit | None:
    """The place for a forum's name that was left open, close to the words that send disputes there."""
    words = hit.passage.text
    reach = 10 if re.search(r"[\u3400-\u9fff]", words) else 60
    blank = first_blank(words, max(0, hit.start - 10), min(len(words), hit.end + reach))
    if blank is None or (
        reach == 60 and not re.search(r"(?i)\b(?:in|of|by|at|courts?)(?: the)?\W{0,4}$", words[: blank.start()])
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
        depends = re.search(r"原告|被告|守约方|违约方|(?i:plaintiff|defendant|claimant)", str(named[0].value))
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
    count = Quantity(Decimal(len(distinct)), Unit.NUMBER)
    shown = bodies[0] if bodies else clause.arbitration[0]
    return stated(name, count, *evidence(text, shown, name))
