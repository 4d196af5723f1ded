"""Payment clauses that were left open: a bare heading, a label beside a placeholder, a share without a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .. import regexes as re
from ..contract.empty_clauses import empty_clause, heading_of
from ..quantities.percents import find_percents
from ..quantities.periods import find_periods
from ..roles import Parties
from ..sentence_tools import Hit, Passage, first_blank, passages
from ..text import Text
from .scope import payment_terms

_HEADING = re.compile(
    r"^(?:货款|价款|费用|货款及费用等?|合同款)?[^,。]{0,6}(?:付款|支付|结算)(?:及|与|和|、)?(?:方式|条件|期限|办法"
    r"|时间|方法)(?:[及与和、]{0,1}(?:付款|支付|结算)?(?:方式|条件|期限|办法|时间|方法|地点))*$"
    r"|^(?:terms of payment|payment(?: terms| schedule| method| conditions)?)$",
    re.IGNORECASE,
)
_METHOD_ONLY = re.compile(r"^结算\s?方式$")
_LABELLED = re.compile(
    r"(?:付款|支付|结算)(?:方式|条件|期限|办法|时间|周期)(?:[及与和、](?:方式|条件|期限|时间))?[ ]?[:\t ]\s*"
    r"|(?:账期|帐期|信用期限?|赊销期限?)(?:为|[ ]?:)\s*"
    r"|\b(?:payment terms?|terms of payment|payment period|payment schedule)\b[ :\t]{1,3}(?:[^\n.;]{0,70}?[\t:] ?)?"
    r"|\bto pay invoices[ :\t]{1,3}",
    re.IGNORECASE,
)
# A share left out without a rule to write on: 支付合同总价的 %.
_GAP = re.compile(r"(?:价|价款|货款|总额|金额|费用)的?\s{1,12}%")
# A sum left open of a payment that is only a part: 支付定金____元.
_SUM_OF = re.compile(
    r"(?:支付|付|交纳|缴纳)\(?(?:定金|订金|预付款|预付货款|首付款|首期款)[^,。;%()]{0,6}\)?(?:人民币|¥|\(大写\)|:"
    r"|为|计|款)*\s?$"
    r"|\b(?:deposit|advance payment|down payment) of (?:USD|US\$|\$|EUR|RMB|CNY)?\s?$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^\s*(?:第[一二三四五六七八九十\d]+[条章]|[一二三四五六七八九十]{1,3}[、.,]|\d{1,2}[、.](?!\d))"
)


@dataclass(frozen=True, slots=True)
class OpenTerms:
    """What was left open: `whole`, the clause itself; `share`, a percentage in it; `method`, how it is paid."""

    whole: Hit | None = None
    share: Hit | None = None
    method: Hit | None = None


def find_open_terms(text: Text, parties: Parties) -> OpenTerms:
    """The open places of the payment clauses of a text."""
    whole = empty_clause(text, _HEADING) or _bare_heading(passages(text)) or _labelled(text)
    share = _share(text, parties)
    if whole is not None and _METHOD_ONLY.match(heading_of(whole.passage.text[whole.start : whole.end])) is not None:
        return OpenTerms(None, share, whole)
    means = whole is not None and re.search(
        r"方式|方法|办法|结算|method", whole.passage.text[whole.start : whole.end], re.IGNORECASE
    )
    return OpenTerms(whole, share, whole if means else None)


def _bare_heading(all_passages: Sequence[Passage]) -> Hit | None:
    for passage, following in pairwise(all_passages):
        number = _NUMBERED.match(passage.text)
        if number is None or _HEADING.match(heading_of(passage.text.strip())) is None:
            continue
        then = _NUMBERED.match(following.text)
        if then is not None and _form(then[0]) == _form(number[0]):
            return Hit(passage, 0, len(passage.text))
    return None


def _form(number: str) -> str:
    return re.sub(r"[一二三四五六七八九十]+", "一", re.sub(r"\d+", "1", number.strip()))


def _labelled(text: Text) -> Hit | None:
    for passage in passages(text):
        for label in _LABELLED.finditer(passage.text):
            blank = first_blank(passage.text, label.end() - 1, min(len(passage.text), label.end() + 80))
            if blank is not None and blank.start() <= label.end() + 1 and not find_periods(passage.text):
                return Hit(passage, label.start(), blank.end())
    return None


def _share(text: Text, parties: Parties) -> Hit | None:
    for term in payment_terms(text, parties):
        words = term.passage.text
        at = term.chunks[0].start
        while (blank := first_blank(words, at, term.chunks[-1].end)) is not None:
            if _is_open_share(words, blank.start(), blank.end()):
                return Hit(term.passage, blank.start(), blank.end() + 1)
            at = blank.end()
        gap = _GAP.search(words, term.chunks[0].start, term.chunks[-1].end)
        if gap is not None:
            return Hit(term.passage, gap.start(), gap.end())
    return None


def _is_open_share(words: str, start: int, end: int) -> bool:
    """Whether a blank stands for the percentage of a payment, not of a tax or a charge."""
    return (
        (
            re.match(r"\s?(?:%|per\s?cent)", words[end:], re.IGNORECASE) is not None
            or (_SUM_OF.search(words, max(0, start - 60), start) is not None and "%" not in words)
        )
        and not find_percents(words, start, min(len(words), end + 2))
        and re.search(r"税|违约|利率|interest|tax|vat", words[max(0, start - 20) : start], re.IGNORECASE) is None
    )
