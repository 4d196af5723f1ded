"""Who wrote an English paper that names its author only in passing: on its foot, by its bank account, where it signs.

A quotation, a proforma and terms of trade are the seller's, an order is the buyer's; whom the goods are bought from,
whose they stay until they are paid for and whose account the price goes to is the seller in any paper.
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..roles import Role
from ..text import Text
from ..vocabulary import alternatives
from .addressed import sender_of
from .duties import faces_buyers
from .mentions import Mention
from .names import Name, english_name, is_organisation
from .roles import by_words

_REACH = 140
_GOODS = r"(?i:goods|products?|services?|equipment|machines?|materials?|items|works?)"
# What stands straight before the name of who sells.
_SELLS_TO = re.compile(
    r"\b(?:(?i:purchas(?:es?|ed|ing)|buy(?:s|ing)?|bought|order(?:s|ed|ing)?)[ ](?:[a-z/]+[ ]){0,6}?from"
    rf"|{_GOODS}[ ](?:[a-z/,]+[ ]){{0,5}}?(?:sold|supplied|provided)[ ]by"
    r"|(?i:cheques?|checks?|payable|payments?|deposits?|remittances?|drafts?)[ ](?:[a-z/]+[ ]){0,6}?(?:to|favou?r[ ]of)"
    r"|(?i:credit|trade|trading)[ ](?:[a-z]+[ ])?(?i:accounts?|facility|facilities|terms)[ ](?:with|from|by)"
    r"|(?i:thank(?:s| you) for|by)[ ](?:choosing|appointing|instructing|engaging|considering|contacting|selecting)"
    r"|(?:property[ ]of|belongs?[ ]to|(?:remains?|rests?|stays?|vested|vests)[ ](?:with|in)|retained[ ]by))"
    r"[ ](?:(?i:the company|m/s\.?|messrs\.?)[ ])?(?=[A-Z0-9])"
)
_TITLE_STAYS = re.compile(r"property|belong|remain|rest|stay|vest|retained")
_UNTIL_PAID = re.compile(
    r"[^.;\n]{0,60}?\b(?:until|unless|till|pending)\b[^.;\n]{0,80}?\b(?:paid|pays?|payment|settled)\b"
)
_OF_ANYBODY = re.compile(r"(?i)purchas|buy|bought|order|goods|product|service|equip|machine|material|item|work")
_ANOTHER_SELLS = re.compile(
    r"(?i)\b(?:seller|supplier|vendor|contractor|lender|provider|agency|consultant|lessor)s? "
    r"(?:shall|must|will|may|agrees?|sells?|finances?|provides?|delivers?|is|are|has)\b"
)
# What stands straight behind it.
_SELLER_ACTS = re.compile(
    r"[ ](?:\([^()\n]{2,60}\)[ ])?(?:(?:is|are)[ ](?:pleased|delighted|happy|glad)[ ]to[ ](?:offer|submit|quote|present"
    r"|provide|propose|supply)\b"
    r"|(?:retains?|reserves?)[ ](?:[a-z]+[ ]){0,3}(?:title|ownership)\b|will[ ]invoice\b"
    r"|proposes[ ]to[ ](?:supply|provide|carry|undertake|perform)\b)"
)
# What stands straight before, or straight behind, the name of whoever wrote the paper.
_WRITTEN_BY = re.compile(
    r"(?:(?:©|\([cC]\)|\bCopyright\b)(?:[ ]?(?:©|\([cC]\)))?[ ]*\d{4}(?:[ ]?[-–][ ]?\d{4})?,?[ ]*(?:by[ ])?"
    r"|\b(?:trading (?:name|style)|division|trade ?mark) of[ ]"
    r"|\b(?i:welcome to|this (?:purchase )?order is (?:placed|issued) by)[ ]"
    r"|\b(?i:between) you(?:[ ]\([^()\n]{2,60}\)|,[ ][^,\n]{2,60},)? and[ ]"
    r"|\b(?i:(?:issued|prepared|submitted|quoted) by):?[ ]|\bWe,[ ]"
    r"|\b(?i:(?:terms|conditions|quotation|offer|proposal|estimate)) (?:of|by|from)[ ])(?=[A-Z0-9])"
)
_SIGNED_FOR = re.compile(
    r"^[ ]*(?:(?i:yours (?:faithfully|sincerely|truly)|regards|signed|executed|authorised by),?[ ]+)?"
    r"(?i:for(?:[ ]and[ ]on[ ]behalf[ ]of)?|on behalf of)[ ]*[:,]?(?:[ ]*|(?<=of)[ ]*\n[ ]*|(?<=of:)[ ]*\n[ ]*)"
    r"(?:M/[sS]\.?[ ]*)?(?=[A-Z0-9])",
    re.MULTILINE,
)
_REGISTERED = re.compile(
    r",?[ ]{0,3}(?:\n[ ]{0,3}(?=ABN|ACN|A\.B\.N|GSTIN|UEN|CIN|Company|Registered|Co\.?[ ]Reg))?"
    r"(?:(?:is|are)[ ](?:an?[ ])?(?:[a-z]+[ ]){0,4}(?:registered|incorporated)\b"
    r"|[|(,•·–-]{0,2}[ ]{0,3}(?:[Rr]egistered[ ](?:in|office)\b"
    r"|(?i:company|registration|co\.?|reg\.?)[ ](?i:reg(?:istration|istered|n|\.)?[ ])?(?i:no|number)\b"
    r"|ABN\b|ACN\b|A\.B\.N|GSTIN\b|UEN\b|CIN\b|VAT[ ](?:No|Reg)))"
)
_STARTS = re.compile(r"(?:(?<=^)|(?<=[\s(\"'*|]))[A-Z0-9][\w.&'-]*", re.MULTILINE)
_HOLDER = re.compile(
    r"(?i:\b(?:account|a/c|acct\.?)[ ](?:holder(?:'s)?(?:[ ]name)?|name)|\bname of (?:the )?account(?: holder)?"
    r"|\bbeneficiary(?:[ ]name)?)[ *]*[:\t|│-][ *]*(?P<name>[A-Z][^\n\t|│:;,(]{2,70}?)[ .*]*(?=[\n\t|│;,(]|$|[ ]{2})"
)
_OF_A_BANK = re.compile(r"(?i)\b(?:bank|sort code|bsb|ifsc|iban|swift|(?:account|a/c|acct\.?) (?:no|number))\b")
_NEAR = 200
_SELLERS_PAPER = re.compile(
    r"(?i)\b(?:terms(?: (?:and|&) conditions)?|conditions)(?: (?:and|&) conditions)? (?:of|for) (?:the )?"
    r"(?:sales?|trade|trading|supply|hire|business)\b"
    r"|\b(?:trading|trade|credit|hire|wholesale|sales?) (?:terms|conditions)\b"
    r"|\b(?:quot(?:e|ation)|estimate|proposal|pro[- ]?forma|tax invoice|invoice|offer|letter of engagement"
    r"|engagement letter|amc|order (?:confirmation|acknowledge?ment)|confirmation (?:of )?order)\b"
)
_BUYERS_PAPER = re.compile(
    r"(?i)\b(?:purchase|work|service) order\b|\b(?:terms|conditions)(?: (?:and|&) conditions)? (?:of|for) (?:the )?"
    r"(?:purchas\w+|procurement)\b|\b(?:purchas\w+|procurement|order) (?:terms|conditions)\b"
    r"|\brequest for (?:quotation|quote|proposal)s?\b|\brf[qp]\b|\binvitation to tender\b"
)
_OUR_PRICE = re.compile(r"(?i)\b(?:our|my) (?:[a-z]+ )?(?:invoices?|fees?|charges|prices?|rates|quotations?)\b")
_YOUR_PRICE = re.compile(r"(?i)\byour (?:[a-z]+ )?(?:invoices?|fees?|charges|prices?|rates|quotations?)\b")
# I agree to sell my car to Alder Cars Ltd
_BOUGHT_BY = re.compile(
    r"\b(?:(?i:agrees?|offers?|undertakes?) to (?:sell|supply)[ ](?:[a-z]+[ ]){0,6}?to"
    r"|(?i:orders?) (?:[a-z]+ )?(?:placed|issued) by)[ ](?=[A-Z0-9])"
)
_FIRST_LINES = 8
_HEAD_LINES = 4
# Fern Engineering, Moor & Sons: a business without a company's form, on a line of its own.
_TRADE_NAME = re.compile(
    rf"(?:M/[sS]\.?[ ]*)?(?P<name>[A-Z][\w.'-]*(?:[ ](?:&[ ])?[A-Z][\w.'-]*){{0,4}}"
    rf"[ ](?i:{alternatives('companies', 'business_en')}))[ ]*[,.]?"
)
# Fern Timber - Terms of Trade: a business in the title of its paper.
_IN_TITLE = re.compile(
    r"(?P<name>[A-Z][\w&'.-]*(?:[ ][A-Z&][\w&'.-]*){1,4}?)(?:'s)?[ ]*(?:[-–—:|][ ]*)?"
    r"(?:(?:Standard|General|Our|Wholesale|Trade|Sales)[ ])*(?:Terms|TERMS|Conditions|Quotation|Estimate|Proposal)\b"
)
_FEWEST_IN_TEXT = 3
# "Alder", Alder means Alder Timber Ltd: a short form of a name, explained.
_MEANS_ITSELF = re.compile(
    r"[\"']?\b(?P<short>[A-Z][\w&'-]*(?:[ ][A-Z][\w&'-]*){0,3})[\"']?[ ]*:?[ ]*(?:means|refers to|is)[ ](?=[A-Z0-9])"
)
_LONGEST_TITLE = 90
# A stop behind one of these ends the sentence, not the name.
_WHOLE_ENDINGS = ("Limited.", "LIMITED.", "Company.", "LLP.", "LLC.", "PLC.", "plc.", "Group.", "Trust.", "Holdings.")
_WORDS_OF_PAPER = re.compile(
    r"(?i)\b(?:terms|conditions|agreement|contract|quotation|signature|signatory|customer|client|buyer|seller|supplier"
    r"|purchaser|vendor)\b|^(?:trade|sale|supply|purchase|hire|business|service|use)\b"
)


def issuer_mentions(text: Text, declared: list[Mention]) -> Iterator[Mention]:
    """The one who wrote a paper, where all its traces name the same; none where they differ."""
    others = {
        _plain(one.name.text)
        for one in declared
        if one.name is not None and one.name.text and (one.role or by_words(one.words)) is not None
    }
    paper = _paper_of(text)
    sold = [] if paper is Role.BUYER else [one for one in _sellers(text) if _plain(one.text) not in others]
    written = [one for one in _writers(text) if _plain(one.text) not in others]
    found = _one(sold) if sold else _one(written)
    if not sold and not written:
        written = [one.name for one in declared if one.name is not None and one.name.text and _WE & set(one.words)]
        found = _one(written)
    role = Role.SELLER if sold else paper
    if not sold and paper is not Role.SELLER:
        bought = [one for one in _bought_by(text) if _plain(one.text) not in others]
        found, role = (_one(bought), Role.BUYER) if bought else (found, role)
    if role is None and found is not None and _sells(text, found):
        role = Role.SELLER
    if role is None:
        return
    if found is None and sold and written:
        both = {_plain(one.text) for one in sold} & {_plain(one.text) for one in written}
        found = next((one for one in sold if _plain(one.text) in both), None) if len(both) == 1 else None
    # Where somebody is named already, whose side no word tells, the writer is no third one.
    unplaced = {_plain(one.name.text) for one in declared if one.name is not None and one.name.text} - others
    if found is not None and (not unplaced or _plain(found.text) in unplaced):
        yield Mention((), found, found.start, found.end, role)


_WE = {"we", "us", "our", "We", "Us", "Our"}


def _sells(text: Text, name: Name) -> bool:
    """Whether a text buys from, or pays, somebody it calls by the first word of a name."""
    first = name.text.split()[0]
    places = (match.end() for match in _SELLS_TO.finditer(text.text))
    return len(first) >= _SHORTEST and any(text.text.startswith(first, at) for at in places)


_SHORTEST = 4


def _one(names: list[Name]) -> Name | None:
    """The only name of several places; None where they name two."""
    return names[0] if len({_plain(one.text) for one in names}) == 1 else None


def _plain(name: str) -> str:
    plain = re.sub(r"[\W_]+", " ", name.casefold()).strip()
    plain = re.sub(r"\blimited\b", "ltd", plain)
    return re.sub(r"\b(?:private|pvt)\b", "pvt", re.sub(r"^the ", "", plain))


def _paper_of(text: Text) -> Role | None:
    """Whose paper it is: by its title first, by who is asked to pay else."""
    if (sender := sender_of(text)) is not None:
        return sender
    lines = [line.strip(" #*") for line in text.text[:1500].split("\n") if line.strip()][:_FIRST_LINES]
    for line in lines:
        if len(line) > _LONGEST_TITLE or line.endswith((".", ",")):
            continue
        buys, sells = _BUYERS_PAPER.search(line), _SELLERS_PAPER.search(line)
        if buys is not None or sells is not None:
            return Role.SELLER if buys is None else Role.BUYER if sells is None else None
    if (_OUR_PRICE.search(text.text) is None) != (_YOUR_PRICE.search(text.text) is None):
        return Role.SELLER if _OUR_PRICE.search(text.text) is not None else Role.BUYER
    beside = faces_buyers(text, ("we",))
    return None if beside is None else Role.SELLER if beside else Role.BUYER


def _sellers(text: Text) -> Iterator[Name]:
    """Names of who is bought from, paid, or keeps the goods until then."""
    another = _ANOTHER_SELLS.search(text.text) is not None
    for match in _SELLS_TO.finditer(text.text):
        name = _name_at(text, match.end())
        # What the Supplier, who goes without a name, buys from others or has paid to them.
        if name is None or (another and _OF_ANYBODY.match(match.group()) is not None):
            continue
        if _TITLE_STAYS.match(match.group()) is not None and _UNTIL_PAID.match(text.text, name.end) is None:
            continue
        yield name
    for match in _SELLER_ACTS.finditer(text.text):
        if (name := _name_before(text, match.start())) is not None:
            yield name
    for match in _HOLDER.finditer(text.text):
        near = text.text[max(0, match.start() - _NEAR) : match.start()] + text.text[match.end() : match.end() + _NEAR]
        printed = match["name"].strip()
        known = len(re.findall(re.escape(printed), text.text, re.IGNORECASE)) > 1 and " " in printed
        if _OF_A_BANK.search(near) is None or _WORDS_OF_PAPER.search(printed) is not None:
            continue
        if (is_organisation(printed) and english_name(printed) is not None) or known:
            yield Name(printed, match.start("name"), match.start("name") + len(printed))


def _bought_by(text: Text) -> Iterator[Name]:
    """Names of who somebody agrees to sell to."""
    for match in _BOUGHT_BY.finditer(text.text):
        if (name := _name_at(text, match.end())) is not None:
            yield name


def _writers(text: Text) -> Iterator[Name]:
    """Names of who signs alone, owns the copyright, is registered, or speaks."""
    for form in (_WRITTEN_BY, _SIGNED_FOR):
        for match in form.finditer(text.text):
            if (name := _name_at(text, match.end())) is not None:
                yield name
    for match in _MEANS_ITSELF.finditer(text.text):
        name = _name_at(text, match.end())
        if name is not None and name.text.lower().startswith(match["short"].lower()):
            yield name
    yield from _trade_names(text)
    for match in _REGISTERED.finditer(text.text):
        if (name := _name_before(text, match.start())) is not None:
            yield name


def _trade_names(text: Text) -> Iterator[Name]:
    """A business without a company's form that heads its paper, or signs it, and stands there a second time."""
    for match in _SIGNED_FOR.finditer(text.text):
        line = text.text[match.end() : text.line_at(match.end()).end]
        if (name := _TRADE_NAME.fullmatch(line.strip())) is not None:
            yield Name(name["name"], match.end(), match.end() + len(name["name"]))
    position = 0
    for line in text.text.split("\n")[:_HEAD_LINES]:
        name = _TRADE_NAME.fullmatch(line.strip(" #*"))
        if name is not None and len(re.findall(re.escape(name["name"]), text.text, re.IGNORECASE)) > 1:
            start = position + line.index(name["name"])
            yield Name(name["name"], start, start + len(name["name"]))
        titled = _IN_TITLE.match(line)
        if titled is not None and len(re.findall(re.escape(titled["name"]), text.text)) >= _FEWEST_IN_TEXT:
            start = position + titled.start("name")
            yield Name(titled["name"], start, start + len(titled["name"]))
        position += len(line) + 1


def _name_at(text: Text, start: int) -> Name | None:
    """The organisation whose name begins at a position."""
    found = english_name(text.text[start : start + _REACH].split("\n")[0])
    if found is None and (trade := _TRADE_NAME.match(text.text, start)) is not None:
        uses = len(re.findall(re.escape(trade["name"]), text.text, re.IGNORECASE))
        found = trade["name"] if uses > 1 else None
    if found is None or _WORDS_OF_PAPER.search(found) is not None:
        return None
    if found.endswith(_WHOLE_ENDINGS):
        found = found[:-1]
    return Name(found, start, start + len(found))


def _name_before(text: Text, end: int) -> Name | None:
    """The organisation whose name ends at a position."""
    low = max(text.text.rfind("\n", 0, end) + 1, end - _REACH)
    for word in _STARTS.finditer(text.text, low, end):
        found = english_name(text.text[word.start() : end])
        if found is not None and len(found) >= end - word.start() - 1 and _WORDS_OF_PAPER.search(found) is None:
            return Name(found, word.start(), word.start() + len(found))
    return None
