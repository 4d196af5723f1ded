"""Words that tell the time of paying from other times: duties, lengths, labels, what is paid at once."""

from __future__ import annotations

from .. import regexes as re
from ..vocabulary import alternatives

_FILE = "payment"
HAN = re.compile(r"[\u3400-\u9fff]")
OTHER_DUTY = re.compile(
    f"{alternatives(_FILE, 'other_duty_zh')}|完成(?!支付|付款|结算|转账|汇款|款项)"
    f"|(?i:{alternatives(_FILE, 'other_duty_en')})(?!\\s(?:of|date))"
)
# Lengths of bills, warranties and validity are no terms of payment.
LENGTH_BEFORE = re.compile(
    r"(?:(?:期限|票据|承兑|汇票|质保|保修|有效|服务|合同(?!签|生效|订立|成立)|租|运行)期?[^,;。后起]{0,8}|满|每|分"
    r"|试用期?)\s?$"
    r"|\b(?:warranty|validity|tenor|usance|every|for a period of|service period|term of|at least|earlier than"
    r"|sooner than|previous"
    r"|preceding|prior|representing|equal to|equivalent to|covering)(?:\s[a-z]+){0,2}\s?$",
    re.IGNORECASE,
)
LENGTH_AFTER = re.compile(
    (
        r"^(?:的|期|以内的|及以内的|内的)?(?:电子)?(?:银行|商业|承兑|汇票|银承|商承|信用证)|^\s?(?:of )?(?:warranty"
        r"|post-?dated|PDC"
        r"|tenor|usance|'? sight|periods?\b|notice\b|(?:bank|commercial) acceptance)|^(?:[^,;。]{0,3})?质保"
        r"|^(?:前)?(?:对账|对帐|结账|截止|截账|开票|盘点)|^,?\s?(?:and |or |;|/)?\s?\bnet\b\s?(?:[a-z-]+\s)?\(?\d"
        # Within 8 days less 2%: the days of a discount, when others follow.
        r"|^[^,.;\d]{0,24}?[,:]?\s(?:(?:with|less|deducting|at"
        r"|minus)\s(?:an?\s)?)?\d(?:\.\d+)?\s?%[^.;]{0,30}?\bnett?\b"
    ),
    re.IGNORECASE,
)
# 收货满30天付款: the time to pay, no length of something else.
PAID_NEXT = re.compile(
    r"(?:内|后|之内|以内)?(?:,?[^,。;]{1,4}向[^,。;]{1,4})?(?:一次性|无息|电汇)?(?:付|支付|结清|结算)(?!日|方式)"
)
ELAPSED = re.compile(r"满$|每月提前$|(?:正常|稳定|上线|试|系统)(?:使用|运行)$")
ENDS = re.compile(r"\)?\s?(?:$|[,。;])")
LABELLED = re.compile(r"(?:付款|支付|结算)(?:方式|条件|期限|办法)?[ ]?[:为](?![^:]*(?:交货|质保|保修|验收期))")
# Within 5 days after payment: what follows the money, not when it is due.
AFTER_PAYMENT = re.compile(
    r"^[\s)]*(?:after|from|of|following)\s(?:(?:the\s)?date\sof\s(?=(?:[a-z]+\s){0,2}payment)|(?!date\sof"
    r"|deliver|invoice|accept|order|sign|execut|ship|instal|complet|against|certif|architect|engineer|applic|request"
    r"|effective|commission|month)[a-z']+\s){0,7}?payment\b(?!\s(?:from|terms?|periods?|dates?|conditions?|requests?"
    r"|applications?|certificates?|claims?|invoices?|notices?|documents|bond|guarantee))",
    re.IGNORECASE,
)
# Paid on within 5 days of receipt of payment: the buyer passes on what it was paid.
PASSED_ON = (
    r"\b(?:pay|pays|paid|payments?)\b[^.;]{0,70}?\bdays?\s(?:of|after|from|following)\s(?:[a-z]+\s)?(?:receipt"
    r"|collection"
    r"|receiving)\s(?:by\s(?:the\s)?[a-z]+\s(?:[a-z]+\s)?)?(?:of\s)?(?:[a-z]+\s)?(?:payments?|receivables"
    r"|funds)\b(?!\s(?:instructions?|requests?|demands?"
    r"|notices?|terms?|claims?|certificates?|applications?|documents?|advice))"
)
HANDED_ON = re.compile(PASSED_ON, re.IGNORECASE)
DUE_LABEL = re.compile(
    (
        r"(?:账期|帐期|信用期|付款期限|付款期|付款时间|付款周期|回款期|挂账|月结|隔月结|票到|货到|结算期限?"
        r"|赊销期)(?:限|为|是|最长|不得?超过|[:( ]){0,3}$"
        r"|(?:账期|帐期|信用期限?|付款期限?|付款时间|付款周期|回款期限?|赊销期限?)[\"\]]?\s?(?:为|是|:"
        r"|均?系?指)[^,。;]{1,26}$"
        r"|\bnett?\s?$|\bn/$|\b(?:terms|term|days)\s?(?::|are|is|of)?\s?(?:strictly )?$|\bcredit\s?[:\t]\s?$"
        r"|\bdue date\"?\s?(?:means|shall mean|:)\s?(?:the (?:date|day) )?(?:(?:falling|which is|that is|being) )?$"
        r"|\b(?:terms|payment|paid)\b[^.;]{0,16}\b(?:on )?open[ -]account(?: basis| terms)?(?:,| at| for|:"
        r"| of)?\s?$|(?-i:O/A)\s?(?:at|:)?\s?$"
        r"|\b(?:payment|credit|settlement|open[ -]account|trading) (?:terms?|periods?)\"?\s?(?:means?|of|is|are"
        r"|(?:shall|will) be|:)?\s?(?:strictly )?"
        r"(?:(?:a|the) (?:period|term) of )?$"
    ),
    re.IGNORECASE,
)
# 60天(限额50万元)的账期: the credit follows its days.
CREDIT_AFTER = re.compile(
    r"^'?\s(?:of )?credit\b(?! (?:note|limit|insurance))|^\s(?:account |trade |payment )?terms\b|\(?(?:限额|额度|,"
    r"|内)?[^,。;]{0,10}的(?:账期|帐期|信用期"
    r"|赊销期|赊账期)"
)
RUNS_FROM = re.compile(r"自[^,。;]{1,14}起(?:计|算)?$")
AT_ONCE = re.compile(
    r"即付|当即|立即|即时|当[日天]|即期|见单|货到付款|货到即付|现款现货|钱货两清|见票即付|货到现付|带款提货"
    r"|验收合格付款|(?:签订|签署|签约)之日(?!起)"
    r"|\b(?:up)?on (?:[a-z'-]+ ){0,3}?(?:acceptance|delivery|receipt|completion|installation|shipment|arrival"
    r"|commissioning|hand-?over|launch|go-?live|sign-?off|collection|pick-?up|approval|dispatch|despatch)\b"
    r"|\bat (?:the )?(?:project )?(?:delivery|completion|hand-?over|pick-?up|collection)\b"
    r"|\b(?:when|once|as soon as)\b[^,.;]{0,40}\b(?:complete|completed|finished|delivered|installed|accepted|collected"
    r"|handed over|signed off)\b"
    r"|\bat sight\b"
    r"|\bon the (?:day|date) of (?:[a-z]+ ){0,2}?(?:delivery|pick-?up|collection|receipt|shipment|handover|arrival"
    r"|completion"
    r"|acceptance|installation|event|performance)\b"
    r"|\bon delivery\b|\bupon delivery\b|\bcash (?:up)?on\b"
    r"|(?:\b(?:cash|payable|payment|paid|due|balance|price|in full)|%\)?)"
    r" against (?:the |physical |actual )?(?:delivery|receipt|arrival|handover)\b"
    r"|\bwhen (?:rendered|invoiced"
    r"|presented)\b|\bon being invoiced\b|\b(?:up)?on (?:the )?(?:[a-z']+ ){0,2}(?:providing|submitting|delivering"
    r"|sending"
    r"|presenting|submission)\b|\bC\.?O\.?D\b|\bimmediately\b|\bupon receipt\b|\bon receipt\b"
    r"|\bon presentation\b|\bdue on shipment\b",
    re.IGNORECASE,
)
# Paid as the goods come: 交货时付, 货到付清, 货到付余款.
ON_THE_SPOT = re.compile(
    r"(?:交货|到货|提货|收货|签收|送货|取货|卸货|交付|送达|进场|货物?到达?[^,。;后内]{0,6}?)(?:时|即|当场)?"
    r"(?:一次性|全额|现金|再)?(?:付(?!款(?:期|方式))|支付|结清|结算(?!期|单)|现结)"
)
BLANK_UNIT = re.compile(
    r"\s?(?:个)?(?:工作日|银行工作日|日历日|自然日|营业日)?(?:日|天|个月|月|周)?(?:内|之内|以内|后|付)"
    r"|\s?(?:\([^()]*\)\s?)?(?:calendar|business|working)?\s?(?:days?|months?)\b",
    re.IGNORECASE,
)
# A credit that pays some days after it is presented.
USANCE = re.compile(
    (
        r"\b(?P<days>\d{1,3})\)? days?'? (?:after |from )?sight\b"
        r"|\bafter sight:? \(?(?P<days4>\d{1,3})\)? days?\b|见票后\s?(?P<days2>\d{1,3})\s?[天日]"
        r"|(?P<days3>\d{1,3})\s?[天日](?:期)?远期(?:不可撤销)?信用证"
    ),
    re.IGNORECASE,
)
# Net 30 and n/30, the days left out.
NET = re.compile(
    r"\b(?:nett?[\s-]?|n/)(?:[a-z]+\s)?\(?(?P<days>\d{1,3})\)?(?!\s?(?:kg|kgs|tons?|mt|weight|%|[.,]?\d))\b",
    re.IGNORECASE,
)
NET_BESIDE = re.compile(r"\bnett?\s?$|\bn/$", re.IGNORECASE)
NETT_AFTER = re.compile(r"^\s?(?:strictly )?nett?\b", re.IGNORECASE)
# Terms that follow others in time: thereafter 30 days, 此后为60天.
LATER_ON = re.compile(
    r"^[\s,;]*(?:and |but )?(?:thereafter|from then on|after that(?: date| time)?|subsequently)\b"
    r"|^[\s,;]*(?:此后|其后|之后|以后|自此)(?:的)?(?:改为|调整为|按|为|则|均|账期|付款|变更)?",
    re.IGNORECASE,
)
BARE_UNIT = re.compile(
    r"\s(?:after|from|of|following)\s(?:the\s)?(?:date|receipt|invoice|delivery|shipment|[A-Za-z']+ receipt)",
    re.IGNORECASE,
)
BY_DATE = re.compile(r"^[^,;。]{0,4}?(?:前|之前|以前|内|止|支付|付清|付)|^\s?(?:之日)?$")
# A day of a month without its year: 每年1月15日前, not later than June 25.
BARE_DAY = re.compile(
    r"(?<![\d./-])(?<![\d_ 〇Xx]年)\d{1,2}月\d{1,2}[日号](?:之?前|以前)?(?!(?:的|至|到|[-~]))"
    r"|\b(?:by|before|on|than) (?:the )?(?:(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December) \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:January|February|March|April|May"
    r"|June|July|August|September|October|November|December))\b(?!,? \d{4})",
    re.IGNORECASE,
)
BY_BEFORE = re.compile(
    (
        r"\b(?:by|before|on|no later than|not later than|until|on or before|prior to|due)\s(?:the\s)?$|不晚于|不迟于"
        r"|最迟(?:于)?$|于$|在$|至$"
    ),
    re.IGNORECASE,
)
# The forty-fifth day after an event; 最后一日 and 次月第5日 aren't such.
NTH_LATER = re.compile(
    r"(?:后|之日起|日起|起)的?第\s?(?P<days>\d{1,3})\s?个?(?P<unit>工作日|日|天)"
    r"|\b(?:on|by|before|than|following|after) the (?:(?P<figure>\d{1,3})(?:st|nd|rd|th)"
    r"|(?P<word>[a-z]+(?:-[a-z]+)?)(?: \((?P<gloss>\d{1,3})"
    r"(?:st|nd|rd|th)?\))?) (?:calendar |(?P<kind>business |working ))?day (?P<tie>)(?:following|after|from)\b",
    re.IGNORECASE,
)
# The period opens its step, or is the time somebody has: otherwise 30 days net; Buyer shall have 30 days.
OPENS = re.compile(
    r"(?:^|[,:;.)])\s*(?:\(?[\w.]{1,5}\)?\s)?(?:(?:otherwise|alternatively),?\s)?(?:within|not later than"
    r"|no later than|by)?\s?(?:the\s)?$"
    r"|\b(?:has|have|is allowed|are allowed|is granted|are granted)\s(?:a (?:period|term) of\s|up to\s)?$",
    re.IGNORECASE,
)
# What parts a period from the word for paying ahead of it, and what may stand between them.
STOPS = re.compile(r"[;]|,\s(?:if|unless|provided)\b|\bif\b|\btherewith\b", re.IGNORECASE)
OR_DISPUTES = re.compile(
    r",? or (?:provide|give|send|notif(?:y|ies)|dispute)\b[^,.;]{0,80},"
    r"|\b(?:certif(?:y|ies)|assess(?:es)?|recommends?) (?:the |each |any )?payments?\b",
    re.IGNORECASE,
)
# Whether it is paid hangs on a stranger; when, these words don't tell.
CONTINGENT = re.compile(r"\b(?:contingent|condition(?:al|ed)?|unless|until|subject to)\b", re.IGNORECASE)
# A long exception in brackets between paying and its period.
LONG_ASIDE = re.compile(r"\s?\([^()]{60,}\)")
ASIDE = re.compile(
    r"[,(]?\s?\b(?:or,? )?(?:if (?:no|none|not|nothing)|unless) [^,;.()]{0,50}\b(?:is |are )?"
    r"(?:specified|stated|agreed|otherwise|set out|provided|given)\b[^,;.()]{0,40}[,)]",
    re.IGNORECASE,
)
READINESS = re.compile(
    r"^\s?(?:after|of|from|following)[^,.;]{0,60}?\b(?:readiness|ready (?:for|to)|availability|available for)\b",
    re.IGNORECASE,
)
# What ties an English event to the payment, ahead of it or as its first word.
_TIE = (
    r"\b(?:upon|on|at|after|following|before|prior to|in advance of|against|when|once|with|until|by|as soon as|only)\b"
)
TIED = re.compile(rf"{_TIE}\s(?:[a-z'-]+\s){{0,4}}$", re.IGNORECASE)
TIES = re.compile(_TIE, re.IGNORECASE)
