"""Who pays and who is paid, told from what the contract has each party do: for 甲方 and 乙方 without a role word."""

from __future__ import annotations

from .. import regexes as re
from ..text import Text

_Forms = tuple[tuple[int, str], ...]

# Each form speaks of a payer P and a payee S by what they do; weights say how seldom the other side does it too.
_OWED = (
    r"(?:货款|价款|合同总价|合同价|合同总额|合同款|服务费|[\u3400-\u9fff]{{0,4}}费用?|总价|预付款|首付款|余款|尾款|租金|报酬|酬金|工程款"
    r"|加工费|进度款|定金|全款|款项|[一二三四首末尾各]期款|剩余[^。;\n]{{0,4}}款)"
)
_PAYER_ZH: _Forms = (
    (3, (
        r"{w}(?:应|须|需|将|同意|负责|必须)?(?![^。;\n]{{0,36}}?向{w})(?:(?!,{v})[^。;\n]){{0,36}}?"
        r"(?:支付|付清|付至|付给|交付|结清|缴纳|交纳|分期支付|一次性支付|预付(?!款))"
        r"(?![^。;\n]{{0,6}}{w})[^。;\n]{{0,24}}?" + _OWED
    )),
    (3, r"{w}(?:如)?(?:逾期|未按[^。;,\n]{{0,14}}|延迟|迟延|拖欠|不按[^。;,\n]{{0,8}})"
        r"(?:付款|支付|向{v}付款|结算|货款)"),
    (3, r"{w}(?:委托{v}|(?:拟|自愿|欲|需|现)?(?:向|从){v}"
        r"(?:采购|购买|购入|订购|购进|订货|订制|定制|租赁|租用|承租|借款|采办|求购|订|购))"),
    (3, r"{w}(?:采购|购买|购入|订购|租用|租赁|承租|选购){v}"),
    (3, r"{w}(?:尚|仍|共|累计)?(?:欠|拖欠){v}"),
    (3, r"就{w}(?:向|从|委托){v}[^。;\n]{{0,20}}(?:采购|购买|订购|定制|租赁|服务|加工)"),
    (3, r"{v}(?:授权|同意|指定|委托|聘请|选定)?{w}(?:作?为)"
        r"[^。;\n]{{0,24}}(?:经销商|代理商|分销商|总经销|总代理|经销权)"),
    (3, r"{v}授权{w}[^。;\n]{{0,24}}(?:经销|销售|分销|总代理)"),
    (2, r"{w}[^。;,\n]{{0,24}}?向{v}(?:付款|支付|付清|缴纳|预付|交付定金|订货|下达?订单|发出订单)"),
    (2, r"{w}(?:应|须|需|必须)?(?:先款后货|款到发货|现款现货|带款提货|货到付款|预付货款|付款后)"),
    (2, r"{w}(?:支付|付款|付清)"),
    (2, r"{w}(?:(?!{v}|,)[^。;\n]){{0,12}}(?:结算|结清|转账|汇款|打款|现款提货|付现)"),
    (2, r"{w}(?:(?!{v}|,)[^。;\n]){{0,14}}(?:需采购|拟采购|需购买|拟购买|需求购|需订购|采购需求|购买需求)"),
    (1, r"{w}(?:收货|收到(?:货物|货|设备|产品|发票|乙方|甲方)|验收|签收|提货|应?对[^。;\n]{{0,10}}进行验收)"),
    (2, r"(?:按|按照|根据|依照|满足|符合)(?:[^。;,\n]{{0,12}}[及和与、或])?"
        r"{w}(?:的)?[^。;,\n]{{0,6}}(?:要求|需求|需要|订单|指示|计划)"),
    (1, r"(?:经|由|待){w}(?:[^。;,\n]{{0,6}})(?:验收|签收|确认收货)"),
    (1, r"{w}(?:下达|下|发出|提交)[^。;,\n]{{0,6}}(?:订单|采购计划|要货计划|订货单)"),
)  # fmt: skip
_PAYEE_ZH: _Forms = (
    (3, r"向{w}(?:支付|付清|付款|偿付|结清|缴纳|交纳|预付)[^。;\n]{{0,30}}?" + _OWED),
    (3, r"(?:支付|付|汇|转|划|打)(?:至|到|入|给){w}(?:指定|的|以下|如下|所指定)?[^。;\n]{{0,10}}(?:账|帐|银行|,|。|$)"),
    (3, r"{w}(?:如)?(?:逾期|未按[^。;,\n]{{0,14}}|延迟|迟延|不能按[^。;,\n]{{0,8}})"
        r"(?:交货|交付|供货|发货|完工|提供|竣工|送货)"),
    (3, r"{w}[^。;\n]{{0,24}}?(?:开具|开出|提供)[^。;\n]{{0,16}}?发票"),
    (3, r"{w}(?:的)?(?:收款|开户)(?:账户|帐户|账号|帐号|银行|行|信息)"),
    (2, (
        r"{w}(?:应|须|需(?!求)|负责|保证|同意|将|按|为|向|可|根据|接)(?:(?!付|,{v})[^。;\n]){{0,24}}?(?:交货|供货|发货|送货|供应"
        r"|提供[^。;\n]{{0,14}}(?:服务|货物|产品|设备)|安装|调试|承建|施工|生产|制作|开发|派遣|维修|维护|保洁|运输|仓储)"
    )),
    (2, r"向{w}(?:付款|付清|预付|订货|采购|购买|下达?订单)"),
    (2, r"{w}(?:收到|收取)(?:(?!发票)[^。;,\n]){{0,14}}(?:货款|款项|预付款|全款|定金|汇款)"),
    (2, r"{w}(?:为{v}|向{v})(?:提供|供应|销售|出售|交付|开发|设计|加工|供货|制作|生产|安装|出租)"),
    (2, r"{w}(?:应|须|需|负责|将)(?:为|向){v}(?:供应|销售|出售|开发|设计|加工|供货|制作|生产|安装|出租)"),
    (3, r"{w}(?:授权|许可|准许){v}使用(?![^。;,\n]{{0,14}}(?:商标|品牌|标识|标志|名称|字号|形象))"),
    (3, r"{w}(?:的)?(?:银行|对公|结算|指定)?(?:账户|帐户|账号|帐号)"),
    (2, r"{w}(?:具备|具有|拥有)[^。;,\n]{{0,14}}(?:供货|供应|生产|服务|制造|加工|经营)(?:能力|资质|经验)"),
    (2, r"{w}(?:产品|货物|商品|设备)(?:的)?(?:质量|价格|单价|报价)"),
    (2, r"{w}(?:提供的|所供|供应的|出售的|生产的|交付的)(?:货物|产品|设备|商品|材料|服务)?"),
)  # fmt: skip
_MODAL = (
    r"(?:\s+(?:shall|will|(?:has |have )?agree[sd]? to|may|hereby|must|desires? to|wishes? to|is willing to"
    r"|undertakes? to|agrees? that it will|from time to time|during the Term|to))*"
)
_PAYER_EN: _Forms = (
    (3, r"{w}" + _MODAL + r"\s+(?:purchases?|buys?|pays?|orders?|acquires?|reimburses?)\b"),
    (3, (
        r"\b(?:sold|sells?|supply|supplies|supplied|provides?|delivers?|delivered"
        r"|invoices?)\b[^.;]{{0,40}}?\bto\s+(?:the\s+)?{w}"
    )),
    (2, r"\b(?:paid|payable|purchased|ordered)\s+by\s+(?:the\s+)?{w}"),
    (3, r"\bappoints?\s+(?:the\s+)?{w}[^.;]{{0,60}}\b(?:distributor|reseller|dealer)\b"),
    (2, r"{w}'s\s+(?:purchase orders?|payment obligations?)"),
)  # fmt: skip
_PAYEE_EN: _Forms = (
    (3, r"{w}" + _MODAL + r"\s+(?:sells?|supply|supplies|manufactures?|invoices?|licenses?)\b"),
    (1, r"{w}" + _MODAL + r"\s+(?:provides?|delivers?|performs?|furnish(?:es)?)\b"),
    (3, r"\b(?:purchase|purchases|buy|order|acquire)\b[^.;]{{0,60}}?\bfrom\s+(?:the\s+)?{w}"),
    (3, r"\bpay\s+(?:the\s+)?{w}|\b(?:payable|paid|payments?|remit\w*)\b[^.;]{{0,20}}?\bto\s+(?:the\s+)?{w}"),
    (2, r"\b(?:sold|supplied|manufactured|provided|performed)\s+by\s+(?:the\s+)?{w}"),
)  # fmt: skip
_PENALTY = re.compile(r"违约金|罚金|罚款|赔偿|滞纳金|扣款|返利|保证金|damages|indemnif|penalt|refund")
# A penalty for late payment or late goods stands behind the very duty that tells the sides apart.
_LATE_ZH = re.compile(r"(?:逾期|迟延|延迟|拖欠)(?:付款|支付货款|交货|供货|发货|交付|完工|竣工|送货)$")
_DECIDES = 3
_ACTS = (
    r"s? (?:shall|must|will|may|is|are|has|have|bears?|pays?|agrees?|confirms?|undertakes?|warrants?"
    r"|acknowledges?|accepts?"
    r"|sends?|delivers?|places?)\b"
)
_OTHERS_BUY = re.compile(rf"(?i)\b(?:buyer|purchaser|customer|client){_ACTS}")
_OTHERS_SELL = re.compile(rf"(?i)\b(?:seller|supplier|vendor|contractor){_ACTS}")
_FEWEST_ACTS = 2
# Papers that speak as "we" to "you": who of the two is asked to pay.
_YOU_PAY = re.compile(
    r"(?i)\byou (?:(?:shall|will|must|agree to|fail to|do not|may not|undertake to) )?(?:pay|reimburse"
    r"|withhold payment)\b"
    r"|\b(?:sells?|sold|suppl(?:y|ies|ied)) (?:[a-z]+ ){0,3}to you\b|\bour (?:invoices?|quotations?|prices?)\b"
    r"|\bwe may invoice you\b|\bowed to us\b"
)
_WE_PAY = re.compile(
    r"(?i)\bwe (?:(?:shall|will|may) )?(?:pay|order|purchase|buy)\b|\byour (?:invoices?|quotations?|prices?)\b"
    r"|\b(?:sells?|sold|suppl(?:y|ies|ied)) (?:[a-z]+ ){0,3}to us\b"
)
_WE = ("we", "us", "our")


def payer_votes(text: Text, own: str, other: str) -> int:
    """How much more the party `own` pays than it is paid; `own` and `other` are regular expression groups."""
    if text.language == "en":
        payer, payee = _PAYER_EN, _PAYEE_EN
    elif text.language == "zh":
        payer, payee = _PAYER_ZH, _PAYEE_ZH
    else:
        payer, payee = _PAYER_ZH + _PAYER_EN, _PAYEE_ZH + _PAYEE_EN
    return _count(text, payer, own, other) - _count(text, payee, own, other)


def speaks_of_duties(text: Text, own: str, other: str) -> bool:
    """Whether the contract has a party sell, serve, buy or pay at all."""
    forms = (*_PAYER_ZH, *_PAYEE_ZH, *_PAYER_EN, *_PAYEE_EN)
    return any(re.search(form.format(w=own, v=other), text.text) for _, form in forms)


def faces_buyers(text: Text, own: tuple[str, ...]) -> bool | None:
    """Whether those a text has act beside its only named party buy; False where they sell, None where neither shows.

    Conditions of one company name it and call the other side the buyer, the supplier.
    """
    buy, sell = len(_OTHERS_BUY.findall(text.text)), len(_OTHERS_SELL.findall(text.text))
    if any(word.lower() in _WE for word in own):
        buy += len(_YOU_PAY.findall(text.text))
        sell += len(_WE_PAY.findall(text.text))
    if min(buy, sell) > 0 or max(buy, sell) < _FEWEST_ACTS:
        return None
    return buy > 0


def _count(text: Text, forms: _Forms, own: str, other: str) -> int:
    total = 0
    for weight, form in forms:
        for match in re.finditer(form.format(w=own, v=other), text.text):
            if _LATE_ZH.search(match[0]) or not _PENALTY.search(text.text, match.start(), match.end() + 12):
                total += weight
    return total


def tells_apart(first: int, second: int) -> bool:
    """Whether two parties' votes differ enough to say that one pays and the other is paid."""
    larger, smaller = max(first, second), min(first, second)
    return larger - smaller >= _DECIDES and (
        larger > 0 >= smaller or smaller < 0 <= larger or larger >= 2 * max(smaller, 1)
    )
