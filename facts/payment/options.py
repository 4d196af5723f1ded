"""Ways to pay that a paper only offers: what a form prints and nobody chose, what takes the place of the terms."""

from __future__ import annotations

from .. import regexes as re

# 30% advance, balance against documents, or a letter of credit: the credit takes the place of all that.
ALTERNATIVE = re.compile(
    r"\s*or,? (?:alternatively,? )?(?:by |against |under |through |via )?(?:an? )?(?:[a-z]+, )?(?:irrevocable|confirmed"
    r"|letters? of credit|L/C|documentary credit)\b",
    re.IGNORECASE,
)
SHARE_AHEAD = re.compile(r"%[^.;]{0,30}?\b(?:advance|deposit|down payment|up-?front|prepayment)\b", re.IGNORECASE)
# 现款现货/账期结算: what a form offers, none of it chosen.
_AT_ONCE_ZH = r"(?:现款现货|款到发货|先款后货|货到付款|一次性(?:支付|付款)|全款|现结|预付(?:款)?)"
_LATER_ZH = r"(?:账期|帐期|月结|分期|赊销|先货后款)(?:结算|支付|付款)?"
UNCHOSEN = re.compile(rf"{_AT_ONCE_ZH}\s?/\s?{_LATER_ZH}|{_LATER_ZH}\s?/\s?{_AT_ONCE_ZH}")
