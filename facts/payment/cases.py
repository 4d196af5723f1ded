"""Payment terms that hold only in a case that may never come, or that the seller may ask for one day."""

from __future__ import annotations

from .. import regexes as re

# That the goods are as they should be is what every payment waits for: no case of its own.
_AS_IT_SHOULD_BE = re.compile(
    r"^[ \d.、()一二三四五六七八九十:]*(?:若|如果?|倘|当)[^,。;]{0,14}(?:无|没有|不存在|未出现|未发现"
    r"|未发生)[^,。;]{0,10}"
    r"(?:质量|异议|问题|争议|瑕疵|缺陷)|^[ \d.、()一二三四五六七八九十:]*(?:若|如果?|当)[^,。;]{0,16}(?:验收"
    r"|检验|检测)(?:合格|通过)"
    r"|^[\s\d.()]{0,8}save\b"
    r"|^[\s\d.()]{0,8}(?:if|where) (?:no\b[^,.;]{0,40}|[^,.;]{0,40}\bnot (?:been |otherwise )?)(?:agreed"
    r"|specified|stated)\b"
    r"|^[\s\d.()a-z]{0,8}(?:provided that|if|where|subject to)\b[^.;]{0,40}\b(?:conform|in conformity"
    r"|no (?:defects?|claims?|objections?)|not in (?:breach|default)"
    r"|not (?:disputed|rejected)|in order|met all|free (?:of|from) defects|satisfactor)"
    r"|^[\s\d.()]{0,8}(?:if|where|when|in the event that)\b[^,.;]{0,20}\bcredit (?:terms|account|facilit\w+|is|has)\b"
    r"[^,.;]{0,20}\b(?:agreed|granted|approved|given|extended|offered)\b"
    r"|^[\s\d.()]{0,8}(?:if|where|when)\b[^,.;]{0,30}\b(?:agreed|granted|approved|given|extended|offered"
    r"|allow(?:ed)?)\b"
    r"[^,.;]{0,20}\bcredit\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^[ \d.、()一二三四五六七八九十:]*(?:[^,。;如若]{1,4}(?:如果|倘若|一旦)|若|如(?!下)|倘|超出|超过|一旦|凡"
    r"|因|当[^,]{0,12}时|未|合同(?:解除|终止)"
    r"|解除|终止)"
    r"|^[\s\d.()a-z]{0,8}(?:if|in the case of|for (?:all )?(?:other|new|first[- ]time) (?:customers|buyers"
    r"|clients|orders)|in the event|in case|should|where|upon (?:any )?termination|on termination|upon delay"
    r"|after termination|unless payment|provided,? (?:however,? )?that|in no event"
    r"|(?<!less )otherwise|(?:accounts?|customers?|buyers?) (?:not on|without|with no)(?: an?)?(?: approved)? credit"
    r"|non-account|cash customers)\b",
    re.IGNORECASE,
)
# Terms the seller may change to one day aren't the terms.
_OTHER_TERMS = re.compile(
    r"\b(?:authori[sz]ed|entitled|reserves? the right|may(?: at any time)?)\b[^.;]{0,30}"
    r"\b(?:change|alter|amend|vary|revise|withdraw)\b[^.;]{0,24}\b(?:terms|credit)\b"
    r"|\b(?:terms?|credit|period)\b[^.;]{0,16}\b(?:may|can) be (?:extended|changed|shortened|varied|reduced|increased"
    r"|amended)\b"
    r"|有权[^,。;]{0,6}(?:变更|调整|改变)[^,。;]{0,6}(?:付款|结算|支付)(?:方式|条件|期限)",
    re.IGNORECASE,
)


# What the seller may ask for one day: from there on a sentence says nothing of the terms.
DEMANDS = re.compile(
    r"\b(?:may|reserves? the right|entitled|can|at (?:its|our) (?:sole )?(?:option|discretion))\b[^.;]{0,60}?"
    r"\b(?:require|request|demand|insist|ask for|call for)\b(?=[^.;]{0,60}\b(?:advance|deposit|prepayment|pre-payment"
    r"|cash"
    r"|security|payments?|prepay|guarantee)\b)",
    re.IGNORECASE,
)


def is_case(words: str) -> bool:
    """Whether a sentence opens with a case that may never come, or leaves it to the seller to ask for other terms."""
    if _CONDITION.match(words) is not None:
        return _AS_IT_SHOULD_BE.match(words) is None
    return _OTHER_TERMS.search(words) is not None
