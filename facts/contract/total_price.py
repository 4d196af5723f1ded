"""The total price of a contract: every place that states it in figures or words, or leaves it open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ...values import Money
from .. import regexes as re
from ..quantities.currencies import AFTER, BEFORE
from ..quantities.digits import NUMBER, read_number
from ..quantities.found import Found
from ..quantities.money import find_money
from ..quantities.money_words import find_money_words
from ..quantities.number_words import NUMBER_WORDS
from ..text import Stretch, Text
from .blanks import find_blanks
from .total_in_words import GOES_ON, in_its_dollars, said_below, spelled_beside

_LONGEST_WORDS = 120
_KIND = r"(?:含税|税后|暂定|暂估|固定|预算|人民币|\(含税\)|\(大写\)|\(小写\))*"
_TOTALLED = r"(?:总价款|总价格|总价|总金额|总额|总值|总货款|总造价|总费用|总计|合计|共计)"
_CONTRACT_TOTAL = (
    rf"(?:(?:本)?(?:合同|协议|订单|订货|项目|工程|标的|采购){{1,2}}的?{_KIND}(?:{_TOTALLED}|价款|金额|造价|款总额|总款)"
    rf"|(?:货款|货物|服务|产品|设备|报酬|酬金|经费|费用|运费|加工费|开发费|设计费|咨询费|许可费|授权费|勘察费"
    rf"|监理费|检测费|培训费|维护费|维保费|租赁费|承包费|劳务费|安装费|制作费){{1,2}}的?{_KIND}{_TOTALLED}"
    rf"|(?:含税|暂定|固定)?(?:总价款|总货款|总金额|总价|总造价|总费用(?=[为是:]|共计|总计|人民币))|价税合计|签约合同价|(?:工程|项目|分包)合同价(?=[为是:])"
    rf"|服务费用?{_KIND}(?:{_TOTALLED}|为))"
)
_SUM_TOTAL = r"(?:(?<![\u3400-\u9fff])(?:金额|货款|费用)?(?:合计|总计|共计|总值|小计总额)(?:金额|人民币|总金额|货款)*)"
_TOTAL_EN = (
    r"(?i:\btotal\s+(?:contract\s+|purchase\s+|order\s+|sale\s+)?(?:price|value|amount|cost|fees?|sum"
    r"|consideration)\b|\bcontract\s+(?:price|sum|value|amount)\b"
    r"|\baggregate\s+(?:purchase\s+)?price\b|\b(?:fixed|lump[- ]sum)\s+(?:fee|price|sum)\b"
    r"|\bgrand\s+total\b|\bpurchase\s+price\s+(?:for|of)\s+the\s+(?:\w+\s+){1,3}(?:is|shall be)\b)"
)
# Sums beside the price, by the word their label begins with.
_NO_PART = (
    r"(?!(?i:unit|call|late|delivery|freight|shipping|cancel\w*|monthly|hourly|daily|minimum|list|other|additional|extra"
    r"|set-?up|restocking|service charges?:)\b)"
)
_OF_THE_WHOLE = (
    r"(?:machine|vehicle|car|equipment|goods|products?|project|program(?:me)?|services?|design|consult(?:ing|ancy)"
    r"|professional|engineering|sales?|agreed|net|gross|full|basic|quoted|estimated?|quot(?:e|ation)|proposal|amc|overall"
    r"|annual\smaintenance|maintenance|contract|order|total)"
)
_STRONG = re.compile(rf"{_CONTRACT_TOTAL}|{_TOTAL_EN}")
_WEAK = re.compile(
    rf"{_SUM_TOTAL}|^[ ]*{_NO_PART}(?:[A-Z]\w+ ){{0,2}}(?:[Ff]ees?|[Pp]rice|[Cc]harges)(?=\t|[ ]?:)|(?:^|(?<=[\t"
    rf"|]))[ ]*(?:Total|TOTAL)(?=[\t :|])"
    rf"|(?:^|(?<=[ ]))(?:Total|TOTAL),?[ ](?i:excl|incl|net|gross|ex|due|payable)"
    rf"[^\d\n\t]{{0,30}}?(?=[ ]?(?:{BEFORE})|[ ]\d)",
    re.MULTILINE,
)
# Plain words for the price, trusted only where nothing names the total and the sum follows at once.
# Fifty Thousand Dollars ($50,000.00)
_SPELLED_OUT = rf"(?:{NUMBER_WORDS}(?:[ ](?:and[ ])?[\w/]{{2,12}}){{0,5}}[ ,]{{0,2}}\(\s?)?"
_SUM_NEXT = rf"(?={_SPELLED_OUT}(?:(?:{BEFORE})\s?\d|\d[\d,.]*\s?[千万亿]?(?:{AFTER})))"
_PLAIN = re.compile(
    rf"(?i:\bthe\s(?:(?:contract|total|agreed|net|basic)\s)?(?:fees?|price|charges?|consideration)\s"
    rf"(?:payable[^.;\n]{{0,40}}?\s)?"
    rf"(?:is|are|shall\sbe|will\sbe)\s){_SUM_NEXT}"
    rf"|^[ \t]*(?:\(?\d{{1,2}}[.)]*[ \t]*)?(?i:(?:contract|order|total)\s)?"
    rf"(?i:amount|value|price|fee|consideration)[ \t]*:[ \t]*{_SUM_NEXT}"
    # Estimate total: £6,540.00; Programme fee £1,500; AMC charges for the period: Rs. 24,000
    rf"|^[ \t]*(?:\(?\d{{1,2}}[.)]*[ \t]*)?(?i:(?:{_OF_THE_WHOLE}\s){{1,2}}(?:amount|value|price|fees?|charges|cost"
    rf"|total|investment)(?:\sfor\sthe\s(?:\w+\s){{0,2}}\w+)?)[ \t]*:?[ \t]*{_SUM_NEXT}"
    # The sale price of the car has been fixed at …; our fee for the above services is …, is capped at …
    rf"|(?i:\b(?:price|fees?|cost|charges)\s(?:(?:of|for)\s(?:the|this|these|all)\s(?:\w+\s){{1,4}})?(?:(?:has|have)\sbeen|is"
    rf"|are|was|will\sbe|shall\sbe)\s(?:fixed|agreed|settled|capped|set)\s(?:at|on|as)\s){_SUM_NEXT}"
    rf"|(?i:\bour\s(?:total\s)?(?:fees?|price|charge)\s(?:for\s[^.;\n]{{0,60}}?)?(?:is|are|will\sbe)\s){_SUM_NEXT}"
    rf"|(?i:\bthe\stotal\s(?:annual\s|yearly\s)?(?:\w+\s)?(?:charges?|fees?|price|cost)\s(?:amounts?\sto|comes?\sto|totals?)\s)"
    rf"{_SUM_NEXT}"
    rf"|(?i:\bfor\sa\stotal\s(?:of|price\sof)\s|\bthe\stotal\s(?:investment|cost|charge)\s(?:is|will\sbe)\s){_SUM_NEXT}"
    rf"|(?i:\b(?:for|at)\s(?:the|an?)\s(?:total\s|net\s|agreed\s)?(?:sum|price|consideration)\sof\s){_SUM_NEXT}"
    rf"|(?i:\bthe\s(?:total\s|agreed\s)?price\s(?:for|of)\sthe\s(?:\w+\s){{1,3}}(?:is|shall\sbe|will\sbe)\s){_SUM_NEXT}"
    rf"|(?i:\b(?:pays?|paid)\b[^.;\n]{{0,30}}?\ba\stotal\sof\s){_SUM_NEXT}"
    # pays a flat fee of …; for a total amount not to exceed …
    rf"|(?i:\b(?:pays?|paid|payment\sof|receives?|charges?|for|at|compensated)\b[^.;\n]{{0,60}}?\b(?:an?|the)\s"
    rf"(?:(?:flat|fixed|total|net|gross|lump[- ]sum|all[- ]inclusive|one[- ](?:time|off)|single|agreed|contract"
    rf"|purchase|project|services?|consulting|design|development|maximum|aggregate)\s){{0,3}}"
    rf"(?:fee|price|sum|lump[- ]sum|amount|consideration|compensation|remuneration|total)"
    rf"(?:\sof|\snot\sto\sexceed)?,?\s){_SUM_NEXT}"
    rf"|(?i:\b(?:total|maximum|aggregate)\s(?:compensation|contract\s(?:amount|price)|fees?|price|amount)"
    rf"[^.;\n]{{0,40}}?\s(?:(?:shall|will|may)\s)?not\s(?:to\s)?exceed\s(?:the\s(?:sum|amount)\sof\s)?){_SUM_NEXT}"
    rf"|(?i:\bpurchase\sprice[ :]{{1,3}}(?:(?:is|shall\sbe|of)\s)?){_SUM_NEXT}"
    rf"|(?i:\b(?:total|entire|agreed|sale)\s(?:sale\s)?consideration\s(?:of|is|shall\sbe)\s(?:a\ssum\sof\s)?){_SUM_NEXT}"
    rf"|(?i:\bin\sconsideration\sof\s(?:the\s)?(?:(?:payment|sum|price)\sof\s)?){_SUM_NEXT}"
    rf"|(?i:\b(?:sells?|purchases?|buys?)\b[^.;\n]{{0,80}}?\bfor\s){_SUM_NEXT}"
    rf"|^[ \t]*(?i:quoted\s(?:price|total)|order\s(?:total|value))[ ]?[:\t][ \t]*{_SUM_NEXT}"
    rf"|(?i:\btotal\samount\spayable\sunder\sthis\s\w+\s(?:is|shall\sbe)\s){_SUM_NEXT}"
    rf"|(?i:\bpay\s(?:to\s)?(?:the\s)?\w+\s(?:the\s(?:sum|amount)\sof\s)?){_SUM_NEXT}"
    r"(?=\S{1,4}\s?[\d,.]+\sfor\sthe\s(?i:goods|services|equipment|works?|machine\w*|system)\b)"
    rf"|(?:设备款|货款|材料款|工程款|加工费|服务费|设计费|租金)(?:总共|共计?|合计)(?:为|是)?{_SUM_NEXT}"
    rf"|(?:^|(?<=[。;:.、)\d ]))[ ]*(?:本?(?:合同|协议)价格?(?:为|是|:)?"
    rf"|[\u3400-\u9fff]{{0,4}}(?:服务费|设计费|咨询费|开发费|合同款|^[ ]*(?:价款|报酬|酬金|加工费))[ ]*"
    rf"(?:为|是|(?=人民币)|:))[ ]*(?:人民币)?[ ]*{_SUM_NEXT}(?![^。;\n]{{0,24}}/(?:月|年|人|次|天|小时))"
    rf"|^[ \t]*(?i:(?:contract\s)?price)\s{_SUM_NEXT}"
    rf"|(?i:\bpay\s(?:to\s)?(?:the\s)?(?:seller|supplier|(?:service\s)?provider|consultant|vendor|freelancer"
    rf"|contractor)\s){_SUM_NEXT}(?=\S{{0,4}}\s?[\d,.]*\d\.?\s*(?:$|\n))",
    re.MULTILINE,
)
# A share of the total, a limit, a forecast, a price without tax: not the total.
_NOT_THIS = re.compile(
    r"^(?:款)?(?:的|之)?[ ]*(?:\d+(?:\.\d+)?[ ]*[%‰]|百分|千分|万分|[一二三四五六七八九]成|___?%)"
    r"|^[^。;\n]{0,8}(?:\d+(?:\.\d+)?[%‰]|百分之|万分之|千分之)"
    r"|^[ ]*(?:约|的?上限|不(?:得)?(?:超过|低于|少于)|超过|低于|以内|变更|调整|至少|以实际)"
    r"|^(?:款)?(?:中|内|里)?(?:已|均)?(?:包含|包括|含有)"
    r"|^\s+(?:by|exceed|up to|not to exceed|per\b|paid\b|payable\b|due\b|owed|received|invoiced|of (?:all|any|each))"
)
# A sum of another matter, named earlier in the sentence.
_OTHER_SUM = re.compile(r"赔偿|违约金|保险|授信|(?i:liabilit|insur|damages|indemn|credit limit|penalt)")
# What is paid beside the price, or now and then.
_NO_PRICE = re.compile(
    r"(?i)\b(?:expens\w+|travel|reimburs\w+|out-of-pocket|deposit|instal\w+|retainer|late|cancellation|termination"
    r"|restocking|monthly|hourly|daily|weekly|annual(?:ly)?|per|each|if|minimum|advance|down payment|royalt\w+|shares?"
    r"|bonus|interest)\b"
)
_NOT_BEFORE = re.compile(
    r"(?:不含税|未税|预计|预估|估计|年度?(?:采购|销售)|最低|累计|逾期|未付|已付|剩余|其余|结算|每批|单笔"
    r"|授信|保证金|定金|违约金|赔偿|按照?|占|以)(?:本)?$|(?i:minimum|annual|maximum|unpaid|per cent of the"
    r"|% of the|of the|estimated annual|exceed the|excess of the)\s*$"
)
_END = re.compile(r"[。;；\n](?!\d)|(?<!\b[A-Z])(?<!\bU\.S)(?<!\b(?:in|ex)cl)\.\s(?=[A-Z])")
# (√13%增值税;□不含税): a bracket right behind the label.
_TAX_ASIDE = re.compile(r"^[ ]*(?:人民币|大写|金额)*[ ]*\([^()\n]{0,60}税[^()\n]{0,60}\)")
_ASIDE = re.compile(r"[ ]*(?:人民币|大写|金额)*[ ]*\((?=[^()\n]*[\u3400-\u9fff])[^()\n]{0,60};[^()\n]{0,60}\)")
# 合同总价(元): 100000 - the unit stands with the label.
_BARE_FIGURES = re.compile(
    rf"[ ]*[(\[]?(?:人民币"
    rf"|单位[:：]?)?[ /]*(?P<scale>万)?元[)\]]?[ ]*[:为是]?[ ]*(?P<number>{NUMBER})(?![%‰A-Za-z])"
)
_BARE_NEXT = re.compile(rf"[ :]*\s[ ]*(?P<number>{NUMBER})[ ]*(?=[\t\n]|$)")
_REACH = 110


@dataclass(frozen=True, slots=True)
class TotalPrice:
    """One place for the total: the label's start, and what follows it in figures, in words, or left open."""

    start: int
    end: int
    strong: bool
    figures: Money | None = None
    figures_at: tuple[int, int] = (0, 0)
    words: Money | None = None
    words_at: tuple[int, int] = (0, 0)
    blank: Stretch | None = None
    label_end: int = 0


@lru_cache(maxsize=8)
def total_prices(text: Text) -> tuple[TotalPrice, ...]:
    """All places that name the contract's total, in order."""
    found = [*_after(text, _STRONG, True), *_after(text, _WEAK, False)]
    if not any(one.figures or one.words or one.blank for one in found):
        plain = [one for one in _after(text, _PLAIN, False) if one.figures is not None]
        # Two sums in plain words: neither is known to be the total.
        if len({one.figures for one in plain}) == 1:
            found += plain
    told = {one.words for one in found if one.words is not None}
    if text.language != "en" and len(told) == 1 and not any(one.figures for one in found):
        found = [_as_in_words(text, one, next(iter(told))) for one in found]
    return tuple(sorted(_without_lines(text, found), key=lambda one: one.start))


def _without_lines(text: Text, found: list[TotalPrice]) -> list[TotalPrice]:
    """The places for the total without those of single lines: Total Price: 9,600 of an item above Grand Total."""
    grand = [one for one in found if one.figures and _GRAND.match(text.text, one.start)]
    if len({one.figures for one in grand}) != 1 or grand[0].figures is None:
        return found
    whole = grand[0].figures
    return [
        one
        for one in found
        if one.figures is None
        or one.figures.currency != whole.currency
        or one.figures.amount >= whole.amount
        or one.start > grand[0].start
        or not _OF_A_LINE.match(text.text, one.start)
    ]


_GRAND = re.compile(r"(?i)grand\s+total\b")
_OF_A_LINE = re.compile(r"(?i)total\s+(?:price|amount|cost|value)[ *]*[:\t]")


def _after(text: Text, label: re.Pattern[str], strong: bool) -> Iterator[TotalPrice]:
    for match in label.finditer(text.text):
        if _NOT_BEFORE.search(text.text, max(0, match.start() - 12), match.start()):
            continue
        sentence = text.sentence_at(match.start())
        if _OTHER_SUM.search(text.text, max(sentence.start, match.start() - _REACH), match.start()):
            continue
        if _NOT_THIS.search(_TAX_ASIDE.sub("", text.text[match.end() : match.end() + 80])[:30]):
            continue
        if _heads_a_column(text, match.end()):
            continue
        if label is _PLAIN and _NO_PRICE.search(text.text, max(sentence.start, match.start() - 50), match.end()):
            continue
        yield _read(text, match.start(), match.end(), strong)


def _heads_a_column(text: Text, label_end: int) -> bool:
    """Whether a label is the last of three or more cells of a line: the heads of a table, no total of it."""
    line = text.line_at(label_end - 1)
    cells = line.text.split("\t")
    return (
        len(cells) >= _FEWEST_HEADS
        and not text.text[label_end : line.end].strip(" :|)")
        and not any(re.search(r"\d", cell) for cell in cells)
    )


_FEWEST_HEADS = 3


def _read(text: Text, start: int, label_end: int, strong: bool) -> TotalPrice:
    limit = min(len(text.text), label_end + _REACH)
    stop = _END.search(text.text, label_end, limit)
    # (大写)…整;(小写)…: the figures may come after a semicolon.
    if stop and re.match(r"[;；][ ]*[\(\[]?(?:小写|大写|人民币)", text.text[stop.start() : stop.start() + 8]):
        stop = _END.search(text.text, stop.end(), limit)
    elif stop and stop.group() in ";；" and (aside := _ASIDE.match(text.text, label_end, limit)) is not None:
        stop = _END.search(text.text, max(stop.end(), aside.end()), limit)
    end = stop.start() if stop else limit
    figures = _figures(text, label_end, end)
    if stop and stop.group() == "\n" and GOES_ON.search(text.text[max(label_end, end - 12) : end]):
        end = limit
    words = [
        Found(one.start + label_end, one.end + label_end, in_its_dollars(text, one.value))
        for one in find_money_words(text.text[label_end : _whole_words(text, end)].replace("\n", " "))
        if one.start < end - label_end and not _is_part(text.text, label_end, one.start + label_end)
    ]
    if stop is not None and stop.group() == "\n" and not words and (said := said_below(text, stop.start())) is not None:
        words = [said]
    if figures and not words and (spelled := spelled_beside(text, figures[0])) is not None:
        words = [spelled]
    blank = next((b for b in find_blanks(text) if label_end - 1 <= b.start <= min(end, label_end + 24)), None)
    if blank is None and not figures and not words:
        blank = _left_empty(text, label_end)
    return TotalPrice(
        start,
        end,
        strong,
        figures[0].value if figures else None,
        (figures[0].start, figures[0].end) if figures else (0, 0),
        words[0].value if words else None,
        (words[0].start, words[0].end) if words else (0, 0),
        blank if not figures and not words else None,
        label_end,
    )


def _as_in_words(text: Text, one: TotalPrice, words: Money) -> TotalPrice:
    """A place whose bare figure, in its cell or on its next line, says what the sum in words says."""
    bare = _BARE_NEXT.match(text.text, one.label_end) if one.figures is None else None
    if bare is None or read_number(bare["number"]) != words.amount:
        return one
    return replace(one, figures=words, figures_at=bare.span("number"), blank=None)


def _figures(text: Text, start: int, end: int) -> list[Found[Money]]:
    """The sums behind a label that are the total itself; the unit may stand with the label: 合同总价(元): 100000."""
    found = [
        one
        for one in find_money(text.text, None, start, end)
        if one.value.amount > 0 and not _is_part(text.text, start, one.start)
    ]
    bare = _BARE_FIGURES.match(text.text, start, end) if not found else None
    if bare is None:
        return found
    amount = find_money(f"{bare['number']}{bare['scale'] or ''}元")
    return [Found(bare.start("number"), bare.end("number"), one.value) for one in amount[:1]]


def _whole_words(text: Text, end: int) -> int:
    """The end of a stretch, moved on in its line so far that a sum in words it breaks off is whole."""
    line = text.text.find("\n", end)
    return min(end + _LONGEST_WORDS, line if line >= 0 else len(text.text))


def _is_part(text: str, label_end: int, position: int) -> bool:
    """Whether words between label and sum turn it into something else: a share, tax, a price for one unit."""
    # (含13%增值税): what a bracket adds to the label.
    between = re.sub(r"\([^()\n]*[\u3400-\u9fff][^()\n]*\)", "", text[label_end:position])
    return (
        re.search(
            r"%|‰|不含税|税额|税金|其中|单价|定金|预付|首付|违约|每[吨台套件]|\bplus\b|\bdeposit\b|\bper\b"
            r"|\bof which\b|\bless\b|\binsurance\b|\bliab",
            between,
        )
        is not None
    )


_EMPTY_AFTER = re.compile(
    r"[ ]*(?:\(?(?:大写|小写|人民币|元|万元)\)?[ :]*)*[ ]*(?:[:][ ]*)?(?=$|\n|[│|][ ]*(?:$|\n|[│|])"
    r"|\t[ ]*(?:$|\n|\t)|[ ]{4,})"
)


def _left_empty(text: Text, end: int) -> Stretch | None:
    match = _EMPTY_AFTER.match(text.text, end)
    if match is None or text.text[end - 1 : end] == "款":
        return None
    line = text.line_at(end)
    if _filled_below(text, line, end):
        return None
    if re.search(r"\d", text.text[end : line.end]) or (
        end < line.end and not match.group().strip() and text.text[end] == "\n"
    ):
        return None
    return Stretch(end, match.end(), text.text[end : match.end()])


def _filled_below(text: Text, line: Stretch, at: int) -> bool:
    """Whether a label heads a column of a table that has a figure right below."""
    if text.language == "en" or "\t" not in line.text or line.end + 1 >= len(text.text):
        return False
    below = text.line_at(line.end + 1).text.split("\t")
    column = text.text.count("\t", line.start, at)
    return len(below) == line.text.count("\t") + 1 and re.search(r"\d", below[column]) is not None
