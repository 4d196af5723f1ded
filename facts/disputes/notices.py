"""How the parties reach each other, and which papers prove delivery."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...values import Reason
from .. import regexes as re
from ..fact import Fact
from ..roles import Parties
from ..sentence_tools import Hit, doubtful, first_blank, passages, search_all, yes_no
from ..text import Text
from ..vocabulary import alternatives

_NOTICE_ZH = re.compile(
    r"(?:地址|邮箱|联系方式)[^。;]{0,20}(?:为|作为)[^。;]{0,12}送达(?:地址|方式)|"
    r"(?:地址|邮箱|电话)[^。;]{0,30}(?:为|作为)[^。;]{0,16}(?:联络|联系)方式|"
    r"(?:送达|通知|通讯|联系)(?:的)?(?:地址|方式|人)[^。;]{0,60}?(?:为(?!准)|确认|[真实均仍续为]有效|变更|送达|书面)"
    r"|(?:确认|指定|约定)[^。;]{0,60}?(?:送达(?:地址|方式|信息|人|条款)"
    r"|(?:邮箱|邮件|微信|传真|地址|电话|短信)[^。;]{0,12}送达|联系(?:方式|人|地址)|通讯地址)"
    r"|(?:本(?:合同|协议)|与本|项下|各方|双方|往来|任何|一切)[^。;]{0,24}?(?:的)?(?:通知|函件"
    r"|文件)[^。;]{0,40}?(?:书面|送达|发送|发至|寄|邮件|快递|传真|地址)"
    r"|通知:?(?:应当?|须|均)?(?:以|采用|通过)(?:书面|电子|英文|中文|快递|邮件|传真)[^。;]{0,40}?(?:作出|送达"
    r"|发至|发出|寄)"
    r"|(?:通知|文件)[^。;]{0,40}?视为(?:有效)?送达|^[^,。;]{0,8}(?:通知与送达|通知送达|通知和送达|通知及送达|送达条款|送达地址)"
)
_OTHER_NOTICE_ZH = re.compile(
    r"(?:浇筑|到货|提货|发货|终止|解除|不可抗力|价格|调价|交货|检验|质量|验收|不合格"
    r"|数据)[^,。;]{0,10}通知|以[^,。;]{0,8}通知为准"
    # Earlier papers that the contract sets aside.
    r"|(?:此前|之前|以前|以往)[^。;]{0,40}(?:文件|邮件|函件|传真|电子数据)[^。;]{0,40}(?:失效|作废|终止|为准|取代)"
)
# What stands under a heading that its parties left without a clause.
_NOTHING_ZH = re.compile(r"^\W*(?:此处(?:空白|留空)|本条(?:空白|留空|删除|略)|空白|不适用|略)\W*$")
_LONGEST_ZH_TITLE = 16
# Goods that reach the buyer are no notice.
_GOODS_SENT = re.compile(r"(?:货物?|产品|设备|材料|商品|标的物?|物资|样品)[^,。;]{0,14}送[达至到]")
_PAPER = re.compile(r"通知|函件|文书|信函|送达(?:地址|方式|人)|联系(?:地址|方式|人)")
_SENT = (
    r"(?:in writing|written|given|sent|delivered|hand-delivered|posted|e-?mailed|dispatched|served|made|addressed"
    r"|mailed|directed|transmitted|by (?:registered|certified|e-?mail|post|courier"
    r"|fax|hand))"
)
_NOTICES = (
    r"(?:notices?|communications?|correspondence)(?:,? (?:and|or) (?:any |all )?(?:other |legal )?"
    r"(?:notices?|communications?|correspondence|demands?|requests?|consents?|documents?))?"
)
_BY_WAY = (
    r"(?:by|via|through)\s(?:\w+\s){0,3}?(?:registered|recorded|certified|e-?mail|electronic mail|post|mail"
    r"|courier|fax|facsimile|hand|platform|whatsapp|portal|e-?mailing|posting|writing to)\b"
)
# What shall be sent or delivered is the notice and no goods named after it.
_NO_GOODS = r"(?:(?!\b(?:goods|products?|deliverables?|services|equipment|materials?)\b)[^.;])"
_NOTICE_EN = re.compile(
    rf"\b(?:any|all|every|each|such|a)?\s?(?:notices?|communications?)\b{_NO_GOODS}{{0,170}}?\b(?:(?:shall"
    r"|must|will|should|may) (?:also )?be (?:\w+ )?(?:in writing|written|given|sent|delivered|hand-delivered"
    r"|posted|e-?mailed|dispatched|served|made"
    r"|addressed|mailed|validly|sufficient|deemed (?:to (?:be|have been) )?(?:\w+ )?(?:given|received|served|delivered"
    r"|effective|made|sent|sufficient|duly))|(?:in writing and)|are valid if"
    r"|sent by registered|is in writing)"
    rf"|\b{_NOTICES}\b{_NO_GOODS}{{0,120}}?\b(?:shall|must|will|should|may|can|are to|is to|to) (?:only "
    rf"|also )?be (?:\w+ ){{0,2}}?"
    rf"{_SENT}"
    rf"|\b(?:any|all|every|each) (?:\w+ )?{_NOTICES}\b{_NO_GOODS}{{0,120}}?\b(?:is|are) (?:to be )?(?:made|given|sent"
    r"|served|addressed) (?:by|to|in|via|at)\b"
    rf"|\b(?:any|all|every|each) notifications?\b{_NO_GOODS}{{0,120}}?\b(?:shall|must|will|may"
    rf"|should) be (?:\w+ ){{0,2}}?"
    rf"{_SENT}"
    r"|^\W*(?:\d[\d.)]*\s*)?(?:notices?|address(?:es)? for notices?|communications?)\s?[:\t]\s?"
    r"(?=[^.;]{0,60}(?:e-?mail|post|courier|fax|address|writing|@))"
    r"|\bnotices?\b[^.;]{0,60}?\b(?:deemed|considered|duly|validly|properly|sufficiently)\b[^.;]{0,30}?"
    r"\b(?:given|received|served|delivered|effective)\b|\bnotices?\b[^.;]{0,60}?\b(?:effective"
    r"|takes? effect) (?:when|on|upon|if)\b"
    r"|\bnotices? (?:is|are) (?:\w+ )?(?:given|served|received|effective) (?:when|on|upon|if|by)\b"
    r"|\bnotices?\b[^.;]{0,30}?\b(?:must|shall|should) be in\b[^.;]{0,20}?\bwriting\b|\bnotices? in writing \("
    rf"|\b(?:give|gives|giving|send|sends|serve|serves|provide)\s(?:(?!of\b)\w+ ){{0,4}}?notices?\b"
    rf"[^.;]{{0,80}}?\b{_BY_WAY}"
    r"|\b(?:send|sends|serve|address) (?:\w+ ){0,3}?(?:notices|communications|correspondence) (?:\w+ ){0,6}?(?:to"
    r"|at)\b"
    r"|\bnotices?\b[^.;]{0,20}?\b(?:must|shall|should|is to|are to|may) (?:go|be directed) to\b"
    r"|\bcorrespondence\b[^.;]{0,80}?\b(?:sent|addressed|directed) to\b"
    r"|\b(?:notices?|communications?) (?:to (?:you|us|the \w+|either party|the other party)),? (?:by"
    r"|via)\s(?:\w+ )?e-?mail"
    r"|\bnotices?\.\W{1,3}to (?:you|us|the \w+)\b"
    r"|\bnotices?\s?:\s?[\w.+-]{1,60}@|\bnotices? by (?:e-?mail|post|postal mail|courier|fax)\s?:"
    r"|\b(?:notices?|letters?)\b[^.;]{0,20}?\b(?:goes|go|(?:is|are|be) (?:sent|addressed)) to\b"
    r"|\bformal notices?\b[^.;]{0,40}?\b(?:write|e-?mail|send|post)\b"
    r"|\b(?:notices?|communications?)\b[^.;]{0,80}?\b(?:shall|must|will) be (?:made )?in (?:the )?\w+(?: language)?"
    r" and in (?:text form|writing)\b|\b(?:notices?|communications?)\b[^.;]{0,60}?\bin text form\b"
    r"|\b(?:all|any|every) (?:letters?|demands?|documents?|messages?)\b[^.;]{0,60}?\b(?:under|in connection with"
    r"|relating to) (?:this|the) (?:contract|agreement)\b[^.;]{0,40}?\b(?:shall|must|will|may) (?:\w+ ){0,2}?"
    r"(?:sent|delivered|posted|served|given|addressed|in writing)\b"
    r"|\bnotice address(?:es)?\b|\bany notice to be served\b|\bmust deliver all notices\b"
    r"|\baddress(?:es)? for (?:service|(?:\w+ )?notices?|communications?|correspondence)\b|\bdomicilium\b"
    r"|\bfor (?:the )?purposes? of (?:\w+ )?notices?\b"
    r"|\bnotices?\b[^.;]{0,40}?\b(?:to the following|at the following|addresses set forth)",
    re.IGNORECASE,
)
_ALL_NOTICES_EN = re.compile(
    r"(?i)\ball (?:\w+ )?(?:notices|communications)\b"
    r"|\b(?:any|each|every|a|such) (?:\w+ )?notices?\b[^.;]{0,60}?\b(?:under|required|hereunder|permitted|pursuant"
    r"|hereto"
    r"|in connection with|to be (?:given|served|sent))"
    r"|\bnotice address|\bnotices? (?:and|or) (?:any |all )?(?:other )?communications?\b|^\W*(?:[\d.]+\s)?notices?\W"
    r"|\baddress(?:es)? for (?:service|notices?)"
)
_OTHER_NOTICE_EN = re.compile(
    r"(?i)\bnotice of (?:the |its |any |such |a |an |intention|intent )?(?:\w+ )?(?:default|breach|claims?|termination"
    r"|defects?|non|rejection|loss|price|change|intention|cancellation|renewal|withdrawal|acceptance|exercise|delay"
    r"|dispute"
    r"|infringement|increase|amendment|variation|assignment|force majeure|meeting)"
    r"|\bprompt(?:ly)? (?:written )?noti|\bwithout (?:prior |further )?notice\b|\badvance (?:written )?notice\b"
    r"|\bnotice period\b|\b(?:days?|weeks?|months?|hours?|years?)'?s?\)?'? ?(?:\w+ ){0,3}notice\b"
    r"|\bif no (?:such )?(?:\w+ )?notice\b|\bno (?:such )?(?:written )?notice (?:is|was|has been)\b"
    r"|\b(?:privacy|copyright|safety|cookie) notices?\b|\bnotice(?:s)? (?:is|are) (?:hereby )?waived\b"
    # By when the contract may be ended, not how the parties reach each other.
    r"|\bnotice (?:must|shall|may|will|is to|has to) be (?:given|served|delivered|sent|received)\b[^.;]{0,30}?"
    r"\b(?:not less than|not later than|no later than|no less than|at least|a minimum of)\b"
)
_TITLE_EN = re.compile(
    r"^\W*(?:(?:section|clause|article|art\.?)\s)?(?:[\dIVXivx]{1,4}(?:\.\d+)*[.):]?\s*)?(?:formal |legal |general )?"
    r"(?:notices?|communications?|correspondence)(?: (?:and|&) (?:communications?|notifications?|correspondence"
    r"|service|delivery|addresses|contacts?"
    r"|contact details))?\W*$",
    re.IGNORECASE,
)
_UNDER_TITLE_EN = re.compile(
    r"(?i)\be-?mail\b|@|\bin writing\b|\bwritten\b|\baddress|\bpost(?:ed)?\b|\bmail(?:ed)?\b|\bcourier\b|\bfax\b"
    r"|\bdeliver"
)
_LONGEST_TITLE = 60
_ADDRESS = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,4}")
_CHANNEL_ZH = re.compile(
    r"(?:电子邮箱|邮箱|电子邮件|E-?mail|微信(?:号|群)?|QQ(?:群|号)?|平台账号"
    r"|钉钉)[^,。;\n]{0,6}[::为是][ ]*(?P<value>[^,。;\s]{3,60})",
    re.IGNORECASE,
)
_CHANNEL_BLANK = re.compile(
    r"(?:电子邮箱|邮箱|电子邮件|E-?mail|微信号?)[^,。;\n]{0,8}[::为]\s*(?P<value>_{2,}|\[\s*\]|$)", re.IGNORECASE
)
_PAPERS_ZH = alternatives("dispute", "papers_zh")
_PAPER_DUTY_ZH = re.compile(
    rf"(?:签署|签字|签收|签认|注明|提供|提交|凭|出具|附|随货|作为|以)[^。;]{{0,24}}?{_PAPERS_ZH}"
    rf"|{_PAPERS_ZH}[^。;]{{0,30}}?(?:签字|签收|签认|签章|盖章|注明|为准|为依据|作为|凭证|确认)"
)
_PAPERS_EN = alternatives("dispute", "papers_en")
_PAPER_DUTY_EN = re.compile(
    rf"(?i)(?:sign|provid|accompan|furnish|submit|present|document|evidence|indicat|issue|includ"
    rf"|certificate|set of|cop(?:y|ies))[^.;]{{0,80}}?{_PAPERS_EN}"
    rf"|{_PAPERS_EN}[^.;]{{0,80}}?\b(?:sign|original|evidence|proof|cop(?:y|ies)|showing|accompany)"
)


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """The facts of notices, electronic channels and delivery papers."""
    yield yes_no("evidence.notice_clause", text, _clauses(text))
    yield _channels(text)
    papers = [*search_all(text, _PAPER_DUTY_ZH), *search_all(text, _PAPER_DUTY_EN)]
    yield yes_no("evidence.delivery_docs_list", text, papers)


def _clauses(text: Text) -> Iterator[Hit]:
    nothing_said = {title.index for title, below in pairwise(passages(text)) if _NOTHING_ZH.match(below.text)}
    for hit in search_all(text, _NOTICE_ZH):
        if hit.passage.index in nothing_said and len(hit.passage.text) < _LONGEST_ZH_TITLE:
            continue
        if _GOODS_SENT.search(hit.passage.text) and not _PAPER.search(hit.passage.text):
            continue
        if not _OTHER_NOTICE_ZH.search(hit.passage.text) or re.search(r"送达地址|联系人", hit.passage.text):
            yield hit
    yield from sorted(_english(text), key=lambda hit: _ALL_NOTICES_EN.search(hit.passage.text) is None)


def _english(text: Text) -> Iterator[Hit]:
    for hit in search_all(text, _NOTICE_EN):
        words = hit.passage.text
        if not _OTHER_NOTICE_EN.search(words) or _ALL_NOTICES_EN.search(words):
            yield hit
    for title, following in pairwise(passages(text)):
        if len(title.text) < _LONGEST_TITLE and _TITLE_EN.match(title.text) and _is_under_title(following.text):
            yield Hit(following, 0, len(following.text))


def _is_under_title(words: str) -> bool:
    return _UNDER_TITLE_EN.search(words) is not None and _OTHER_NOTICE_EN.search(words) is None


def _channels(text: Text) -> Fact:
    name = "evidence.e_channels_named"
    named: list[Hit] = []
    blank: Hit | None = None
    for passage in passages(text):
        found = _ADDRESS.search(passage.text) or _CHANNEL_ZH.search(passage.text)
        if found is not None and first_blank(found[0]) is None:
            named.append(Hit(passage, found.start(), found.end()))
        elif blank is None and (opened := _CHANNEL_BLANK.search(passage.text.rstrip())) is not None:
            blank = Hit(passage, opened.start(), opened.end())
    if named or blank is None:
        return yes_no(name, text, named)
    return doubtful(name, text, Reason.BLANK, blank)
