"""Facts about the parties: names, identifiers, addresses, and who the money really comes from and goes to."""

from __future__ import annotations

from collections.abc import Iterable

from ...values import Reason
from .. import regexes as re
from ..fact import Evidence, Fact, absent, stated, unknown
from ..finding import clause
from ..roles import Parties, Party, Role
from ..text import Text
from .account import read_account
from .invoice_title import invoice_titles
from .kind import kind_of
from .mentions import Mention
from .names import comparable, is_organisation
from .owner import Owners
from .read import declared
from .uscc import PRINTED, is_valid

_CODE_LABEL = re.compile(
    r"(?:统一)?(?:社会)?信用代码(?:证号?)?|纳税人识别号|税[ ]*号|(?:工商)?注册号|营业执照(?:注册)?号码?"
)
# A name with a mask or a gap in it is no name, but what it ends in still tells what it is: XX集团滨江项目部.
_IS_DEPARTMENT = re.compile(
    r"[:：][^\n(（:：]*项目(?:经理)?部\W*$|:[ ]*[\w &-]{0,40}Project (?:Department|Dept\.?|Office) of\b"
)
_MASKED = re.compile(r"[Xx]{3,}")
_ADDRESS_LABEL = re.compile(
    r"(?:注册|单位|通讯|联系|公司|送达)?地[ ]*址|住[ ]*所(?:地)?(?=[ ]*:)|\b(?:ADD|Add|Address|ADDRESS)\b"
)
_ADDRESS_EN = re.compile(
    r"(?i:registered office (?:is )?(?:located )?at|principal (?:place of business"
    r"|offices?) (?:is )?(?:located )?at|(?:with|having) (?:its |an )?(?:offices?|address"
    r"|headquarters)(?: located)? at|an address at|located at)\s+(?P<address>[^()\";\n]{8,140}?)(?=\s*[\n(]"
    r"|\s*[\"';]|\s+and\s+[A-Z]|$)"
)
_LONGEST_ADDRESS = 120
_SME = re.compile(
    r"(?:为|是|属于|系|声明)[^。;\n]{0,12}(?:中小(?:微)?|小(?:型|微)|中型|微型)企业|中小企业声明函"
    r"|(?i:\bis an? (?:small|medium|small or medium|sme)\b[^.;]{0,30}(?:enterprise|business))"
)
_PAYS_FOR_BUYER = re.compile(
    r"(?:第三方|第三人|关联(?:方|公司)|指定(?:的)?(?:第三方|单位|公司))[^。;\n]{0,12}(?:代为?(?:付|支付"
    r"|履行付款)|付款|支付)|代付款|(?i:third[- ]party payer|paid by a third party on behalf of)"
)
_NO_PAYER = re.compile(r"不得|不接受|不允许|不予|拒绝|无权|(?i:shall not|may not|not accept)")


def read(text: Text, parties: Parties) -> Iterable[Fact]:
    """The facts of the group `party` that a contract can tell."""
    mentions = declared(text)
    owners = Owners(text, parties, mentions)
    buyer, seller = parties.first(Role.BUYER), parties.first(Role.SELLER)
    yield _name("party.buyer_name", parties, buyer)
    yield _name("party.seller_name", parties, seller)
    yield _names_found(text, parties, mentions)
    code = _code(text, owners)
    yield code
    yield _code_valid(code)
    yield _kind(text, buyer)
    yield _address(text, parties, owners)
    yield clause("party.seller_sme_declared", text, _SME)
    yield from read_account(text, parties, owners)
    yield clause("party.third_party_payer", text, _PAYS_FOR_BUYER, _NO_PAYER)
    yield _may_transfer(text, parties)


def _name(name: str, parties: Parties, party: Party | None) -> Fact:
    if not parties.certain:
        return unknown(name, Reason.BLANK if parties.all_blank else Reason.UNCLEAR, *parties.conflict)
    if party is None:
        return absent(name)
    if party.name:
        return stated(name, party.name, *party.evidence)
    # Called by its role alone ("Buyer: the person who orders"), a party has no name in this paper.
    return unknown(name, Reason.BLANK, *party.evidence) if party.name_blank else absent(name)


def _names_found(text: Text, parties: Parties, mentions: list[Mention]) -> Fact:
    """The buyer's names as printed in the heading, the invoice data and the signature block, each spelling once."""
    name = "party.buyer_names_found"
    if not parties.certain:
        return unknown(name, Reason.UNCLEAR, *parties.conflict)
    found: dict[str, tuple[str, tuple[Evidence, ...]]] = {}
    places = [(m.name.text, m.start, m.end) for m in mentions if _buyers(parties, m) and m.name and not m.name.blank]
    if places and is_organisation(places[0][0]):
        # 甲方(签字): 王小丽 - the hand that signs is no other name of the company.
        places = [place for place in places if is_organisation(place[0])]
    words = parties.buyer
    for match in re.finditer(
        rf"{words}(?:的)?(?:开票|发票)(?:信息|资料)[^\n]{{0,20}}\n?[^\n]{{0,12}}?(?:名[ ]*称|抬头|单位"
        rf"|户名)[ ]*:[ ]*(?P<name>[^\n\t,;。]{{4,40}})",
        text.text,
    ):
        if is_organisation(match["name"].strip()):
            places.append((match["name"].strip(), match.start("name"), match.end("name")))
    places += invoice_titles(text, parties)
    for printed, start, end in places:
        found.setdefault(comparable(printed), (printed, text.evidence(start, end, name)))
    if found:
        evidence = [item for _, items in found.values() for item in items]
        return stated(name, tuple(printed for printed, _ in found.values()), *evidence)
    buyer = parties.first(Role.BUYER)
    return unknown(name, Reason.BLANK, *buyer.evidence) if buyer and buyer.name_blank else absent(name)


def _buyers(parties: Parties, mention: Mention) -> bool:
    return any(parties.role_of(word) is Role.BUYER for word in mention.words)


def _code(text: Text, owners: Owners) -> Fact:
    name = "party.buyer_uscc"
    for match in PRINTED.finditer(text.text):
        if _owner(text, owners, match) is Role.BUYER:
            if _MASKED.search(match.group()):
                return unknown(name, Reason.BLANK, *text.evidence(match.start(), match.end(), name))
            return stated(name, match.group().replace(" ", ""), *text.evidence(match.start(), match.end(), name))
    for label in _CODE_LABEL.finditer(text.text):
        open_label = re.compile(
            r"[ ]*:?[ ]*(?:_+|\[[^\[\]]*\]|[xX×*]{2,}|\{{1,2}[^{}]*\}{1,2}|(?=$|[\n\t│|])|[ ]{3,})"
        ).match(text.text, label.end())
        if open_label and owners.of(label.start(), _CODE_LABEL) is Role.BUYER:
            return unknown(name, Reason.BLANK, *text.evidence(label.start(), open_label.end(), name))
    return absent(name)


def _owner(text: Text, owners: Owners, code: re.Match[str]) -> Role | None:
    """Whose code it is; two codes behind one label are in the order of the names in the lines above."""
    line = text.line_at(code.start())
    side_by_side = [one.start() + line.start for one in PRINTED.finditer(line.text)]
    if len(side_by_side) > 1 and len(list(_CODE_LABEL.finditer(line.text))) == 1:
        return owners.in_turn(line.start, side_by_side.index(code.start()))
    return owners.of(code.start(), _CODE_LABEL)


def _code_valid(code: Fact) -> Fact:
    name = "party.buyer_uscc_valid"
    if isinstance(code.value, str):
        return Fact(name, code.state, is_valid(code.value), None, code.evidence)
    return unknown(name, Reason.NOT_COMPUTABLE, *code.evidence)


def _kind(text: Text, buyer: Party | None) -> Fact:
    name = "party.buyer_kind"
    if buyer is not None and not buyer.name and _IS_DEPARTMENT.search(_line_of(text, buyer)) is not None:
        return stated(name, "project_dept", *buyer.evidence)
    if buyer is None or not buyer.name:
        return unknown(name, Reason.NOT_COMPUTABLE, *(buyer.evidence if buyer else ()))
    kind = kind_of(buyer.name, text.language)
    return unknown(name, Reason.UNCLEAR, *buyer.evidence) if kind == "unknown" else stated(name, kind, *buyer.evidence)


def _line_of(text: Text, party: Party) -> str:
    """The line a party is declared on, from its label on."""
    whole = {block.index: block.text for block in text.document.blocks}
    return next((whole[item.block][item.start :].split("\n")[0] for item in party.evidence), "")


def _address(text: Text, parties: Parties, owners: Owners) -> Fact:
    name = "party.buyer_address"
    blank: Fact | None = None
    for label in _ADDRESS_LABEL.finditer(text.text):
        if owners.of(label.start(), _ADDRESS_LABEL) is not Role.BUYER:
            continue
        match = re.compile(r"[ ]*(?:[A-Z][a-z]+)?[ ]*[:\t│][ ]*(?P<address>[^\n\t│|;]*)").match(text.text, label.end())
        if match is None:
            continue
        printed = re.split(r"[ ]{3,}|\)$|统一社会信用代码|电话|邮编|法定代表人|联系人|\bTel\b", match["address"])[
            0
        ].strip(" ,:")
        if re.search(r"[\u3400-\u9fff\w]{4}", printed) and "__" not in printed and len(printed) <= _LONGEST_ADDRESS:
            start = match.start("address")
            return stated(name, printed, *text.evidence(start, start + len(match["address"]), name))
        blank = blank or unknown(name, Reason.BLANK, *text.evidence(label.start(), match.end(), name))
    buyer = parties.first(Role.BUYER)
    if buyer is not None and buyer.name and (at := text.text.find(buyer.name)) >= 0:
        match = _ADDRESS_EN.search(text.text, at + len(buyer.name), at + len(buyer.name) + 360)
        if match and not any(
            word in text.text[at + len(buyer.name) : match.start()] for word in parties.words(Role.SELLER)
        ):
            return stated(name, match["address"].strip(" ,"), *text.evidence(*match.span("address"), name))
    return blank or absent(name)


def _may_transfer(text: Text, parties: Parties) -> Fact:
    """The buyer may pass its debt or the contract on without asking; forbidden expressly is stated false."""
    buyer = parties.buyer
    allowed = re.compile(
        rf"{buyer}(?:有权|可以?)[^。;\n]{{0,30}}(?:转让|转移|移转)[^。;\n]{{0,20}}(?:合同|债务|义务|第三)"
        rf"|{buyer}(?:有权|可以?)[^。;\n]{{0,24}}(?:合同|债务|义务)[^。;\n]{{0,12}}(?:转让|转移|移转)"
        rf"|{buyer}\s+may\s+(?:freely\s+)?(?:assign|transfer|novate)\b"
    )
    denied = re.compile(
        rf"(?:未经[^。;\n]{{0,24}}(?:同意)[^。;\n]{{0,12}})(?:{buyer}|任何一方|双方|各方|,){{0,2}}(?:均|都"
        rf"|也)?(?:不得|无权)[^。;\n]{{0,20}}(?:转让|转移)|(?:{buyer}|(?i:neither party|either party"
        rf"|no party))\s+(?i:shall not|may not|may|shall)\s+(?i:assign|transfer)\b[^.;]{{0,120}}(?i:without)"
    )
    with_consent = re.compile(r"经[^。;\n]{0,14}同意|(?i:with(?:out)? the (?:prior )?(?:written )?consent|only with)")
    for sentence in text.sentences:
        if allowed.search(sentence.text) and not with_consent.search(sentence.text) and "may not" not in sentence.text:
            return stated("party.buyer_may_transfer_debt", True, *text.evidence(sentence.start, sentence.end, "party"))
    for sentence in text.sentences:
        if denied.search(sentence.text):
            return stated("party.buyer_may_transfer_debt", False, *text.evidence(sentence.start, sentence.end, "party"))
    return absent("party.buyer_may_transfer_debt")
