"""Inspection and acceptance of what was delivered: whether, how long, by whom, and what silence means."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..contract.empty_clauses import heading_of
from ..fact import Fact, absent, not_applicable
from ..roles import Parties, Role
from ..sentence_tools import Hit, passages, subject, yes_no
from ..text import Text
from ..vocabulary import alternatives
from . import acceptance_terms, acceptance_time, delivery
from .faults_zh import tells_of_faults
from .inspection_en import CHECKED, is_of_accounts

_INSPECT = alternatives("acceptance", "inspect_zh")
# Papers that the seller brings, and its own checks of tools and sites, are no inspection of what it delivers.
_NOT_INSPECTION = re.compile(
    alternatives("acceptance", "not_inspection_zh")
    + r"|(?:查验|检验|检测)(?=[^,。;]{0,8}(?:报告|证书|资质|证件))(?![^,。;]{0,12}(?:异议|为准|提出))"
)
_GOODS_EN = alternatives("acceptance", "goods_en")
_HEADING = re.compile(rf"^[^,。;]{{0,14}}(?:{_INSPECT}|提出异议)[^,。;]{{0,14}}$")
_CLAUSE_ZH = re.compile(
    rf"(?:应|须|需|有权|负责|组织|完成|当场|抽样|配合|共同|双方|进行|按|可以|为主|未"
    rf"|不)[^。;]{{0,24}}?{_INSPECT}|{_INSPECT}(?:标准|方法|办法|方式|期限?|内容|程序|记录|结果"
    rf"|依据|不合格)"
    rf"|(?:[\u3400-\u9fff]后|内)[^,。;]{{0,8}}{_INSPECT}|(?:提出|书面)[^,。;]{{0,8}}异议(?!的?期)"
    r"|(?:质量|数量|外观|瑕疵|规格)[^,。;]{0,4}异议(?:期|应|须|的?提出)"
    rf"|检查[^,。;]{{0,14}}(?:签认|签收|签字|数量|外观|质量)"
    r"|(?:提出|提交)[^,。;]{0,6}索赔[^。;]{0,30}(?:检验|视为)|索赔[^。;]{0,40}检验报告"
    r"|不[^,。;]{0,10}索赔[^。;]{0,10}视为"
    r"|异议[^。;]{0,24}?(?:提出|通知|告知|反馈|书面)|(?:质量|数量|外观|瑕疵|规格"
    r"|品质)[^,。;]{0,6}异议,?[^。;]{0,8}(?:应|须|必须|在|于|可)"
    rf"|以[^,。;]{{0,16}}{_INSPECT}[^,。;]{{0,8}}为准|(?:由|经)[^,。;]{{1,12}}?{_INSPECT}"
    rf"|{_INSPECT}应当?(?:在|于|由)|签字确认,[^。;]{{0,4}}有(?:问题|异议)"
    r"|对(?:货物|产品|设备)?(?:的)?(?:质量|数量|外观|规格)[^,。;]{0,4}有(?:疑问|疑义|异议)"
)
_PAYS = re.compile(
    r"(?:后|合格后|通过后)[^。;]{0,30}(?:支付|付款|付清|付至|结算|返还)|(?:支付|付款|付至)[^。;]{0,16}(?:后|时)"
)
_NOT_GOODS_ZH = re.compile(
    r"对账|账目|账单|结算单|回签|视为(?:有效)?送达|送达(?:地址|方式)|审计|质保期满|保密|价格调整|调价|监督检查|试验"
)
# 对规则、条款、结算金额有异议的: nothing that was delivered.
_OBJECTS_TO_PAPERS = re.compile(
    r"对[^。;]{0,24}(?:规则|制度|条款|政策|合同|协议|金额|价格|费用|账单|对账|对帐)[^,。;]{0,8}(?:有|持有?|提出|存在)?[^,。;]{0,4}"
    r"(?:异议|疑义|疑问)(?![^。;]{0,40}(?:验收|检验|质量|货物))"
    r"|异议[^。;]{0,50}?(?:接受|同意|认可)[^,。;]{0,8}(?:变更|修订|修改|规则|调整)"
)
_CLAUSE_EN = re.compile(
    rf"\b(?:inspects?|examines?|rejects?|verif(?:y|ies)|(?:shall|may|will|must|to"
    rf"|and) (?:\w+ )?review|(?:to|shall|may|will|must|and"
    rf"|or) test(?:ing)?(?: of)?)\b[^.;]{{0,70}}?(?<![A-Za-z]){_GOODS_EN}(?![A-Za-z])"
    rf"|(?<![A-Za-z]){_GOODS_EN}\b[^.;]{{0,60}}?\b(?:inspected|examined|tested|rejected"
    rf"|subject to (?:inspection|acceptance|testing)|conform)\b"
    r"|\bsubject to (?:(?:the )?[\w']+(?:'s)? ){0,2}(?:final |prior )?(?:inspection|testing|acceptance)\b"
    rf"|\b(?:acceptance|inspection|testing|quality|quantity)\b[^.;]{{0,12}}?\bwithin"
    rf" \w{{1,12}}(?: \(\d+\))? (?:\w+ )?days?\b"
    r"|\b(?:inspect|examine|check)\w* (?:them |it )?(?:up)?on (?:arrival|receipt|delivery)\b|,\stest(?:s|ing)?\b"
    r"|\b(?:inspection|rejection|evaluation|testing) period\b"
    rf"|\breview period\b[^.;]{{0,40}}?(?<![A-Za-z]){_GOODS_EN}(?![A-Za-z])"
    rf"|\b(?:must|shall|should|will) check\b[^.;]{{0,30}}?(?<![A-Za-z]){_GOODS_EN}(?![A-Za-z])"
    r"|\bsamples?\b[^.;]{0,60}?\b(?:for testing|to test|tested)\b|\binspection certificate\b"
    r"|\binspection and (?:acceptance|claims)\b|\bacceptance (?:test(?:s|ing)?|criteria|period"
    r"|certificate|procedures?|process|protocol|report)\b"
    r"|\bacceptance of (?:the )?(?:goods|products|deliverables?|equipment|services)\b"
    r"|\bdeemed (?:to have )?(?:been )?(?:accepted|approved)\b"
    r"|\b(?:goods|products|deliverables?|reports?|works?|services) (?:is|are|shall be) accepted "
    r"(?:when|if|once|upon|only)\b"
    r"|\b(?:weights?|quality|quantity|inspections?|survey\w*|analys[ei]s)\b[^.;]{0,100}?\b(?<!not )(?<!not be )(?:final"
    r"|conclusive|binding)\b"
    r"|\b(?:accept|approve)\b[^.;]{0,24}?\bor\b[^.;]{0,30}?\b(?:reject|return|refuse)\b"
    r"|\bacceptance\b[^.;]{0,30}?\b(?:is|shall be|will be) (?:at|subject to|conditional|confirmed|evidenced|deemed)\b"
    r"|\btaking delivery\b[^.;]{0,60}?\bexamine\b",
    re.IGNORECASE,
)
_AWAITED = re.compile(
    rf"{_INSPECT}(?:合格|通过|完成|完毕)?(?:后|之日|且|并|、)|(?i:\b(?:after|upon|on|following) (?:final "
    rf"|satisfactory |successful )?"
    rf"acceptance of (?:the |all )?(?:{_GOODS_EN})\b|\bfinal acceptance\b)"
)
_NOTIFY_DEFECT_EN = re.compile(
    r"\bnotified\b[^.;]{0,60}?\b(?:such |any )defects?\b(?: by (?:the )?\w+)?|\b(?:notif(?:y|ies)|reports?"
    r"|informs?)\b[^.;]{0,60}?\bdamages?\b[^.;]{0,40}?\b(?:within|upon"
    r"|on (?:delivery|receipt)|immediately)\b|"
    r"\b(?:notif(?:y|ies)|notice|claims? for|reports?|informs?)\b[^.;]{0,80}?\b(?:defects?|defective"
    r"|shortages?"
    r"|non-?conform\w+|fails? to (?:meet|conform))\b|\b(?:defects?|shortages?"
    r"|non-?conform\w+)\b[^.;]{0,60}?\bnotif"
    r"|\b(?:damages?|defects?|shortages?|discrepanc\w+|faults?)\b[^.;]{0,40}?\b(?:must|shall|should|to) be "
    r"(?:noted|notified|reported|advised|communicated|claimed|intimated)\b"
    r"|\brejections?\b[^.;]{0,30}?\b(?:must|shall|should|will|to) be (?:intimated|notified|communicated|advised"
    r"|informed)\b"
    r"|\b(?:complaints?|claims?|objections?)\b[^.;]{0,150}?\b(?:admissible|made|notified|received|lodged|submitted"
    r"|raised|reported|presented|given|considered|accepted|allowed|entertained)\b"
    r"[^.;]{0,60}?\b(?:within|days|immediately|without delay)\b[^.;]{0,60}?\b(?:deliver\w*|receipt"
    r"|arrival|goods|products|shipment|received|discharge|unloading|landing|destination)\b",
    re.IGNORECASE,
)
_NOT_GOODS_EN = re.compile(
    r"\b(?:books|records?|premises|facilit(?:y|ies)|audits?|purchase orders?|orders? (?:not|is|are"
    r"|shall|will)|orders?\b[^.;]{0,20}?\b(?:accept|reject|confirm)|acceptance of (?:this"
    r"|the) (?:agreement|order|purchase)|confidential|invoices?|trademarks?|advertis\w*|marketing"
    r"|promotional|sales literature|fee increase|clinical|personal injury|disapprov\w+"
    r"|information provided|insurance polic(?:y|ies)|certificates? of insurance|third part(?:y"
    r"|ies)|offer|proposal|amendment|recall)\b",
    re.IGNORECASE,
)

# Where the goods are inspected isn't what is inspected.
_AT_A_PLACE = re.compile(
    r"(?i)\b(?:at|in|to) (?:the |its |their |such |any |each )?(?:[\w']+ ){0,3}?(?:premises|facilit(?:y|ies))\b"
)


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """The facts of inspection and acceptance, and of delivery, which it starts from."""
    silent = list(acceptance_terms.silence(text, parties))
    terms = list(_clauses(text, parties)) or silent
    clauses = terms or list(_awaited(text, parties))
    yield yes_no("acceptance.clause", text, clauses)
    if clauses and not terms:
        yield absent("acceptance.period_days")
    elif clauses:
        yield acceptance_time.period(text, parties, [*clauses, *silent])
    else:
        yield not_applicable("acceptance.period_days")
    yield from acceptance_terms.read(text, parties, [hit.passage for hit in clauses])
    yield from delivery.read(text, parties)


def _clauses(text: Text, parties: Parties) -> Iterator[Hit]:
    for passage in passages(text):
        words = passage.text
        heading = heading_of(words.split("\t")[0] if "\t" in words else words)
        if _HEADING.match(heading) and not _NOT_INSPECTION.search(heading) and not _PAYS.search(words):
            yield Hit(passage, 0, len(words))
            continue
        chinese = None if _OBJECTS_TO_PAPERS.search(words) else _CLAUSE_ZH.search(words)
        if chinese is not None and not _only_payment(words, chinese) and not _NOT_GOODS_ZH.search(words):
            yield Hit(passage, chinese.start(), chinese.end())
            continue
        told = tells_of_faults(parties, words)
        if told is not None and not _NOT_GOODS_ZH.search(words):
            yield Hit(passage, told.start(), told.end())
            continue
        english = _english(words)
        if english is not None and not _beside_goods(words, english) and _by_the_buyer(parties, words, english):
            yield Hit(passage, english.start(), english.end())


def _english(words: str) -> re.Match[str] | None:
    for pattern in (_CLAUSE_EN, _NOTIFY_DEFECT_EN, CHECKED):
        match = pattern.search(words)
        if match is not None and not ("deemed" in match[0].lower() and is_of_accounts(words, match.start())):
            return match
    return None


def _awaited(text: Text, parties: Parties) -> Iterator[Hit]:
    """Where acceptance is only what a payment waits for: there is one, without its terms."""
    for passage in passages(text):
        match = _AWAITED.search(passage.text)
        if match is None or _NOT_GOODS_ZH.search(passage.text) or _beside_goods(passage.text, match):
            continue
        if _NOT_INSPECTION.search(match[0]) is None and re.search(
            r"(?i)支付|付款|付清|付至|结|付|pay|due", passage.text
        ):
            yield Hit(passage, match.start(), match.end())


def _only_payment(words: str, match: re.Match[str]) -> bool:
    """Whether inspection is only named as the moment a payment waits for, or as a paper of the seller's."""
    own = _NOT_INSPECTION.sub("", words)
    if _CLAUSE_ZH.search(own) is None:
        return True
    return (
        _PAYS.search(words, match.start()) is not None
        and re.search(r"内[^,。;]{0,12}(?:验收|检验)|视为|异议|应[^,。;]{0,10}(?:组织|进行)", words) is None
    )


def _beside_goods(words: str, match: re.Match[str]) -> bool:
    own = _AT_A_PLACE.sub(lambda place: " " * len(place[0]), words)
    return _NOT_GOODS_EN.search(own, max(0, match.start() - 60), min(len(own), match.end() + 60)) is not None


def _by_the_buyer(parties: Parties, words: str, match: re.Match[str]) -> bool:
    # The seller's own tests and its review of the buyer's drafts are no acceptance.
    if subject(parties, words, match.start() + 1) is not Role.SELLER:
        return True
    return re.search(parties.buyer, match[0], re.IGNORECASE) is not None
