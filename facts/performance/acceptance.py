"""Inspection and acceptance of what was delivered: whether, how long, by whom, and what silence means."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..contract.empty_clauses import heading_of
from ..fact import Fact, absent, not_applicable
from ..roles import Parties
from ..sentence_tools import Hit, passages, yes_no
from ..text import Text
from ..vocabulary import alternatives
from . import acceptance_terms, acceptance_time, delivery
from .faults_zh import tells_of_faults
from .inspection_en import inspection, is_beside_goods

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
    r"|(?:异议|验收|检验)(?:期限|期间|期)(?:[为是:]|应)"
    rf"|以[^,。;]{{0,16}}{_INSPECT}[^,。;]{{0,8}}为准|(?:由|经)[^,。;]{{1,12}}?{_INSPECT}"
    rf"|{_INSPECT}应当?(?:在|于|由)|签字确认,[^。;]{{0,4}}有(?:问题|异议)"
    r"|对(?:货物|产品|设备)?(?:的)?(?:质量|数量|外观|规格)[^,。;]{0,4}有(?:疑问|疑义|异议)"
)
_PAYS = re.compile(
    r"(?:后|合格后|通过后)[^。;]{0,30}(?:支付|付款|付清|付至|结算|返还)|(?:支付|付款|付至)[^。;]{0,16}(?:后|时)"
)
_NOT_GOODS_ZH = re.compile(
    r"对账|账目|账单|结算单|回签|自动(?:顺延|续[延期展签约])|续[签约]|视为(?:有效)?送达|送达(?:地址|方式)|审计|质保期满|保密|价格调整|调价|监督检查|试验"
    r"|(?:费用|货款|款项|金额)的?(?:核对|确认)"
)
# 对规则、条款、结算金额有异议的: nothing that was delivered.
_OBJECTS_TO_PAPERS = re.compile(
    r"对[^。;]{0,24}(?:规则|制度|条款|政策|合同|协议|金额|价格|费用|账单|对账|对帐)[^,。;]{0,8}(?:有|持有?|提出|存在)?[^,。;]{0,4}"
    r"(?:异议|疑义|疑问)(?![^。;]{0,40}(?:验收|检验|质量|货物))"
    r"|异议[^。;]{0,50}?(?:接受|同意|认可)[^,。;]{0,8}(?:变更|修订|修改|规则|调整)"
)
_AWAITED = re.compile(
    rf"{_INSPECT}(?:合格|通过|完成|完毕)?(?:后|之日|且|并|、|的?(?:前提|情况|条件)下)"
    rf"|(?i:\b(?:after|upon|on|following) (?:final "
    rf"|satisfactory |successful )?"
    rf"acceptance of (?:the |all )?(?:{_GOODS_EN})\b|\bfinal acceptance\b)"
)
# Of several sentences one that says so plainly is quoted.
_PLAIN = re.compile(r"[\u3400-\u9fff]|(?i:\b(?:inspect|examin|reject|accept|UAT\b|sign[ -]?off))")


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """The facts of inspection and acceptance, and of delivery, which it starts from."""
    silent = list(acceptance_terms.silence(text, parties))
    terms = list(_clauses(text, parties)) or silent or list(acceptance_terms.refused_in_english(text))
    clauses = terms or list(_awaited(text, parties))
    yield yes_no("acceptance.clause", text, sorted(clauses, key=lambda hit: _PLAIN.search(hit.passage.text) is None))
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
        english = inspection(parties, words)
        if english is not None:
            yield Hit(passage, english.start(), english.end())


def _awaited(text: Text, parties: Parties) -> Iterator[Hit]:
    """Where acceptance is only what a payment waits for: there is one, without its terms."""
    for passage in passages(text):
        match = _AWAITED.search(passage.text)
        if match is None or _NOT_GOODS_ZH.search(passage.text) or is_beside_goods(passage.text, match):
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
