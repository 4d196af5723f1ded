"""The day of an English paper and its end, as many papers tell them; every text is made up."""

from __future__ import annotations

from datetime import date

import pytest
from presign.facts.contract.dates import read_dates
from presign.facts.fact import Fact
from presign.values import Reason
from written_contract import by_name, written

SIGNED, ENDS = "contract.sign_date", "contract.end_date"
PREAMBLE = 'AGREEMENT\nThis Agreement is made on 2 May 2021 between Elm Ltd ("Buyer") and Ash Inc. ("Seller").\n'


def dates(lines: str) -> dict[str, Fact]:
    return by_name(read_dates(written(lines, "en")))


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("DATED AS OF\n16 February 1998\nThis Agreement is made as of the 16th day of February, 1998, between Elm and Ash.", (1998, 2, 16)),
        ("This Agreement is effective as of 1 March 2020 by and between Elm Ltd and Ash Inc.", (2020, 3, 1)),
        # The amended paper's date is not this one's.
        ("THIS AMENDMENT (this \"Amendment\") to the Supply Agreement dated as of 8 December 2009, by and between Elm Ltd, Bath, and Ash Inc., Bern, is entered into on 3 June 2018.", (2018, 6, 3)),
        ("**Date:** 12 March 2025\nThis Contract is made between Elm Ltd and Ash Inc.\nElm Ltd - Date: ____", (2025, 3, 12)),
        ('THIS AGREEMENT (the "Agreement") by and between Elm LLC ("Client") and Ann Ash, an individual ("Consultant") is effective as of 1 May 2019.', (2019, 5, 1)),
        # The day of effect yields to the day of signing; an appendix is dated on its own.
        ("This Agreement is entered into by Elm Ltd and Ash Inc.\n1. EFFECTIVE DATE: 1 November 2016\n2. TERM: one year\nELM LTD\nBy: /s/ A. Moor\nDated: 14 December 2015\nAPPENDIX A\nDate: 1 November 2016", (2015, 12, 14)),
    ],
)  # fmt: skip
def test_day_of_signing(lines: str, day: tuple[int, int, int]) -> None:
    assert dates(lines)[SIGNED].value == date(*day)


def test_two_places_of_one_day_are_both_shown() -> None:
    fact = dates(
        "DATED: 16 February 1998\nThis Agreement is made as of the 16th day of February, 1998, between Elm and Ash."
    )
    assert [one.quote for one in fact[SIGNED].evidence] == ["16 February 1998", "16th day of February, 1998"]


@pytest.mark.parametrize(
    ("lines", "quote"),
    [
        ("COOPERATION AGREEMENT\nParty A: Elm Ltd\nParty B: Ash Ltd\nApril 2013\nThe parties agree:", "April 2013"),
        ("AGENCY AGREEMENT\nNovember ___, 2006\nLadies and Gentlemen:", "November ___, 2006"),
    ],
)
def test_a_month_without_its_day_is_left_open(lines: str, quote: str) -> None:
    fact = dates(lines)[SIGNED]
    assert (fact.value, fact.reason, fact.evidence[0].quote) == (None, Reason.BLANK, quote)


@pytest.mark.parametrize(
    "lines",
    [
        "AGREEMENT\nParty A: Elm Ltd\n1. Subject\nThis Agreement is effective on 1 May 2013 and runs on.",
        "MAINTENANCE ADDENDUM\nThe fees are monthly.\nCOMMENCEMENT DATE FOR MAINTENANCE:  1 March 2001\nIN WITNESS WHEREOF\nBy: /s/ A. Vale",
    ],
)  # fmt: skip
def test_other_days_are_no_day_of_signing(lines: str) -> None:
    assert dates(lines)[SIGNED].value is None


@pytest.mark.parametrize(
    ("clause", "day"),
    [
        ("The Cooperation Term of the parties shall be two years from May 1, 2013 to April 30, 2015.", (2015, 4, 30)),
        ("Agency Agreement Expiration Date and Last Delivery Date: October 31, 2006", (2006, 10, 31)),
        ("The cooperation period between the parties is two years, from May 1, 2013 to April 30, 2015.", (2015, 4, 30)),
        ("The appointment shall be for a fixed period expiring on 31 March 2022.", (2022, 3, 31)),
        ("The Sponsorship shall commence on September 1, 2000 and shall end on August 31, 2003.", (2003, 8, 31)),
        ("The effective term is 12 months beginning March 1, 2005 and ending February 28, 2006.", (2006, 2, 28)),
    ],
)
def test_day_of_the_end(clause: str, day: tuple[int, int, int]) -> None:
    assert dates(PREAMBLE + clause)[ENDS].value == date(*day)


@pytest.mark.parametrize(
    "clause",
    [
        "The maintenance is for a period of one (1) year commencing upon delivery.",
        "This Agreement comes into force on the Effective Date and shall remain valid during the term of the Licence.",
        "This agreement shall remain in full force and effect until revoked by any party in writing.",
        "The Service Term shall be three years from the Effective Date.",
        "This Agreement shall terminate on the earlier of (i) the closing and (ii) completion of the Services.",
        "This Agreement shall be perpetual unless terminated in accordance with its terms.",
        "The term of the Agent's engagement hereunder shall be twelve months.",
        "The initial term is for three (3) years and shall renew automatically for one-year periods.",
        "The Company hereby engages the Agent for a term of 2 years commencing on the date hereof.",
        "Agent shall provide the Services for a period of six (6) months from the Effective Date.",
        "Subject to Section 14, the term of this Agreement shall be coterminous with the Separation Agreement.",
        "The term of the agreement is 20 years, during which either party may propose changes.",
    ],
)
def test_a_length_without_a_day_shows_its_clause(clause: str) -> None:
    fact = dates(PREAMBLE + "Terms.\n" + clause)[ENDS]
    assert fact.value is None
    assert fact.reason is Reason.NOT_COMPUTABLE
    assert [one.quote for one in fact.evidence] == [clause]


def test_a_clause_that_points_to_an_exhibit_yields_to_one_that_tells() -> None:
    fact = dates(
        PREAMBLE + "This Agreement shall continue for the term set forth in Exhibit B, and may be renewed for one year "
        "terms.\nEXHIBIT B\nThis Agreement shall have an initial term of three (3) years."
    )[ENDS]
    assert fact.evidence[0].quote == "This Agreement shall have an initial term of three (3) years."


@pytest.mark.parametrize(
    "clause",
    [
        "This Agreement is made effective as of the 31st day of March, 2000.",
        "Coverage is provided from 1 May 2013 to 30 April 2015 under the insurance policy.",
        "Supplier shall provide support services for a period of two years after delivery.",
        "This Agreement shall terminate upon the bankruptcy of either party.",
        "The delivery period is extended, expiring on 31 March 2022.",
        "The delivery period runs from 1 May 2013 to 30 June 2013.",
        "Batches will be produced over a period from the third quarter of 2018.",
    ],
)
def test_what_says_nothing_of_the_end(clause: str) -> None:
    fact = dates("AGREEMENT\nBetween Elm Ltd and Ash Inc.\n" + clause)[ENDS]
    assert (fact.value, fact.reason) == (None, None)
