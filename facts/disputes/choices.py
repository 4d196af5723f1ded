"""The words that send disputes to a court or to arbitrators, and those that only sound like it."""

from __future__ import annotations

from .. import regexes as re
from ..contract.blank_forms import FORMS
from .bodies import known_body
from .forums import PLACED_VENUE, courts, without_arbitral_courts

_COURT_ZH = re.compile(
    r"法院[^。;]{0,24}?(?:起诉|诉讼|管辖|处理|解决|裁判|裁决|判决|提起)|(?:起诉|诉讼|管辖|诉至"
    r"|提交|诉诸)[^。;]{0,24}?法院|法院[^。;]{0,8}打官司"
    # Who may sue goes to court, wherever it stands: 协商不成的,任何一方可向签约地提起诉讼.
    r"|(?:协商|调解|磋商)[^。;]{0,12}?(?:不成|未果|无法|不能|不了|不一致|得不到|失败)[^。;仲]{0,40}?(?:提起|提请|提出|提交|进行|采取|通过|诉诸|以)"
    r"(?:法律|民事|司法){0,2}诉讼(?!费|保全|时效|期间|财产)(?![^。;]{0,12}仲裁)"
    r"|(?:协商|调解|磋商)[^。;]{0,12}?(?:不成|未果|无法|不能|不了|不一致|得不到|失败)[^。;仲]{0,40}?"
    r"(?:(?:规定|依法|可以?|有权|均可|(?:向|到|在|至)[^,。;]{1,16})起诉|司法(?:机关|部门)(?:依法)?(?:裁决|解决|处理|裁判))"
    # A court arbitrates nothing: who is sent there is sent to court.
    r"|法院(?:进行)?仲裁(?!委|机构|院)"
)
_ARBITRATION_ZH = re.compile(
    r"(?:申请|提交|提请|进行|请求|交由|报|送|由|按|通过|以)[^。;]{0,36}?(?<!法院)(?<!法院进行)(?<!法院申请)仲裁(?!费|裁决|员)|仲裁(?:解决|处理|方式)"
    r"|仲裁(?:委员会|机构|机关|院|中心)[^。;]{0,16}(?:仲裁|裁决|解决|处理)"
    r"|(?:提交|由)[^。;]{0,30}?(?:仲裁院|仲裁中心|仲裁委员会)[^。;]{0,60}?(?:最终解决|裁决)"
    r"|(?:争议|纠纷)[^。;]{0,8}(?:管辖|仲裁|解决|处理)(?:的)?(?:机构|机关)[为是:][^。;]{0,24}仲裁(?:委员会|院|中心)"
    r"|(?:申请|提交|提请)仲裁(?:机构|机关|委员会)?裁决(?![书前后]|生效|结果)"
)
# 放弃向任何仲裁机构申请仲裁的权利: no choice of arbitration.
_GIVEN_UP_ZH = re.compile(r"(?:放弃|不(?:得|再|可|适用|选择|接受))[^,。;]{0,30}仲裁")
# Asking a court to secure the claim leaves the dispute itself with the arbitrators.
_SECURING_ZH = re.compile(
    r"[^,。;]{0,60}(?:保全|临时措施|行为禁令)[^,。;]{0,60}法院[^,。;]{0,60}"
    r"|[^,。;]{0,60}法院[^,。;]{0,60}(?:保全|临时措施|行为禁令)[^,。;]{0,60}"
)
_NOT_FORUM_ZH = re.compile(
    r"劳动仲裁|强制执行|申请执行|法院[^。;]{0,12}(?:要求|命令|裁定|查封|冻结)|生效(?:判决|裁决|法律文书)|送达"
)
_COURT_EN = re.compile(
    r"\b(?i:exclusive|non-?exclusive|sole|personal|irrevocably submit\w*[^.;]{0,40}?)\b"
    r"[^.;]{0,60}?\b(?i:jurisdiction|venue)\b[^.;]{0,80}?\b(?:(?i:courts?)\b|[A-Z])"
    r"|\b(?i:jurisdiction|venue)\b[^.;]{0,160}?\b(?i:courts?)\b|\b(?i:courts?)\b[^.;]{0,120}?\b(?i:jurisdiction"
    r"|venue)\b"
    r"|\b(?i:disputes?|claims?|matters?|actions?)\b[^.;]{0,80}?\b(?i:subject to)\b[^.;]{0,60}?\b(?i:courts?"
    r"|jurisdiction)\b"
    r"|\b(?i:brought|filed|commenced|instituted|litigated|bring|resolved|settled|determined|decided"
    r"|adjudicated|heard|tried|treated|dealt with|handled"
    r"|maintained|submitted|sued?|(?:makes?|pursues?) (?:any|a|all) (?:legal |such )?claims?)\b[^.;]{0,100}?\b(?:in"
    r"|before|by|to|at)\b[^.;]{0,60}?\b[Cc]ourts?\b"
    r"|\b(?i:submits?|attorns?|consents?)\b[^.;]{0,60}?\b[Cc]ourts?\b"
    r"|\b[Cc]ourts?\b[^.;]{0,80}?\b(?:shall|will|must|alone|is|are)\b[^.;]{0,20}?\b(?:decide|determine"
    r"|settle|resolve|hear"
    r"|adjudicate|competent)\b"
    r"|\b(?i:place of (?:(?:performance|fulfil+ment|delivery|payment) and )?(?:place of )?jurisdiction"
    r"|legal venue|venue|jurisdiction and venue)\b[^.;]{0,160}?\b(?:is|lies?|be)\b"
    r"|\b(?:is|be) (?:the )?(?:\w+ (?:and )?){0,3}?(?i:place of (?:performance and )?jurisdiction|legal venue)\b"
    r"|^\s*(?:Chosen )?[Cc]ourts?\b[\s:|]{0,4}[\[{_]|^\W*The courts \("
    r"|^\W*(?:\d[\d.)]*\s)?(?:The )?[Cc]ourts? (?:at|in) the (?:place|domicile|seat)\b"
    r"|\b[Dd]isputes?\b[^.;]{0,12}? to (?:the )?(?:competent )?[Cc]ourts?\b"
    r"|\b(?i:disputes?|which)\b[^.;]{0,160}?\bto (?:the )?(?:competent |relevant |appropriate "
    r"|ordinary )?[Cc]ourts? (?:of|in|at)\b"
    r"|\b(?i:brought|instituted|filed|commenced|decided)\b[^.;]{0,60}?\b(?:before|in|by|with) (?:the )?(?:Tribunal"
    r"|Tribunale"
    r"|Rechtbank|[A-Z][a-z]*[gG]ericht)\b"
    r"|\b[Dd]isputes?\b[^.;]{0,60}?\b(?:be|or) (?:settled by litigation|litigated)\b"
    r"|\bgoverned\b[^.;]{0,120}?\band the courts of\b"
    r"|\b(?:[Ss]ubject to|governed by|under|accordance with) (?:the )?(?:[A-Z][A-Za-z]+ ){1,3}[Ll]aws? and (?:the )?"
    r"(?:exclusive )?[Jj]urisdiction\b(?! of (?:its|their|any))"
    r"|\b(?:[A-Z][A-Za-z]+ )[Ll]aws? and (?:the )?[Jj]urisdiction (?:shall |will )?(?:apply|applies|govern)\b"
    r"|\b(?i:subject to|governed by|under) the laws? and (?:the )?(?:exclusive )?jurisdiction of (?:the )?[A-Z]"
    # The cover page of a form: "Jurisdiction: Alderton".
    r"|^\W*(?:\d[\d.)]*\s)?(?:(?i:governing |applicable )?(?i:law) (?i:and|&) )?(?i:(?:exclusive )?jurisdiction)"
    r"\s?[:\t]\s?(?!(?:This|The|Any|All|These|Each|Both|In|If|Where|Disputes?|Non)\b)[A-Z][\w ,&-]{2,50}\.?\s*$"
    r"|\b(?i:litigation|suits?|actions?|proceedings?|disputes?|claims?)\b[^.;]{0,120}?\b(?i:jurisdiction) of the"
    r" (?:State|Commonwealth|Province|City|County|Republic|Kingdom) of [A-Z]"
    r"|\b(?:Tribunal|Landgericht|Rechtbank|Tribunale)\s(?:de\s|di\s|judiciaire\s)?[^.;]{0,60}?\bjurisdiction\b"
)
_NOT_COURT_EN = re.compile(
    r"(?i)\bcourts? of competent jurisdiction\b(?! (?:in|located|sitting))|\b(?:judgment"
    r"|award)\b[^.;]{0,60}?\b(?:enter|enforce|confirm)\w*\b|\b(?:entered|enforced) (?:in"
    r"|by) any court|\binjuncti|\bany court (?:having|of competent)|\bequitable relief\b"
    r"|\b(?:interim|interlocutory|conservatory|provisional) (?:relief|remed|measure|order)"
    r"|\bin aid of arbitration\b|\bbankruptcy court\b|\border of (?:a|any) court\b|\bsubpoena"
)
# "any other court of competent jurisdiction" beside a court that is named.
_ANY_COURT_EN = re.compile(
    r"(?i)\b(?:any|a) (?:other )?courts? (?:of|having|with) competent jurisdiction\b(?! (?:in|located))"
)
# Courts as a public power, not as the place the parties chose.
_AUTHORITY_EN = re.compile(
    r"(?i)\bcourts?,? or (?:any |other |a )?(?:governmental|administrative|lawful|regulatory"
    r"|tribunal|authority|agency|arbitrator)|\bgovernmental (?:authority|agency|or court)"
    r"|\bcourt orders?\b|\border of (?:a|any) court|\b(?:decree|adjudg\w+|held (?:by|to be))\b"
    r"|\bappeal or\b|\bpoint of law\b|\bcourt,[^.;]{0,40}\barbitrator|\bwere determined by litigation\b"
)
_SEAT_EN = re.compile(
    r"(?i)\b(?:venue|place|seat) of (?:the )?arbitration\b|(?<=arbitrat)[^.]{0,160}?(?<!jurisdiction and )\bvenue\b"
)
_DISPUTE_EN = re.compile(r"(?i)\b(?:disputes?|controvers(?:y|ies)|differences?)\b")
_OF_A_DISPUTE = re.compile(
    r"[\u3400-\u9fff]|(?i:\b(?:disputes?|disagreements?|controvers\w+|claims?|differences?|matters?|actions?"
    r"|questions?|case|same|settlement|arbitration shall|it shall be)"
    r"|^\W*(?:\d[\d.)]*\s*)?arbitration(?:\s?[:\t-]| (?:by|before|at|in)\b))"
)
# Hartwin Tools Inc. in the middle of a sentence ends nothing.
_ABBREVIATED = re.compile(
    r"(?<=\bInc)\.(?= [a-z])|(?<=\bLtd)\.(?= [a-z])|(?<=\bCorp)\.(?= [a-z])"
    r"|(?<=\bCo)\.(?= [a-z])"
)
_OF_A_SUIT_EN = re.compile(
    r"(?i)\b(?:courts?|jurisdiction|disputes?|legal|actions?|suits?|lawsuits?|proceedings?|claims?|litigation"
    r"|arbitration"
    r"|exclusively|places? of business|registered office|domicile|county|district|controvers\w+)\b|\b(?:exclusive"
    r"|sole|proper) venue\b|\bvenue (?:shall|will) (?:lie|be laid)\b"
)
_AWARD_EN = re.compile(r"(?i)\barbitra|\baward\b|\binterim\b")
# Courts that only help the arbitrators decide nothing.
_IN_AID_EN = re.compile(
    r"(?i)\bjurisdiction\b[^.;]{0,40}?\b(?:to|for|over|in respect of|for the purposes? of) (?:the |any )?(?:enforc\w+"
    r"|grant\w* (?:of )?interim"
    r"|supervis\w+|interim|injunct\w+|confirm\w*|recogni\w+|aid of arbitration|proceedings (?:in aid of|relating to"
    r"|connected with)"
    r" (?:the )?arbitra)|\bsupervisory jurisdiction\b"
)
# "the courts of ____": the place is still to be written in.
_COURTS_OF = re.compile(
    r"(?i)\bcourts? (?:sitting |located |situated )?(?:of|in|at) (?:the )?(?:(?:state|city|county) of )?$"
)
_EXCLUSIVE_EN = re.compile(
    r"(?i)\b(?:exclusive|sole|non-?exclusive)\b[^.;]{0,40}?\b(?:jurisdiction|venue)|\bvenue\b"
    r"|\bjurisdiction of the (?:state|commonwealth|province|city|county|republic|kingdom) of\b"
    r"|\b(?:[A-Z]\w+|the) laws? and (?:the )?jurisdiction\b|^\W*(?:\d[\d.)]*\s)?[\w &]{0,24}jurisdiction\s?[:\t]"
    r"|\bplace of jurisdiction\b|\bonly (?:in|before|by)\b[^.;]{0,40}?\bcourts?\b"
    r"|\bsubject to (?:\w+ ){1,5}jurisdiction\b|\bcourts? (?:exercising|having|with) jurisdiction (?:there|in|of"
    r"|over)\b"
    r"|\bChosen Courts\b|^\s*Courts?\b|^\W*The courts \("
    r"|\bcourts? at \w+'s (?:domicile|seat|place|residence)"
    r"|\bcourts? (?:of|at|in|for) (?:the |its |his )?(?:place|domicile|seat|residence|registered"
    r"|defendant|plaintiff|claimant)"
)
_ARBITRATION_EN = re.compile(
    r"(?i)\b(?:settled|resolved|submitted|referred|decided|determined|considered|examined|heard|solved|brought"
    r"|handled|finali[sz]ed"
    r"|resolve[sd]?|settle|submit"
    r"|refer|decide|pursue|agree to)\b[^.;]{0,110}?\b(?:binding |final )?arbitra(?:tion|ted|tors?|l tribunal)\b"
    r"|\bdisputes?\b[^.;]{0,40}?\bto\b[^.;]{0,60}?\barbitrat(?:ion|ors?)\b"
    r"|\barbitration\b[^.;]{0,60}?\b(?:shall|will|must) be (?:held|conducted|administered|final)"
    r"|\barbitration\b[^.;]{0,30}?\b(?:shall|will|must) (?:take place|proceed)\b"
    r"|\b(?:shall|will|must|are to|is to|may) (?:be )?(?:finally )?arbitrated?\b"
    r"|^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s*)?arbitration(?:\s?[:\t-](?=[^.;]{0,80}[A-Z])| (?:by|before) the\b"
    r"| (?:by|before|at|in) (?=[A-Z]))"
)
_NO_ARBITRATION_EN = re.compile(
    r"(?i)\bnot (?:be )?(?:subject to|submitted? to|required to)[^.;]{0,20}?arbitrat"
    r"|\bunless\b[^.;]{0,40}?\bagree\b[^.;]{0,60}?\barbitrat|\bwithout (?:resort to )?arbitration"
    r"|\bexclud\w+ (?:any )?arbitration|\barbitration is excluded"
)
_SETTLED_EN = re.compile(
    r"(?i)^\W*(?:\d[\d.)]*\s*)?(?:Disputes?|Dispute resolution)\s?:|\b(?:disputes?"
    r"|controvers\w+)\b[^.;]{0,60}?\b(?:settled|resolved|referred|submitted)\b"
)


def arbitration(words: str, before: str) -> re.Match[str] | None:
    """Where a sentence sends disputes to arbitration; `before` is the sentence in front, which may name the dispute."""
    found = _ARBITRATION_ZH.search(_GIVEN_UP_ZH.sub(_blotted, words)) or (
        None if _NO_ARBITRATION_EN.search(words) else _ARBITRATION_EN.search(words)
    )
    if found is None and _SETTLED_EN.search(words):
        found = known_body().search(words)
    if found is not None and _OF_A_DISPUTE.search(words) is None and _DISPUTE_EN.search(before) is None:
        return None
    return found


def court(words: str, beside_arbitration: bool) -> re.Match[str] | None:
    """Where a sentence sends disputes to a court. Courts that only secure a claim before arbitration are left out."""
    chosen = _SECURING_ZH.sub(lambda aside: " " * len(aside[0]), words) if beside_arbitration else words
    english = _SEAT_EN.sub(_blotted, _ABBREVIATED.sub("-", without_arbitral_courts(words)))
    found = _COURT_ZH.search(chosen) or _COURT_EN.search(english) or PLACED_VENUE.search(english)
    if found is not None and (_only_helps(words) or not _is_of_a_suit(words, found)):
        return None
    if found is None or re.search(r"[\u3400-\u9fff]|(?i:litigat)", found[0]) is not None or _is_chosen(words):
        return found
    return None


def _only_helps(words: str) -> bool:
    """Whether a sentence gives courts no more than helping the arbitrators and enforcing what they award."""
    return _IN_AID_EN.search(words) is not None and _AWARD_EN.search(words) is not None


def _is_of_a_suit(words: str, found: re.Match[str]) -> bool:
    """Whether a venue is that of a suit, not of a concert or a trade fair; what else was found is of a suit."""
    if "venue" not in found[0].lower():
        return True
    return _OF_A_SUIT_EN.search(words, max(0, found.start() - 80), found.end() + 80) is not None


def _blotted(aside: re.Match[str]) -> str:
    return " " * len(aside[0])


def is_no_forum(words: str) -> bool:
    """Whether a sentence speaks of courts as a public power, of enforcing a judgment or of serving papers."""
    return _NOT_FORUM_ZH.search(words) is not None or _AUTHORITY_EN.search(words) is not None


def _is_chosen(words: str) -> bool:
    """Whether an English sentence on courts picks one: by name, as exclusive, or as the venue."""
    words = _ANY_COURT_EN.sub(lambda aside: " " * len(aside[0]), words)
    if _NOT_COURT_EN.search(words) and not re.search(r"(?i)\bexclusive(?:ly)?\b", words):
        return False
    if _EXCLUSIVE_EN.search(words) is not None or next(courts(words), None) is not None:
        return True
    blank = FORMS.search(words)
    return blank is not None and _COURTS_OF.search(words, 0, blank.start()) is not None
