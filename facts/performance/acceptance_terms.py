"""The terms of an acceptance clause that decide whether the seller can rely on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...values import Quantity, Reason, Unit
from .. import regexes as re
from ..fact import Fact, absent, not_applicable, stated
from ..roles import Parties, Role
from ..sentence_tools import Hit, Passage, doubtful, evidence, first_blank, passages, search_all, subject, yes_no
from ..text import Text
from ..vocabulary import alternatives
from . import silence_en

_AS_ZH = r"(?:(?<!不)(?<!不得)(?<!不能)(?<!不应)(?<!不可)(?<!不应被)(?:视为|视同|视作|即为|认为|当作|当做|算作|推定))"
_GOOD_ZH = r"(?:合格|通过|接受|接收|符合|合乎|认可|无异议|验收|无误|没问题|无质量问题)"
_SILENCE_ZH = re.compile(
    rf"(?:逾期|过期|怠于|未|不(?!良)|没有|没|无(?!误)|超过|否则)[^。;]{{0,60}}?{_AS_ZH}[^。;]{{0,24}}?{_GOOD_ZH}"
    r"|(?:逾期|过期|未|没有)[^。;]{0,40}?(?:算合格|算验收|算通过|就算)"
    rf"|(?:逾期|过期|未|没有|否则)[^。;]{{0,60}}?{_AS_ZH}[^。;]{{0,12}}?放弃[^。;]{{0,10}}?(?:异议|主张|索赔)"
    rf"|(?:货到|到货|收货|交货|交付|签收)[^,。;]{{0,10}}?[日天]后[^,。;]{{0,6}}?{_AS_ZH}[^,。;]{{0,8}}?{_GOOD_ZH}"
    r"|异议[^。;]{0,24}否则[^。;]{0,6}视为[^。;]{0,16}?(?:合格|通过|接受|接收|符合|认可|无异议)"
)
_OF_GOODS_ZH = re.compile(r"验收|检验|货物|产品|质量|商品|设备|收货|签收|服务|成果|阶段|矿石|异议")
_NOT_GOODS_ZH = re.compile(
    r"对账|账目|账单|金额|回签|订单(?!号)|(?:视为|有效)送达|结算单|解除|默示同意|续约|续期|放弃(?!一切|[^。;]{0,10}(?:异议|主张|索赔))"
)
# Where the buyer keeps silent and the seller's own figures then decide, silence accepts them.
_OWN_FIGURES_ZH = re.Template(
    r"(?:未|不)[^。;]{{0,30}}?(?:电告|通知|提出|异议)[^。;]{{0,30}}?以{seller}[^。;]{{0,16}}为准"
)
_NO_SILENCE_ZH = re.compile(
    r"(?:未|没有|逾期|沉默)[^。;]{0,40}?(?:不得|不应|不能|不可|不)(?:被)?(?:视为|视同|推定)[^。;]{0,16}?(?:合格"
    r"|通过|接受|认可|无异议|验收)"
)
_STANDARD = re.compile(
    r"GB/?T?\s?\d|国家标准|国标|行业标准|企业标准|封样|(?:按照?|符合|依据|执行|参照|达到"
    r"|见)[^,。;]{0,24}(?:标准(?!说明)|技术(?:协议|规格|要求)|样品|图纸)|以下标准|质量标准(?:执行"
    r"|为)"
    rf"|\b(?i:conform|compl(?:y|ies)|meet|accordance with|satisf"
    rf"|contain)[^.;]{{0,60}}?(?i:{alternatives('acceptance', 'standard_named_en')})"
)
_THIRD = re.compile(
    r"(?:业主|最终用户|最终客户|终端客户|建设单位|监理(?:单位|方)?|第三方|上级单位|发包人"
    r"|质检部门)[^,。;]{0,12}(?:验收|检验|确认|审核)(?:合格|通过|结果|意见)?[^,。;]{0,8}(?:为准|后"
    r"|的)"
    r"|\b(?:lender|third party|independent (?:engineer|expert)|technical advis[eo]r)(?:'s)?\b[^.;]{0,50}?"
    r"\b(?:accept\w*|approv\w*|confirms?|satisf\w+)\b"
    r"|以[^,。;]{0,16}(?:第三方|业主|最终用户|监理)[^,。;]{0,16}为准|\b(?:end[- ]?(?:user"
    r"|customer)|customer's customer|owner|engineer)(?:'s)?\b[^.;]{0,30}?\b(?:acceptance"
    r"|approval)\b",
    re.IGNORECASE,
)
_SOLE = re.compile(
    r"(?:满意|认可)为(?:准|止)|以(?:甲方|买方|需方|乙方|采购方)[^,。;]{0,10}(?:意见|判断|认定|解释"
    r"|验收结果|检验结果|确认)为准|(?:单方|自行)(?:判断|决定|认定)"
    r"|\b(?:sole|absolute|own) (?:discretion|judgment|satisfaction|opinion)\b|\bsatisf(?:action"
    r"|actory) (?:of|to) (?:the )?(?:buyer|customer|purchaser|client)\b",
    re.IGNORECASE,
)
_STAGES = re.compile(
    rf"{alternatives('acceptance', 'stages_zh')}|\bFAT\b|\bSAT\b|(?i:{alternatives('acceptance', 'stages_en')})"
)
# Payment after arrival, installation, trial run, final acceptance and filing: each item is a stage of its own.
_STAGE_ITEM_EN = (
    r"(?:(?:\d{1,2}|[a-z]+)[- ](?:month|week|day)s?'? )?(?:(?:satisfactory|successful|final|provisional"
    r"|preliminary|site|factory) )?"
    r"(?:arrival|delivery|unpacking|installation|commissioning|trial(?: (?:run|operation|period))?|testing|tests?"
    r"|inspection|acceptance|handover|completion|filing|registration)"
)
_STAGE_LIST_EN = re.compile(
    rf"\b(?:after|upon|on|following|until) (?:the )?(?P<list>{_STAGE_ITEM_EN}(?:(?:,? and "
    rf"|, ?(?:then )?){_STAGE_ITEM_EN}){{2,8}})\b",
    re.IGNORECASE,
)
_SIGNERS = re.compile(
    r"(?:签收人|签认人|收货人|验收人|指定(?:的)?(?:收货|签收|验收)(?:人|代表"
    r"|人员))(?:员)?(?:[为是:]{1,2}|签字样本)\s*(?P<name>[^,。;\n]{0,30})"
    r"|\bauthori[sz]ed (?:receivers?|recipients?|signator(?:y"
    r"|ies) for receipt)\b[^.;]{0,10}?:\s*(?P<en>[^.;\n]{0,40})",
    re.IGNORECASE,
)
_RETURN = re.compile(
    r"无(?:条件|理由)[^,。;]{0,8}(?:退货|退换|退还)|(?:随时|任意)[^,。;]{0,6}退货"
    r"|\breturn\b[^.;]{0,60}?\b(?:for any reason|at any time|without cause"
    r"|in its sole discretion)\b|\bsale or return\b|\bunconditional(?:ly)? return",
    re.IGNORECASE,
)
_NO_RETURN = re.compile(
    r"(?:非质量问题)?(?:不予|概不|不得|不接受|恕不)[^,。;]{0,4}(?:退换|退货)"
    r"|\b(?:no returns? (?:are|is|will be|shall be|of)|not returnable|non-?returnable)\b",
    re.IGNORECASE,
)
_SAME_STAGE = {
    "初步验收": "初验",
    "最终验收": "终验",
    "开箱清点": "开箱验收",
    "到货验收": "开箱验收",
    "FAT": "factory acceptance",
    "SAT": "site acceptance",
}


def read(text: Text, parties: Parties, clauses: Sequence[Passage]) -> Iterator[Fact]:
    """The facts that depend on there being an acceptance clause, given its passages, and those of returns."""
    denied = [*search_all(text, _NO_SILENCE_ZH, unless=_NOT_GOODS_ZH), *refused_in_english(text)]
    yield yes_no("acceptance.deemed", text, silence(text, parties), denied)
    near = _with_following(text, clauses)
    if clauses:
        standards = [hit for hit in search_all(text, _STANDARD) if first_blank(hit.passage.text, hit.start) is None]
        yield yes_no("acceptance.standard_defined", text, _first(near, _STANDARD) or standards)
        yield yes_no("acceptance.by_third_party", text, _first(near, _THIRD))
        yield yes_no("acceptance.sole_discretion", text, _sole(parties, near))
        yield _stages(text, clauses)
    else:
        for name in ("standard_defined", "by_third_party", "sole_discretion", "stages"):
            yield not_applicable(f"acceptance.{name}")
    yield _signers(text)
    yield yes_no("acceptance.return_unconditional", text, search_all(text, _RETURN), search_all(text, _NO_RETURN))


def refused_in_english(text: Text) -> Iterator[Hit]:
    """Where an English contract says that silence accepts nothing."""
    return search_all(text, silence_en.NO_SILENCE_EN, unless=silence_en.NOT_GOODS_EN)


def silence(text: Text, parties: Parties) -> Iterator[Hit]:
    """Where saying nothing counts as accepting the goods; silence on accounts, orders and notices is left out."""
    own_figures = _OWN_FIGURES_ZH.filled(seller=parties.seller)
    previous = ""
    for passage in passages(text):
        words = passage.text
        chinese = _SILENCE_ZH.search(words) or own_figures.search(words)
        if chinese is not None and not _NOT_GOODS_ZH.search(words) and _OF_GOODS_ZH.search(previous + words):
            yield Hit(passage, chinese.start(), chinese.end())
        english = silence_en.silence(parties, words, previous)
        if english is not None:
            yield Hit(passage, english.start(), english.end())
        previous = words


def _with_following(text: Text, clauses: Sequence[Passage]) -> list[Passage]:
    wanted = sorted({at for passage in clauses for at in (passage.index, passage.index + 1)})
    every = passages(text)
    return [every[at] for at in wanted if at < len(every)]


def _first(near: Sequence[Passage], pattern: re.Pattern[str]) -> list[Hit]:
    found = ((passage, pattern.search(passage.text)) for passage in near)
    return [Hit(passage, match.start(), match.end()) for passage, match in found if match is not None][:1]


def _sole(parties: Parties, near: Sequence[Passage]) -> list[Hit]:
    return [
        hit
        for hit in _first(near, _SOLE)
        if re.search(r"[\u3400-\u9fff]|(?i:accept|reject|satisf|approv|inspect)", hit.passage.text)
        and subject(parties, hit.passage.text, hit.start) is not Role.SELLER
    ]


def _stages(text: Text, clauses: Sequence[Passage]) -> Fact:
    name = "acceptance.stages"
    stages: dict[str, Hit] = {}
    for passage in clauses:
        for match in _STAGES.finditer(passage.text):
            stage = _SAME_STAGE.get(match[0], match[0].lower())
            stages.setdefault(stage, Hit(passage, match.start(), match.end()))
        listed = _STAGE_LIST_EN.search(passage.text)
        if listed is not None:
            for item in re.finditer(_STAGE_ITEM_EN, listed["list"], re.IGNORECASE):
                stages.setdefault(item[0].lower(), Hit(passage, listed.start(), listed.end()))
    hits = list(stages.values()) or [Hit(clauses[0], 0, len(clauses[0].text))]
    count = Quantity(Decimal(len(hits)), Unit.NUMBER)
    return stated(name, count, *(e for hit in hits[:3] for e in evidence(text, hit, name)))


def _signers(text: Text) -> Fact:
    name = "acceptance.receipt_signers_named"
    for hit in search_all(text, _SIGNERS):
        match = _SIGNERS.search(hit.passage.text)
        written = (match["name"] or match["en"] or "").strip() if match else ""
        if first_blank(hit.passage.text, hit.start, hit.end) is not None or not written.strip(" _:"):
            return doubtful(name, text, Reason.BLANK, hit)
        if re.match(r"[\u3400-\u9fff]{2,4}(?:$|[、,\s(])|[A-Z][a-z]+ [A-Z]", written):
            return stated(name, True, *evidence(text, hit, name))
    return absent(name)
