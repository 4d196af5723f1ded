"""What a document is: a sale, a framework, a service, or no contract at all; by its title, then by its content."""

from __future__ import annotations

import re
from functools import lru_cache

from ..parties.read import declared
from ..signing.zones import signature_zones
from ..text import Stretch, Text

_TITLE_ZH = re.compile(
    r"(?:合同|协议|协议书|订单|订购单|确认书|合约|契约)(?:书|单)?(?:[ ]*\([^()\n]{1,12}\))?(?=$|[ ]*(?!N[oO]\b)[A-Z])"
)
_TITLE_EN = re.compile(
    r"\b(?:(?:[A-Z][A-Za-z&/-]*|[IVX]+|of|and|for|the|to|-)[ ]+){0,8}?(?:AGREEMENT|Agreement|CONTRACT"
    r"|Contract|CONFIRMATION|Confirmation|ORDER FORM|Order Form|PURCHASE ORDER|Purchase Order)"
    r"(?![a-z]|[ ](?:N[oO]\b|Number|Ref))"
)
_OTHER_PAPERS = re.compile(
    r"^(?:增值税)?(?:专用|普通)?(?:发票|装箱单|送货单|出库单|对账单|收据|律师函|催款函|询证函|报价单|履历"
    r"|简历|通知书?|公告|会议纪要)(?:$|[ (:])"
    r"|^(?i:(?:commercial |proforma |tax )?invoice|packing list|delivery note|statement of account"
    r"|bill of lading|credit note|receipt|quotation|dear (?:sir|madam|mr|ms)|memorandum)\b"
)
_CONTRACT_WORDS = re.compile(r"合同|协议|甲方|(?i:\bagreement\b|\bcontract\b)")
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
        r"|outsourc|hosting|software|cloud|development|agency)",
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
    title = find_title(text)
    first = next((line.strip() for line in text.text.split("\n") if line.strip()), "")
    known = declared(text) or signature_zones(text) or _CONTRACT_WORDS.search(text.text)
    if title is None and (_OTHER_PAPERS.search(first) or not known):
        return "not_a_contract"
    named = _by_title(title.text) if title is not None else None
    if named in ("sale", None) and _runs_by_orders(text):
        return "framework"
    return named or _by_content(text)


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
