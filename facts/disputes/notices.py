"""How the parties reach each other, and which papers prove delivery."""

from __future__ import annotations

from collections.abc import Iterator

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
    r"(?:送达|通知|通讯|联系)(?:的)?(?:地址|方式|人)[^。;]{0,60}?(?:为|确认|有效|变更|送达|书面)"
    r"|(?:确认|指定|约定)[^。;]{0,60}?(?:送达|联系(?:方式|人|地址)|通讯地址)"
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
_NOTICE_EN = re.compile(
    r"\b(?:any|all|every|each|such|a)?\s?(?:notices?|communications?)\b[^.;]{0,170}?\b(?:(?:shall"
    r"|must|will|should|may) (?:also )?be (?:\w+ )?(?:in writing|written|given|sent|delivered|hand-delivered"
    r"|posted|e-?mailed|dispatched|served|made"
    r"|addressed|mailed|deemed|validly|sufficient)|(?:in writing and)|are valid if"
    r"|sent by registered|is in writing)"
    r"|^\W*(?:\d[\d.)]*\s*)?notices?\s?[:\t]\s?(?=[^.;]{0,60}(?:e-?mail|post|courier|fax|address|writing|@))"
    r"|\bnotices?\b[^.;]{0,60}?\b(?:deemed|considered|duly|validly|properly|sufficiently)\b[^.;]{0,30}?"
    r"\b(?:given|received|served|delivered|effective)\b|\bnotices?\b[^.;]{0,60}?\b(?:effective"
    r"|takes? effect) (?:when|on|upon|if)\b"
    r"|\bnotices? (?:is|are) (?:\w+ )?(?:given|served|received|effective) (?:when|on|upon|if|by)\b"
    r"|\bnotices?\b[^.;]{0,30}?\bmay be (?:given|served|sent|delivered)\b"
    r"|\bnotices?\b[^.;]{0,30}?\bto be (?:sent|given|served|delivered|hand-delivered|addressed|posted|e-?mailed)\b"
    r"|\bnotices?\b[^.;]{0,30}?\b(?:must|shall|should) be in\b[^.;]{0,20}?\bwriting\b"
    r"|\bgiv(?:e|es|ing) (?:\w+ )?notice\b[^.;]{0,80}?\bby (?:registered|recorded|certified|e-?mail|post|courier|fax)\b"
    r"|\bnotices?\b[^.;]{0,20}?\b(?:must|shall|should|is to|are to) (?:go|be directed) to\b"
    r"|\bcorrespondence\b[^.;]{0,80}?\b(?:sent|addressed|directed) to\b"
    r"|\bnotice address(?:es)?\b|\bany notice to be served\b|\bmust deliver all notices\b"
    r"|\baddress(?:es)? for (?:service|notices?)\b|\bnotices?\b[^.;]{0,40}?\b(?:to the following"
    r"|at the following|addresses set forth)",
    re.IGNORECASE,
)
_OTHER_NOTICE_EN = re.compile(
    r"(?i)\bnotice of (?:the )?(?:default|breach|claim|termination|defect|non|rejection|loss|price"
    r"|change|any (?:claim|loss))|\bprompt(?:ly)? (?:written )?noti|\bwithout (?:prior )?notice\b"
    r"|\bdays'? (?:prior )?(?:written )?notice\b"
    # By when the contract may be ended, not how the parties reach each other.
    r"|\bnotice (?:must|shall|may|will|is to|has to) be (?:given|served|delivered|sent|received)\b[^.;]{0,30}?"
    r"\b(?:not less than|not later than|no later than|no less than|at least|a minimum of)\b"
)
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
    for hit in search_all(text, _NOTICE_ZH):
        if not _OTHER_NOTICE_ZH.search(hit.passage.text) or re.search(r"送达地址|联系人", hit.passage.text):
            yield hit
    for hit in search_all(text, _NOTICE_EN):
        words = hit.passage.text
        if not _OTHER_NOTICE_EN.search(words) or re.search(
            r"(?i)\ball notices\b|\bany notices?\b[^.;]{0,40}?\b(?:under|required|hereunder|permitted)"
            r"|\bnotice address",
            words,
        ):
            yield hit


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
