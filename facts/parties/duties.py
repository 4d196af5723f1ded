"""Who pays and who is paid, told from what the contract has each party do: for 甲方 and 乙方 without a role word."""

from __future__ import annotations

import re

from ..text import Text

_Forms = tuple[tuple[int, str], ...]

# Each form speaks of a payer P and a payee S by what they do; weights say how seldom the other side does it too.
_PAYER_ZH: _Forms = (
    (3, (
        r"{w}(?:应|须|需|将|同意|负责)?[^。;\n]{{0,36}}?(?:支付|付清|付至|付给|交付)[^。;\n]{{0,24}}?(?:货款"
        r"|价款|合同总价|合同价|合同总额|服务费|总费用|总价|预付款|首付款|余款|尾款|租金|报酬|酬金|工程款"
        r"|加工费|进度款|定金)"
    )),
    (3, r"{w}(?:如)?(?:逾期|未按[^。;,\n]{{0,14}}|延迟|迟延)(?:付款|支付|向{v}付款)"),
    (3, r"{w}(?:委托{v}|(?:向|从){v}(?:采购|购买|订购|购进|订货|租赁|借款|采办|求购))"),
    (2, r"{w}[^。;,\n]{{0,24}}?向{v}(?:付款|支付|付清|缴纳)"),
    (1, r"{w}(?:收货|收到(?:货物|设备|产品|发票)|验收|应?对[^。;\n]{{0,10}}进行验收)"),
    (1, r"(?:经|由){w}(?:[^。;,\n]{{0,6}})验收"),
)  # fmt: skip
_PAYEE_ZH: _Forms = (
    (3, (
        r"向{w}(?:支付|付清|付款|偿付)[^。;\n]{{0,30}}?(?:货款|价款|合同总价|服务费|总价|预付款|余款|尾款|租金"
        r"|报酬|费用|款项|定金)"
    )),
    (3, r"{w}(?:如)?(?:逾期|未按[^。;,\n]{{0,14}}|延迟|迟延)(?:交货|交付|供货|发货|完工|提供)"),
    (3, r"{w}[^。;\n]{{0,24}}?(?:开具|开出|提供)[^。;\n]{{0,16}}?发票"),
    (2, (
        r"{w}(?:应|须|需|将|负责|保证|同意|按|为|向)[^。;\n]{{0,24}}?(?:交货|供货|发货|送货"
        r"|提供[^。;\n]{{0,14}}(?:服务|货物|产品|设备)|安装调试|承建|施工)"
    )),
    (2, r"向{w}(?:付款|付清)"),
    (2, r"{w}(?:收到|收取)[^。;\n]{{0,14}}(?:货款|款项|预付款|全款|定金)"),
    (2, r"{w}(?:为{v}|向{v})(?:提供|供应|销售|出售|交付|开发|设计|加工)"),
)  # fmt: skip
_MODAL = (
    r"(?:\s+(?:shall|will|agrees? to|may|hereby|must|desires? to|wishes? to|is willing to|undertakes? to"
    r"|agrees? that it will|from time to time|during the Term))*"
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
_DECIDES = 3


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


def _count(text: Text, forms: _Forms, own: str, other: str) -> int:
    total = 0
    for weight, form in forms:
        for match in re.finditer(form.format(w=own, v=other), text.text):
            if not _PENALTY.search(text.text, match.start(), match.end() + 12):
                total += weight
    return total


def tells_apart(first: int, second: int) -> bool:
    """Whether two parties' votes differ enough to say that one pays and the other is paid."""
    larger, smaller = max(first, second), min(first, second)
    return larger - smaller >= _DECIDES and (
        larger > 0 >= smaller or smaller < 0 <= larger or larger >= 2 * max(smaller, 1)
    )
