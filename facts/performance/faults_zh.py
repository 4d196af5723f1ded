"""Chinese clauses that give the buyer days to tell of what is short or not as ordered."""

from __future__ import annotations

from .. import regexes as re
from ..roles import Parties, Role
from ..sentence_tools import subject

_FAULT = r"(?:不符(?!合[^,。;]{0,6}标准的)|不一致|短少|短缺|缺少|缺失|破损|损坏|瑕疵|残损|错发|漏发|少货|缺件|差错)"
_DAYS = r"(?:日|天|小时)(?:之)?内"
_TELL = r"(?:通知|告知|提出|反馈|反映|报告|联系)"
_TOLD = re.compile(
    rf"{_FAULT}[^。;]{{0,40}}?{_DAYS}[^。;]{{0,16}}?(?P<tell>{_TELL})"
    rf"|{_DAYS}[^。;]{{0,10}}?{_FAULT}[^。;]{{0,12}}?(?P<tell2>{_TELL})"
    rf"|(?:收到|收货|到货|货到|签收)[^。;]{{0,24}}?(?:质量|数量)问题[^。;]{{0,24}}?{_DAYS}[^。;]{{0,16}}?(?P<tell3>{_TELL})"
    r"|^[\s\d.、()一二三四五六七八九十]*异议(?:期限?|提出期限?)[ ]?[:为是]"
)
# What shows in use, and what the seller has to mend, is after-sales service.
_LATER = re.compile(r"质保|保修|售后|维修|使用过程|运行过程|供货期|发票")


def tells_of_faults(parties: Parties, words: str) -> re.Match[str] | None:
    """Where a sentence has the buyer tell of a fault within some days of getting the goods."""
    match = _TOLD.search(words)
    if match is None or _LATER.search(words) is not None:
        return None
    verb = max(match.end(name) for name in ("tell", "tell2", "tell3"))
    return match if verb < 0 or subject(parties, words, verb - 1) is not Role.SELLER else None
