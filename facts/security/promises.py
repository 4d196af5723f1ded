"""The sentences by which a third person answers for the buyer's payment, told from the seller's own guarantees."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from .. import regexes as re
from ..roles import Parties, Role
from ..sentence_tools import Hit, passages, subject
from ..text import Text
from ..vocabulary import alternatives, one_of

_WORDS_ZH = alternatives("security", "guarantee_zh")
_THIRD_ZH = r"(?:保证人|担保人|担保方|丙方|丁方|股东|法定代表人|实际控制人|母公司|关联公司|集团公司|银行|第三方)"
_PROMISE_ZH = re.compile(
    rf"(?:承担|提供|负)[^。;]{{0,24}}?{_WORDS_ZH}|承担[^。;]{{0,6}}?连带(?:给付|支付|付款|偿还|清偿)[^,。;]{{0,4}}责任"
    rf"|{_THIRD_ZH}[^。;]{{0,80}}?(?:提供"
    rf"|承担)[^。;]{{0,30}}?(?:保证|担保)(?!金|期|质量)"
    rf"|{_THIRD_ZH}[^。;]{{0,60}}?(?:付款|债务|货款|清偿)[^。;]{{0,30}}?(?:保证|担保)|(?:付款|支付)(?:保函|担保函)"
    r"|(?:见索即付|不可撤销)[^,。;]{0,10}保函[^。;]{0,20}(?:付款|货款|价款|债务)"
    rf"|{_THIRD_ZH}[^。;]{{0,60}}?(?:付款|债务|货款|清偿)[^。;]{{0,30}}?连带(?:清偿|还款)?责任"
    rf"|{_THIRD_ZH}[^。;]{{0,60}}?(?:代为|代其|代甲方|代买方|替其|共同)(?:清偿|偿还|付款|支付|承担[^。;]{{0,6}}付款)"
    r"|债务加入|共同(?:还款|付款|清偿)责任"
    # An organisation that is no party, named in full: "某某管理委员会对甲方的付款提供担保".
    r"|(?:公司|集团|委员会|政府|局|中心|银行|学校|医院)(?:为|对|就)[^。;]{0,20}(?:付款|支付|债务"
    r"|货款)[^。;]{0,12}提供[^。;]{0,6}(?:保证|担保)(?!金|期)"
)
_DEBT_ZH = re.compile(r"付款|债务|货款|价款|欠款|清偿|支付|义务|主合同|本合同项下")
_PRODUCT_ZH = re.compile(
    r"质量保证|质保|保证质量|产品质量|侵权|知识产权|工期|廉洁|履约(?:保函|担保)|预付款保函|预付款担保|反担保"
)
_OPTION_ZH = re.compile(
    r"(?:如|若|可以?)[^。;]{0,10}(?:需|要求)[^。;]{0,6}(?:提供)?担保|另(?:行)?(?:立"
    r"|签)[^。;]{0,10}(?:担保|保证)|不(?:要求|需要?)?提供[^,。;]{0,4}(?:担保|保证)"
)
_PAYMENT_EN = (
    r"\b(?:payments?|performance|obligations?|liabilit(?:y|ies)|indebtedness|debts?|sums?|mone?y(?:s"
    r"|ies)?|monies|amounts?"
    r"|collection|invoices?|price)\b"
)
_GUARANTOR_EN = re.compile(
    r"\b[Gg](?:uarantors?|UARANTORS?)\b[^.;]{0,90}?\b(?:is|are|shall|will|hereby|irrevocably"
    r"|unconditionally|guarantees?|undertakes?|agrees?)\b[^.;]{0,120}?\b(?:guarant(?:ee|ees|ies|y)"
    r"|liable|jointly|pay|payment|obligations?|undertakes?)\b"
)
_PROMISE_EN = re.compile(
    rf"(?i)\bguarant(?:ees?|eed|eeing|y|ies)\b[^.;]{{0,160}}?{_PAYMENT_EN}|\bguaranty of payment\b"
    rf"|{_PAYMENT_EN}[^.;]{{0,60}}?\b(?:is|are|be|been)(?: \w+){{0,4}} guaranteed by\b"
)
_PAPER_EN = re.compile(
    r"(?i)\b(?:parent(?:[- ]company)?|personal|directors?'?s?'?|shareholders?'?s?'?|corporate|group"
    r"|holding company|bank|payment"
    r"|(?:on[- ])?demand) guarant(?:ee|y|ees|ies)\b|\bpayment bonds?\b"
    r"|\bparent(?: company)?\b[^.;]{0,40}?\b(?:executes?|gives?|provides?|issues?|grants?"
    r"|furnish(?:es)?)\b[^.;]{0,20}?\bguarant(?:ee|y)\b"
    r"|\bstandby (?:letters? of credit|L/?C)\b(?=[^.;]{0,80}?\b(?:secur|payment|guarant))"
    r"|\bguarant(?:ee|y)\b(?=[^.;]{0,60}?\b(?:issued by|from) [^.;]{0,30}?\bbank\b)"
)
_SURETY_EN = re.compile(
    r"(?i)\bas (?:a )?(?:primary|principal) (?:obligor|debtor)\b|\bnot merely as (?:a )?surety\b|\bstands? surety for\b"
    r"|\bbinds? (?:him|her|it|them)sel(?:f|ves) (?:\w+ ){0,4}?as (?:a )?(?:surety|sureties|guarantors?|co-principal)\b"
)
_NOT_DEBT_EN = re.compile(
    r"(?i)\b(?:quality|product|warrant(?:s|y)|performance of the (?:goods|products)|minimum"
    r"|results?)\b[^.;]{0,20}?\bguarant|\b(?:no|any|without|not) (?:\w+ ){0,4}?guarant"
    r"|\bguarant\w+\b[^.;]{0,40}?\bnot (?:used|required|applicable|provided|given)\b|\b(?:does|do|shall"
    r"|will) not guarant|\bmoney[- ]back"
    r"|\bguarantee (?:period|that|of (?:origin|quality|title))\b|\bguaranteed? (?:minimum|delivery|quantit|volume)"
)
# What the seller may ask for one day isn't there yet.
_OPTION_EN = re.compile(
    r"(?i)\b(?:may|reserves? the right to|entitled to|can)\b[^.;]{0,30}?\b(?:require|request|demand"
    r"|ask for|call for)\b|\bif (?:so )?(?:required|requested)\b"
)
# Who may answer for another's debt, and a company or person by its name: "Dalton Holdings plc hereby guarantees".
_THIRD_EN = re.compile(
    r"(?i)\b(?:guarantors?|sureties|surety|parent|holding company|ultimate owner|shareholders?|directors?|affiliates?"
    r"|subsidiary|(?:the |a |first[- ]class )?bank|undersigned|signator(?:y|ies)"
    r"|principals?|owners?|co-?signers?|co-?signator(?:y|ies)|spouse|individuals?|third part(?:y|ies)|officers?"
    r"|members?|partners?|group company|personally"
    r"|primary obligor|principal debtor)\b"
)
_A_PAPER = re.compile(r"(?i)\b(?:an?|the|company|parent|bank|personal|corporate|group|written) $")
_NAMED_GIVER_EN = re.compile(
    r"(?:[A-Z][\w&.'-]+,? ){1,5}(?:Ltd|Limited|Inc|LLC|plc|PLC|GmbH|Corp|Corporation|Holdings?|Group|Bank|B\.?V|S\.?A"
    r"|AG|Co)\b\.?,? (?:\w+ ){0,4}$"
)
_GUARANTEED = re.Template(
    r"\bguarant(?:ees?|eed|eeing|y)\b[^.;]{{0,60}}?\b(?:(?:obligations?|debts?|performance|payments?|liabilit(?:y"
    r"|ies)|duties) (?:of|by) (?:the )?{seller}"
    r"|{seller}(?:'s?|s') (?:\w+ ){{0,2}}(?:obligations?|performance|liabilit(?:y|ies)|duties|payments?))",
    re.IGNORECASE,
)
_ON_BEHALF = re.Template(
    r"\bguarant\w+\b[^.;]{{0,60}}?\bon behalf of (?:the )?{seller}|\bguarant\w+\b[^.;]{{0,120}}?\b(?:fulfil+ment"
    r"|performance) of (?:the )?"
    r"{seller}'s",
    re.IGNORECASE,
)
_BOND_EN = re.compile(
    r"(?i)\b(?:performance (?:bond|security|guarantee|bank)|(?:advance|down|pre)-? ?payment (?:bank )?(?:bond"
    r"|guarantee)|retention (?:money|bond)"
    r"|defects? liability|bid bond|tender (?:bond|guarantee)|refund guarantee)\b"
)
# What is given back was given before, whoever gave it.
_GIVEN_BACK = re.compile(
    r"(?i)[^.;]{0,30}?\b(?:is|are|be) (?:\w+ )?(?:released|returned|reduced|handed back|discharged)\b"
)
# One sentence doesn't speak of more; a longer run is noise that must stay cheap.
_MOST_IN_A_SENTENCE = 6
_OF_THE_SELLER = re.compile(
    r"(?i)\b(?:performance|advance payment|prepayment|refund|bid|tender|warranty|retention) (?:bank |on[- ]demand )?$"
)


# A guarantee told by whom it is for, or by who gives the letter: 为甲方提供保证, 某公司出具担保函.
_DEBTOR = re.Template(r"{buyer}|\b(?:applicant|debtor)\b", re.IGNORECASE)
_OF_THE_BUYER = re.Template(r"(?:by|to|of) (?:the )?{buyer}|{buyer}'s", re.IGNORECASE)
_BY_A_PARTY = re.Template(r"(?<!of )(?<!of the )(?:{seller}|{buyer})\s(?:\w+\s){{0,2}}$", re.IGNORECASE)
_FOR_THE_BUYER = re.Template(r"in favou?r of (?:the )?{buyer}", re.IGNORECASE)
_GIVEN_FOR = re.Template(
    r"(?<![\u3400-\u9fff]不)为{buyer}[^,。;]{{0,12}}?(?:提供|承担)[^,。;]{{0,12}}?(?:保证|担保)(?![金期])"
    r"|(?:公司|集团|银行|股东|企业)[^,。;]{{0,6}}?(?:出具|开具)[^,。;]{{0,12}}?(?:担保函|保证函)"
    r"|^\W*(?:(?:letter of )?[Gg]uarant(?:ee|y)|Letter of guarantee) (?:given |issued |provided )?by (?:an? |the )"
    r"(?!manufacturer|maker|producer|factory|seller|supplier|vendor)"
)
# What a guarantor named in the contract takes on: to pay for the buyer, to be asked directly, to guarantee.
_ANSWERING = re.Template(
    r"(?:直接)?(?:要求|请求)(?:{named})[^,。;]{{0,10}}?(?:支付|清偿|偿还|付清|承担)"
    r"|(?<![\w-])(?:{named})\s(?:\w+ )?guarantees?\b"
    r"|(?<![\w-])(?:{named})\s(?:will|shall|must) pay\b[^.;]{{0,30}}?\b(?:if|when|where|once|should)\b"
    r"|\b(?:claim|demand|recover)\b[^.;]{{0,40}}?\bdirectly from (?:the )?(?:{named})(?![\w-])"
)


def promises(text: Text, parties: Parties) -> Iterator[Hit]:
    """Each sentence in which a third person answers for the buyer's debt, or the buyer has to bring such a promise."""
    third = parties.first(Role.GUARANTOR)
    named = re.compile(one_of(third.words)) if third and third.words else None
    answering = _ANSWERING.filled(named=named.pattern) if named is not None else None
    given = _GIVEN_FOR.filled(buyer=parties.buyer)
    for passage in passages(text):
        words = passage.text
        plain = given.search(words) or (answering.search(words) if answering is not None else None)
        if plain is not None and _is_given(parties, words, plain.start()):
            yield Hit(passage, plain.start(), plain.end())
            continue
        match = _PROMISE_ZH.search(words)
        if match is not None and not _OPTION_ZH.search(words) and not _PRODUCT_ZH.search(words):
            if _DEBT_ZH.search(words) or (named is not None and named.search(words)):
                yield Hit(passage, match.start(), match.end())
            continue
        english = _english(parties, words)
        if english is not None:
            yield Hit(passage, english.start(), english.end())


def _is_given(parties: Parties, words: str, at: int) -> bool:
    """Whether a plain promise is made, by somebody else than the seller and not about the goods."""
    if _OPTION_ZH.search(words) or _PRODUCT_ZH.search(words) or _OPTION_EN.search(words):
        return False
    return subject(parties, words, at) is not Role.SELLER


def _english(parties: Parties, words: str) -> re.Match[str] | None:
    if _NOT_DEBT_EN.search(words) or _OPTION_EN.search(words) or _for_the_seller(parties, words):
        return None
    guarantor = _GUARANTOR_EN.search(words)
    if guarantor is not None:
        return guarantor
    for pattern, given in ((_PROMISE_EN, True), (_SURETY_EN, True), (_PAPER_EN, False)):
        for match in islice(pattern.finditer(words), _MOST_IN_A_SENTENCE):
            if given and _DEBTOR.filled(buyer=parties.buyer).search(words) is None:
                continue
            if (_is_promised if given else _is_brought)(parties, match):
                return match
    return None


def _for_the_seller(parties: Parties, words: str) -> bool:
    """Whether a guarantor answers for the seller: "guarantees the obligations of the Supplier to the Customer"."""
    if _ON_BEHALF.filled(seller=parties.seller).search(words) is not None:
        return True
    guaranteed = _GUARANTEED.filled(seller=parties.seller)
    return guaranteed.search(words) is not None and _OF_THE_BUYER.filled(buyer=parties.buyer).search(words) is None


def _is_promised(parties: Parties, match: re.Match[str]) -> bool:
    """Whether a promise is a third person's: the parties' own promises and their warranties are no surety."""
    words = match.string
    before = words[max(0, match.start() - 60) : match.start()]
    if _OF_THE_SELLER.search(before):
        return False
    if _BY_A_PARTY.filled(seller=parties.seller, buyer=parties.buyer).search(before):
        return False
    if _A_PAPER.search(before) is not None and subject(parties, words, match.start()) is Role.SELLER:
        return False
    return (
        _THIRD_EN.search(words) is not None or _NAMED_GIVER_EN.search(before) is not None or "guaranteed by" in match[0]
    )


def _is_brought(parties: Parties, match: re.Match[str]) -> bool:
    """Whether a paper that somebody has to bring secures the price: the seller's bonds don't."""
    words = match.string
    if _OF_THE_SELLER.search(words[max(0, match.start() - 40) : match.start()]) or _BOND_EN.search(words):
        return False
    if _GIVEN_BACK.match(words, match.end()) is not None:
        return False
    if _FOR_THE_BUYER.filled(buyer=parties.buyer).search(words):
        return False
    return subject(parties, words, match.start()) is not Role.SELLER
