"""Payment clauses that were left open: a bare heading, a label beside a placeholder, a share without a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


# - Deposit: [Amount] due on signing: a line of a list whose sum is the blank.
_PART_LABEL = re.compile(
    r"^\W*(?:[a-z\d]{1,2}[.)]\s?)?(?:(?:initial|booking|security|final|first|second|third|fourth|last|stage|interim"
    r"|progress|milestone|balance|retention) )*(?:deposit|down ?payment|advance(?: payment)?|retainer|payment|balance"
    r"|install?ment|milestone|stage|phase|retention)(?: (?:\d|one|two|three|four|payment))?\s?[:\u2013\u2014-]\s?"
    r"(?:USD|US\$|\$|EUR|GBP|[\u20ac\u00a3])?\s?$",
    re.IGNORECASE,
)
_PART_DUE = re.compile(r"\s?(?:is )?(?:due|payable|paid|upon|on|at|before|prior|within|after|with)\b", re.IGNORECASE)
# A line that names what belongs behind its colon; what is said below it is no such line.
_LABEL_LINE = re.compile(r"^\s*(?:\(?[\d一二三四五六七八九十]{1,2}[)、.]\s?)?[^:,。;.\n\t]{2,30}:")
_TERMS_BELOW = re.compile(
    r"[首尾预余]|期款|定金|订金|%|账户|帐户|账号|帐号|开户|银行"
    r"|\b(?:deposit|balance|advance|down|milestone|install?ment|invoices?|upon|within|nett?|days?|bank|account|payee"
    r"|pay\w*|cash|card|transfer|che(?:que|ck)|first|second|final|stage|phase)\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[-*\u2022\u2013]\s|\(?[a-z\d]{1,2}[.)])", re.IGNORECASE)
_MEANS_LABEL = re.compile(r"(?:付款|支付|结算)方式|method", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OpenTerms:
    """What was left open: `whole`, the clause itself; `share`, a percentage in it; `method`, how it is paid."""

    whole: Hit | None = None
    share: Hit | None = None
    method: Hit | None = None
    method_label: Hit | None = None
    """A label for how it is paid with nothing behind it."""


def find_open_terms(text: Text, parties: Parties) -> OpenTerms:
    """The open places of the payment clauses of a text."""
    labels = list(_empty_labels(passages(text)))
    whole = empty_clause(text, _HEADING) or _bare_heading(passages(text)) or _labelled(text)
    whole = whole or (labels[0] if labels else None)
    means_label = next((hit for hit in labels if _MEANS_LABEL.search(hit.passage.text)), None)
    share = _share(text, parties)
    if whole is not None and _METHOD_ONLY.match(heading_of(whole.passage.text[whole.start : whole.end])) is not None:
        return OpenTerms(None, share, whole, means_label)
    means = whole is not None and re.search(
        r"方式|方法|办法|结算|method", whole.passage.text[whole.start : whole.end], re.IGNORECASE
    )
    return OpenTerms(whole, share, means_label or (whole if means else None), means_label)


def _empty_labels(all_passages: Sequence[Passage]) -> Iterator[Hit]:
    """The labels of a form for how and when it is paid with nothing behind them, among other labels of its kind."""
    for before, passage, after in zip(all_passages, all_passages[1:], all_passages[2:], strict=False):
        words = passage.text.rstrip()
        if words[-1:] != ":" or _HEADING.match(heading_of(words.strip())) is None:
            continue
        lines = _LABEL_LINE.match(before.text) is not None and _LABEL_LINE.match(after.text) is not None
        listed = _BULLET.match(after.text) is not None and _BULLET.match(words) is None
        said_below = _TERMS_BELOW.search(after.text[:60].split(":")[0]) is not None
        if lines and not listed and (not said_below or _HEADING.match(heading_of(after.text.strip())) is not None):
            yield Hit(passage, 0, len(words))


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
            or "%" in words[start:end]
            or (
                "%" not in words
                and _PART_LABEL.search(words[:start]) is not None
                and _PART_DUE.match(words, end) is not None
            )
            or (_SUM_OF.search(words, max(0, start - 60), start) is not None and "%" not in words)
        )
        and not find_percents(words, start, min(len(words), end + 2))
        # 管理费按施工费的___%计算: how a fee is worked out, not when it is paid.
        and re.match(r"\s?%\s?的?(?:标准|比例)?(?:计算|计取|计提|收取|计收)", words[end:]) is None
        and re.search(r"税|违约|利率|interest|tax|vat", words[max(0, start - 20) : start], re.IGNORECASE) is None
    )
