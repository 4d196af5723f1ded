"""What a document is: a sale, a framework, a service, or no contract at all; by its title, then by its content."""

from __future__ import annotations

from functools import lru_cache

from .. import regexes as re
from ..parties.read import declared
from ..signing.zones import signature_zones
from ..text import Stretch, Text

_TITLE_ZH = re.compile(
    r"(?:合同|协议|协议书|订单|订购单|确认书|合约|契约)(?:书|单)?(?:[ ]*\([^()\n]{1,12}\))?(?=$|[ ]*(?!N[oO]\b)[A-Z])"
)
_TITLE_EN = re.compile(
    r"\b(?:(?:[A-Z][A-Za-z&/-]*|[IVX]+|of|and|for|the|to|-)[ ]+){0,8}?(?:AGREEMENT|Agreement|CONTRACT"
    r"|Contract|CONFIRMATION|Confirmation|ORDER FORM|Order Form|PURCHASE ORDER|Purchase Order"
    r"|(?:LETTER OF ENGAGEMENT|Letter of Engagement|ENGAGEMENT LETTER|Engagement Letter|STATEMENT OF WORK"
    r"|Statement of Work"
    r"|TERMS AND CONDITIONS(?: OF \w+)?|Terms and Conditions(?: of \w+)?|(?:Equipment |EQUIPMENT )(?:Lease"
    r"|LEASE|Hire|HIRE)))"
    r"(?![a-z]|[ ](?:N[oO]\b|Number|Ref))"
)
_PAPER_ZH = (
    r"(?:增值税)?(?:电子)?(?:专用|普通)?(?:发票|装箱单|装箱明细|送货单|发货单|出库单|入库单|交货单|提单|海运提单|提货单|签收单|收货单|(?:收货|签收|验收|到货|发货)确认单|验收单|对账单"
    r"|对帐单|往来对账函|收据|收条|借据|欠条|汇款单|付款申请单|付款通知书?|律师函|催款函|催收函|询证函|询价单|询价函|报价单|报价表|投标函|履历|简历"
    r"|通知书?|公告|会议纪要|备忘|授权委托书|介绍信|营业执照|形式发票|商业发票|报关单|原产地证明?书?|检验报告|质量检验单|检测报告|产品合格证|保险单|保函"
    r"|银行回单|资产负债表|利润表|审计报告|说明书|投标书|招标公告|中标通知书|资信证明|征信报告|发票申请单|退货单|结算单|费用清单|工资表)"
)
_PAPER_EN = (
    r"(?:commercial |pro[- ]?forma |tax |sales |customs |consular )*(?:invoice|packing list|packing slip"
    r"|delivery (?:note|order|receipt)|statement of account"
    r"|account statement|(?:ocean |sea )?bill of lading|air waybill|waybill|credit note|debit note|receipt"
    r"|quotation|quote|price list|certificate of"
    r"|customs declaration|export declaration|shipping (?:instructions?|advice)|remittance advice|notice of"
    r"|reminder|minutes of|memorandum$|resume"
    r"|curriculum vitae|press release|balance sheet|annual report|power of attorney|inspection report"
    r"|request for quotation|rfq\b|invitation to"
    r"|insurance policy|dear (?:sir|madam|mr|ms|mrs|all|customer)s?)\b"
)
_OTHER_PAPERS = re.compile(
    rf"^[\u3400-\u9fff()]{{0,20}}{_PAPER_ZH}(?:$|[ (:A-Z])|^关于[^\n]{{2,40}}的?(?:函|通知|报告|请示|说明"
    rf"|公告)[ ]*$|^[\u3400-\u9fff]{{0,14}}函[ ]*$"
    rf"|^(?i:{_PAPER_EN})"
)
# A letter that the reader is to sign and send back makes a contract; one that only asks or tells makes none.
_LETTER = re.compile(
    r"^[ ]*(?i:dear\b|to whom it may concern)|^[\u3400-\u9fff()]{4,30}(?:公司|厂|局|先生|女士|院)[ ]*:[ ]*$",
    re.MULTILINE,
)
_ASKS_TO_SIGN = re.compile(
    r"(?i:(?:sign|countersign)\w*[^.\n]{0,60}(?:return|below|copy|accept|agree|confirm)|we agree to (?:the"
    r"|these) terms|agreed and accepted"
    r"|accepted and agreed|letter of engagement|engagement letter|letter (?:agreement|contract)"
    r"|this letter (?:agreement|sets out|confirms))"
    r"|请[^。\n]{0,20}(?:签字|盖章|签章)[^。\n]{0,16}(?:回传|寄回|返回|确认)|订货|订购|采购"
)
_LETTER_LINES = 15
# A paper that says what it is outranks its title.
_SAYS_FRAMEWORK = re.compile(
    r"本(?:合同|协议)(?:系|为|是|属)(?:双方(?:之间)?的?)?(?:年度|长期|供货|采购|销售)*框架(?:性)?(?:合同|协议)"
    r"|\b(?i:this (?:agreement|contract)? ?is an? (?:\w+ ){0,2}framework (?:agreement|contract))\b"
)
_CONTRACT_WORDS = re.compile(
    r"合同|协议|甲方|(?i:\bagreement\b|\bcontract\b|\bterms (?:and conditions|of (?:sale|payment|trade"
    r"|purchase))\b|\bnet \d{2}\b)"
)
_FIRST_LINES = 12
_LONGEST_TITLE = 60
_SEARCHED_EN = 1200

# In this order: a 租赁 or 借款 contract is one whatever else it mentions; 框架 and 经销 outrank 销售.
_BY_TITLE = (
    ("lease", r"租赁|(?i:\blease\b|rental)"),
    ("loan", r"借款|贷款|(?i:\bloan\b|credit facility|promissory)"),
    ("works", r"施工|工程承包|建设工程|装修|装饰工程|安装工程(?!.*采购)|(?i:construction|building contract|epc\b)"),
    ("processing", r"加工|承揽|定作|(?i:processing agreement|tolling)"),
    (
        "framework",
        r"框架|年度|长期|经销|代理|分销|总协议|(?i:framework|master (?:supply|purchase|sales?)|distribut|resell"
        r"|dealer)",
    ),
    (
        "service",
        r"服务|咨询|开发|维护|运维|维保|托管|物业|运输|仓储|广告|设计|(?i:services?\b|consult|maintenance"
        r"|outsourc|engagement|statement of work|hosting|software|cloud|development|agency)",
    ),
    ("sale", r"购销|买卖|代销|寄售|采购|销售|订货|购买|供货|供应|售货|订单|订购|(?i:\bsales?\b|purchase|supply)"),
)
_ORDERS = re.compile(
    r"(?:以|按|通过|凭|下达)[^。;\n]{0,16}(?:采购订单|订货单|订单|要货计划)|(?i:purchase orders?|each order"
    r"|individual orders?|released? orders?)"
)
_FORECAST = re.compile(
    r"(?i:during the term|term of this agreement|forecast|each (?:contract )?year|exclusive(?:ly)?)|框架|年度|有效期"
)
_FIXED_TOTAL = re.compile(
    r"(?i:total (?:cost|price|value|amount)\b[^.;\n]{0,60}\d)|(?:总价|总金额|合计)[^。;\n]{0,20}\d"
)
_BY_CONTENT = (
    ("lease", r"出租方|承租方|租金"),
    ("loan", r"借款人|贷款人|(?i:\bborrower\b|\blender\b)"),
    ("works", r"发包人|承包人|竣工|(?i:\bcontractor\b[^.]{0,80}\bthe works\b)"),
    ("processing", r"承揽方|定作方|来料"),
    ("service", r"提供[^。;\n]{0,10}服务|服务费|(?i:shall (?:provide|perform) the services|the \"services\")"),
    ("sale", r"货物|产品|设备|货款|(?i:\bgoods\b|\bproducts?\b)"),
)  # fmt: skip


@lru_cache(maxsize=8)
def find_title(text: Text) -> Stretch | None:
    """The title of the document as printed; None where it has none."""
    position = 0
    lines = list(text.text.split("\n")[:60])
    seen = 0
    for line in lines:
        start, position = position, position + len(line) + 1
        plain = line.strip()
        if not plain:
            continue
        seen += 1
        if seen > _FIRST_LINES:
            break
        if (
            len(plain) <= _LONGEST_TITLE
            and not re.search(r"[:。;,]", plain)
            and "\t" not in plain
            and _TITLE_ZH.search(plain)
        ):
            lead = len(line) - len(line.lstrip())
            return Stretch(start + lead, start + lead + len(plain), plain)
    if text.language != "zh":
        match = _TITLE_EN.search(text.text, 0, _SEARCHED_EN)
        if match is not None:
            return _clean(match)
    return None


def _clean(match: re.Match[str]) -> Stretch:
    words = re.sub(
        r"^(?:(?:EXHIBIT|Exhibit)\s+[\d.]+\s+|(?:This|THIS|The|THE|FORM OF|of|and|for|the|to|-)\s+)+", "", match.group()
    )
    return Stretch(match.end() - len(words), match.end(), words)


def read_kind(text: Text) -> str:
    """One of sale, framework, service, works, lease, loan, processing, other, not_a_contract."""
    if _SAYS_FRAMEWORK.search(text.text) is not None:
        return "framework"
    title = find_title(text)
    first = next((line.strip() for line in text.text.split("\n") if line.strip()), "")
    known = declared(text) or signature_zones(text) or _CONTRACT_WORDS.search(text.text)
    if _is_letter(text) or (_OTHER_PAPERS.search(first) and not _is_title_line(text, title)):
        return "not_a_contract"
    if title is None and (_is_other_paper(text) or not known):
        return "not_a_contract"
    named = _by_title(title.text) if title is not None else None
    if named in ("sale", None) and _runs_by_orders(text):
        return "framework"
    return named or _by_content(text)


def _is_title_line(text: Text, title: Stretch | None) -> bool:
    """Whether a title stands on a line of its own, not inside a sentence."""
    return title is not None and len(text.line_at(title.start).text.strip()) <= len(title.text) + _ROUND_TITLE


_ROUND_TITLE = 24
_HEAD_LINES = 4


def _is_other_paper(text: Text) -> bool:
    """Whether one of the first lines is the heading of a paper that is no contract."""
    lines = [line.strip() for line in text.text.split("\n") if line.strip()][:_HEAD_LINES]
    return any(_OTHER_PAPERS.search(line) is not None and len(line) <= _LONGEST_TITLE for line in lines)


def _is_letter(text: Text) -> bool:
    """A letter that asks or tells and doesn't wait for the reader's signature."""
    head = "\n".join(text.text.split("\n")[:_LETTER_LINES])
    return (
        _LETTER.search(head) is not None
        and _ASKS_TO_SIGN.search(text.text) is None
        and not any(_TITLE_ZH.search(line.strip()) and len(line.strip()) < _SHORT_TITLE for line in head.split("\n"))
        and _TITLE_LINE_EN.search(head) is None
    )


_SHORT_TITLE = 24
_TITLE_LINE_EN = re.compile(
    r"^[ ]*[A-Z][A-Za-z &,-]{0,50}(?:AGREEMENT|Agreement|CONTRACT|Contract|ORDER|Order)[ ]*$", re.MULTILINE
)


def _by_title(title: str) -> str | None:
    return next((kind for kind, pattern in _BY_TITLE if re.search(pattern, title)), None)


def _runs_by_orders(text: Text) -> bool:
    """Orders to come on the terms of this paper, and no total of its own."""
    return (
        len(_ORDERS.findall(text.text)) >= 2
        and _FORECAST.search(text.text) is not None
        and _FIXED_TOTAL.search(text.text) is None
    )


def _by_content(text: Text) -> str:
    counts = {kind: len(re.findall(pattern, text.text)) for kind, pattern in _BY_CONTENT}
    for kind in ("lease", "loan", "works", "processing"):
        if counts[kind] >= 3:
            return kind
    best = max(("service", "sale"), key=lambda kind: counts[kind])
    return best if counts[best] >= 4 else "other"
