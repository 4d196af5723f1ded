"""What tells a part of the price in English: what follows a percentage or fraction, what stands before it, the rest."""

from __future__ import annotations

from .. import regexes as re

_DAYS = r"(?:calendar |business |working |banking )?(?:day|week|month)s?"
_NAMED = (
    r"(?:deposit|down\b|down-?payment|advance|prepa\w+|pre-payment|retention|retainage|retainer|holdback|balance"
    r"|upfront|up[- ]front"
    r"|install?ments?|(?:progress |interim |stage |milestone |part(?:ial)? )?payments?|booking fee|mobili[sz]ation)"
)
_EVENT = (
    r"(?:order|sign\w*|execution|delivery|shipment|dispatch|despatch|arrival|acceptance|receipt|completion|placement"
    r"|commissioning|installation|go-?live|hand-?over|approval|award|booking|commencement|start|kick-?off|submission"
    r"|signature|readiness|exchange|practical|substantial|final|successful|project|contract|launch|notification"
    r"|notice|reaching|achiev\w+|attainment|milestone|mobili\w+|release|FAT|SAT|UAT)"
)
SHARE_AFTER = re.compile(
    r"^\)?\s?(?:\([^()]{1,40}\)\s?)?[,:\u2013\u2014-]?\s?(?:(?:of|on) (?:the |each |its |such |all |your |our |any )?"
    r"(?:total |full |net |gross |agreed |final |estimated |overall |said |entire |quoted |first[- ]year |annual )*"
    r"(?:contract|purchase|order"
    r"|price|fees?|charges?|project|quot\w+"
    r"|(?:progress |interim |milestone |stage )?payments?|invoiced?|amount|value|system|goods"
    r"|sum|consideration|balance|cost|po\b|FOB|CIF|CFR|total(?= (?:up)?(?:on|at|with|before|after"
    r"|within)\b))"
    rf"|(?:as )?(?:an? |the )?(?!late|early|prompt|interest|discount)(?:[a-z-]+ )?\(?(?:[a-z-]+ )?{_NAMED}"
    rf"|upon|(?:up)?on (?:the )?(?:[a-z-]+ )?{_EVENT}|on the|on (?:copy |shipping )?doc"
    rf"|(?:within |(?:not|no) later than )?(?:[a-z-]+ )?\(?\d{{1,3}}\)? {_DAYS}\b"
    rf"|(?:[a-z-]+ ){_DAYS} (?:after|from|of|following)\b"
    r"|before|prior|within|after|following|until|pending|due|payable|in advance|pro[- ]rata|nett? (?:[a-z]+ )?\(?\d"
    r"|at (?:sight|sign"
    r"|the|delivery|(?:project |contract )?(?:order|booking|start|kick|commence|completion|hand|go))|against|when\b"
    r"|once\b|as soon as"
    r"|(?:of )?invoice value|(?:[a-z-]+ )?(?:on|by|before|later than) (?:the )?\d{1,2}(?:st|nd|rd|th)?\b"
    r"|(?:along |together )?with (?:the |your |each |its )?(?:purchase |firm |signed )?(?:order|po|booking)"
    r"|(?:is|are|shall be|will be|to be|must be|may be|shall become) "
    r"(?:then )?(?:paid|due|payable|retained|required|taken"
    r"|withheld|kept back|held back|invoiced|billed)|T/?T"
    r"|D/[PA]\b|CAD\b|by "
    r"|irrevocable|confirmed|L/C|letter of credit|[.;,]?\s*$)",
    re.IGNORECASE,
)
"""What an English share is a share of, or what it is paid for or upon."""
SHARE_BEFORE = re.compile(
    (
        r"\b(?:deposit|advance payment|down payment|balance|remaining|remainder|retention\"?\s(?:means|is|shall be)"
        r"|retention|retainage|retainer|retain|withhold|hold back|install?ment|upfront|up front|in advance|pay"
        r"|paid|advance)(?:\s(?:of|shall pay|the|an amount equal to"
        r"|equal to|is|a further|another|to|at|only|up to|be|will be|not less than"
        r"|\(?[a-z-]+)){0,3}\s?[:(=\t\u2013\u2014-]*\s?$"
        rf"|\b{_EVENT}\s?[:=\t\u2013\u2014-]\s?$"
    ),
    re.IGNORECASE,
)
"""What stands before an English share."""
_OF_IT = (
    r"(?:of the (?:total |contract |purchase |order |agreed |said )*(?:price|fees?|amount|value|order|cost|sum|total))"
)
FRACTION = re.compile(
    r"(?:(?<![\d/.-])(?P<over>[1-3])/(?P<under>[2-5])|\b(?:one|(?P<two>two)|a(?=[- ](?:third"
    r"|quarter)))[- ](?P<word>half"
    r"|thirds?|quarters?))(?![\d/.-])"
    rf"(?=\s?(?:\([^()]*\)\s)?(?:{_OF_IT}"
    r"|upon|on |before|prior|balance|down|deposit|advance|retainer|with|due|payable|\(?\d{1,3}\)? (?:calendar "
    r"|business "
    r"|working )?days?\b|within|after|when|once|against|following|as soon|is |shall be |will be |up[- ]?front"
    r"|at |in advance|[a-z-]+ \(\d{1,3}\) ))"
    r"|(?<!and a )(?<!one )(?<!one-)\b(?P<bare>half)\b(?= of the (?:total |contract |purchase |order |agreed |said )*"
    r"(?:price|fees?|amount|value|order|cost|sum|consideration)\b|,? (?:(?:is |are |shall be |to be )?(?:due|payable"
    r"|paid) )?(?:up[- ]?front|in advance|down\b|now\b|(?:up)?on (?:[a-z]+ ){0,2}(?:order|sign|deliver|complet|book"
    r"|receipt"
    r"|accept|ship)|before (?:deliver|ship|dispatch|start|work)|at (?:order|sign|book|delivery|completion|the start"
    r"|the end)|with (?:the )?order))"
    r"|\b(?:remaining|other|second|first|last|final) (?P<rest>half|third|quarter)\b(?= (?:of|on|upon|within|after"
    r"|at|is|shall|to|before|when|once|by|will"
    r"|payable|due|\d))",
    re.IGNORECASE,
)
"""One third, 1/2, half up front, the remaining quarter."""
_IS_PAID = r"(?:is|are|shall|will|to be|must|due|payable|on|upon|before|prior|within|after|at|in|when|by)\b"
BALANCE = (
    r"\b(?:the\s|remaining\s|outstanding\s|final\s)balance\b|\bbalance (?:of|due|payable|to be paid|shall"
    r"|will|within|nett?|after|in full|is|at|when|by"
    r"|upon|on|before|prior|against)\b(?! sheet)|\bbalance (?=\(?\d{1,3}\)? (?:[a-z]+ )?(?:days?|weeks?|months?)\b)"
    r"|\bthe (?:remainder|rest)\b(?! of (?:the|this|its) (?:term|agreement|clause|initial|period|year|goods|month"
    r"|contract (?:term|period)))|\bremainder of the (?:price|fees?|purchase|contract|amount|order)"
    r"|\bthe remaining (?:amount|sum|portion|price|payment|fees?)\b|\bfinal payment\b"
    rf"|\b(?:remainder|remaining (?:amount|sum|portion|price|payment|fees?)) {_IS_PAID}"
    r"|^\W*(?:[a-z0-9]{1,3}[).]\s)?(?:remaining |final |outstanding )?(?:balance|remainder|rest)\s?[:\t\u2013\u2014-]"
)
"""What is left of the price."""
