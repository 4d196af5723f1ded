"""Wording by which the money comes first: paid in advance, before the work begins, goods released once paid for."""

from __future__ import annotations

PAYS_AHEAD = (
    r"\b(?:shall|must|will|agrees? to|(?:is|are) to)(?: [a-z]+)? pay(?: (?:to |the |our |its |all )*[a-z]+){0,3}?"
    r"(?<!agreed)(?<!approved)(?<!notified)(?<!specified)(?<!advised)(?<!ly)(?<!days)(?<!week)(?<!weeks)(?<!month)"
    r"(?<!months)(?<!year)(?<!quarter)\s?,?\s(?:in advance|up-?front)\b(?! of)"
)
"""The buyer shall pay the Seller, in advance, a fee."""
WORK_BEGINS = (
    r"(?:initiat\w+|procur(?:ing|es?|ement)|undertak\w+|proceed(?:s|ing)?|mobili[sz](?:ing|es?|ation)"
    r"|(?:purchasing|ordering|acquiring) (?:of )?(?:any |the |such |its )?(?:materials?|goods|equipment|parts|stock"
    r"|components|products?)|scheduling|(?:is|are) (?:placed with|carried out|undertaken|performed|scheduled|ordered"
    r"|started|begun|put in hand))"
)
"""What the seller does first once it is paid, other than its commencing or starting."""
STARTED_ONCE_PAID = (
    r"\b(?:not|no|only|won't)\b[^.;]{0,40}\b(?:commence|begin|start|proceed|be (?:commenced|started|begun|carried out"
    r"|undertaken|scheduled))\b[^.;]{0,30}?\b(?:until|unless|once|after)\b(?=[^.;]{0,60}\b(?:full|total|entire|whole)\b)"
    r"(?=[^.;]{0,80}\b(?:paid|payments?|received|cleared|funds)\b)(?![^.;]{0,80}(?:\b(?:deposit|advance|down|first"
    r"|initial|mobili[sz]ation|retainer|outstanding|overdue|arrears|previous|default)\b|%))"
)
"""Work will not commence until the fee has been paid in full."""
_ALL_ZH = r"(?:(?:全部|全额|所有)的?(?:合同)?(?:货款|价款|款项|合同款)|全款)"
RELEASED_ONCE_PAID_ZH = (
    rf"(?:(?:收到|收妥|收讫|收齐)[^,。;]{{0,16}}?{_ALL_ZH}|{_ALL_ZH}(?:到账|到帐|付清|支付完毕|收讫)"
    r"|(?:货款|价款|款项|合同款)(?:全部|全额)(?:到账|到帐|付清|支付完毕|收讫)"
    rf"|(?:付清|缴清|结清|付完|支付完?|先行?付){_ALL_ZH})"
    r"[^,。;]{0,6}?(?:后|之日起?|,[^,。;]{0,6}?再)[^。;]{0,24}?"
    r"(?:发货|交货|发运|供货|放货|出货|提货|出库|交付货物|转移货权|货权转移|交割)(?!日期|通知|义务)"
)
"""卖方收到全部货款后发货: the goods, or the right to them, leave once all is paid."""
