"""The charge for late payment where a table of breaches has it: 逾期付款 in one cell, 每日0.1% in the next."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..quantities.rates import find_rates
from ..roles import Parties
from ..sentence_tools import Hit, passages
from ..text import Text

_ROW = re.Template(
    r"(?:^|[\t│|])[ ]*(?:{buyer})?的?(?:逾期|迟延|延迟|延期)(?:付款|支付(?:货款|价款|款项)?)(?:违约金)?[ ]*[\t│|]"
    r"(?P<cell>[ ]*(?:按)?(?:每[日天]|日|按日|\d[\d.]*\s?[‰%]\s?/\s?[日天])[^\t│|\n]*)"
)


def rate_rows(text: Text, parties: Parties) -> Iterator[Hit]:
    """Each rate in the cell behind one that says no more than whose late payment it is for."""
    row = _ROW.filled(buyer=parties.buyer)
    for passage in passages(text):
        match = row.search(passage.text)
        if match is None:
            continue
        rates = find_rates(passage.text, match.start("cell"), match.end("cell"))
        if len(rates) == 1:
            yield Hit(passage, match.start("cell"), rates[0].end, rates[0].value)
