"""Where a contract is signed: the stretches that hold signature lines, by their words, not by their place alone."""

from __future__ import annotations

from functools import lru_cache

from .. import regexes as re
from ..text import Stretch, Text
from ..vocabulary import alternatives, words

_SEAL_WORD = r"(?:签[字名章定署]|盖章|公章|印章|章|骑缝)"
_PARTY_WORD = alternatives("roles", "neutral", "buyer", "seller", "guarantor")
_PARTY_WORD_EN = "(?i:Party [AB]|" + alternatives("roles", "buyer_en", "seller_en") + ")"
# (盖章), (签字或盖章), (公章): in brackets a seal word is a label, in prose it is a clause.
_STRONG = re.compile(
    rf"\([^()\n]{{0,8}}{_SEAL_WORD}[^()\n]{{0,8}}\)(?=[ ]*(?::|_|\t|│|\||$|[ ]{{2,}}))"
    rf"|(?:^|(?<=[\s│|]))[^\n\t│|:,。;]{{0,12}}{_SEAL_WORD}[ ]*:"
    rf"|(?:^|(?<=[\s│|\]\)]))\([^()\n]{{0,8}}{_SEAL_WORD}\)[ ]*(?=\S{{4,30}}(?:公司|厂|中心|院)(?:$|\t))"
    rf"|(?:^|(?<=[\t│|])){_PARTY_WORD}(?:确认|回签|签署)(?:$|(?=[\t│|]))"
    rf"|(?:^|(?<=[\s│|])){_PARTY_WORD}(?:法定|授权|委托|签约)?(?:代表人?|代理人|经办人|负责人)[^\n:]{{0,10}}:"
    r"|\((?:Signature|SIGNATURE|Seal|SEAL|Stamp)(?: and [A-Za-z]+)?\)"
    r"|\b(?i:in witness whereof)\b|\b(?:Signed|SIGNED)\s+(?i:(?:for and )?on behalf of|by\b|under common seal)"
    r"|\b(?:For and on behalf of|FOR AND ON BEHALF OF)\b|\b(?:By|BY|Per|PER)[ ]?:|/s/|\b(?:Signature"
    r"|SIGNATURE)(?:[ ]?&[ ]?stamp)?[ ]?(?::|_|$|\t)"
    r"|\bAuthori[sz]ed [Ss]ignat(?:ure|ory)\b|(?<![a-z] )\b(?:Confirmed|Accepted|Executed) by"
    r"(?:[ ]?:|[ ](?!(?:the |The )?\w+[ ][a-z]))"
    rf"|(?:^|(?<=[\s│|])){_PARTY_WORD_EN}(?:'s?)? (?i:(?:authori[sz]ed )?(?:signature|signatory))\b"
    r"(?=(?: (?:and|&|/) [\w ]{2,20})?[ ]*(?:[:_]|$))"
    r"|^[ ]*(?i:authori[sz]ed|approved|acknowledged|ordered|issued|received) (?i:by|for (?:the )?[a-z]+)[ ]?:[ _]*$"
    r"|\b(?:Agreed to and accepted|AGREED TO AND ACCEPTED|Agreed and accepted|AGREED AND ACCEPTED"
    r"|Duly authori[sz]ed to sign)\b",
    re.MULTILINE,
)
# Lines that stand in a heading as often as in a signature block.
_WEAK = re.compile(
    r"(?:^|(?<=[\s│|]))(?:法定代表人|授权代表|委托代理人|代表人|经办人|负责人|代理人)[ ]*(?=:|_|\t|│|\||$|[ ]{2,})"
    r"|(?:^[ ]*|(?<=[ ]{2})|(?<=\t))(?i:for (?:the )?[A-Z][a-z]+)(?=$|[ ]{2,}|\t)"
    r"|^(?i:the (?:seller|buyer)|seller|buyer|customer"
    r"|provider)[ ]?:[ ]*$"
    rf"|^[ ]*{_PARTY_WORD_EN}(?:'s?)? (?i:acknowledge?ment|acceptance|approval|confirmation|sign-?off)[ ]*:?[ _]*$"
    r"|\bTHE (?:BUYER|SELLER): THE (?:BUYER|SELLER):",
    re.MULTILINE,
)
# Both parties on one line to write on, late in the text: 买方:____卖方:____
_PAIR = re.compile(
    rf"^[ ]*{_PARTY_WORD}[ ]*:[ _]*(?=[ ]*{_PARTY_WORD}[ ]*:)"
    rf"|^[ ]*(?:(?:The|THE) )?{_PARTY_WORD_EN}[ ]*:[ _]+(?=(?:(?:The|THE) )?{_PARTY_WORD_EN}[ ]*:)",
    re.MULTILINE,
)
_LATE = 0.45
_GAP = 420
_LEAD = 160
_TAIL = 220
_LINES_ABOVE = 2
_NEXT_LINE = re.compile(r"^[ ]*(?:日[ ]*期|年[ ]*月[ ]*日|Date|DATE|Title|Name|Print Name)\b[^\n]*", re.MULTILINE)


@lru_cache(maxsize=8)
def signature_zones(text: Text) -> tuple[Stretch, ...]:
    """The stretches of a text that hold signature lines, in order."""
    late = int(len(text.text) * _LATE)
    pairs = [(match.start(), match.end(), 2) for match in _PAIR.finditer(text.text) if match.start() >= late]
    cues = sorted(
        pairs
        + [(match.start(), match.end(), 2) for match in re.in_lines(_STRONG, text.text)]
        + [(match.start(), match.end(), 1) for match in re.in_lines(_WEAK, text.text) if match.start() >= late]
    )
    clusters: list[list[tuple[int, int, int]]] = []
    for cue in cues:
        if clusters and cue[0] - clusters[-1][-1][1] <= _GAP:
            clusters[-1].append(cue)
        else:
            clusters.append([cue])
    return tuple(
        _zone(text, cluster[0][0], cluster[-1][1]) for cluster in clusters if sum(weight for *_, weight in cluster) >= 2
    )


def _zone(text: Text, first: int, last: int) -> Stretch:
    line_start = text.text.rfind("\n", 0, first) + 1
    start = line_start if first - line_start <= _LEAD else first - _LEAD
    for _ in range(_LINES_ABOVE):
        previous = text.text.rfind("\n", 0, max(0, start - 1)) + 1
        if start - previous > _LEAD // 2:
            break
        start = previous
    end = min(len(text.text), last + _TAIL)
    # Blocks that were run together into one line go on to its end.
    line_end = text.text.find("\n", last)
    if end < line_end <= last + _GAP:
        end = line_end
    for more in _NEXT_LINE.finditer(text.text, end, min(len(text.text), end + _GAP)):
        end = more.end()
    return Stretch(start, end, text.text[start:end])


_SIGN_LABEL = re.compile(
    r"(?:^|(?<=[\s│|/、\u3400-\u9fff)]))(?:"
    + "|".join(r"[ ]*".join(re.escape(c) for c in w) for w in sorted(words("labels", "sign_zh"), key=len, reverse=True))
    + r")(?:\([^()\n]{0,14}\))?[ :]*$"
    + rf"|{_PARTY_WORD}(?:\([^()\n]{{0,20}}\))?(?:公司)?(?:\([^()\n]{{0,20}}\))?[ :]*$"
    + rf"|(?i:{alternatives('labels', 'sign_en')}|{alternatives('roles', 'buyer_en', 'seller_en')})[ .:]*$"
    + rf"|\([^()\n]{{0,8}}{_SEAL_WORD}[^()\n]{{0,8}}\)[ :]*$"
)


def is_signature_label(label: str) -> bool:
    """Whether words before a line to write on ask for a signature, a seal, a name or a date of signing."""
    return _SIGN_LABEL.search(label) is not None
