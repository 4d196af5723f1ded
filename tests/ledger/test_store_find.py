"""Who a name or a number means: one customer of the ledger or nobody, and whom to ask about."""

from __future__ import annotations

import pytest
from presign.ledger.store.find import Customer, NotFound, find_customer, named_customer
from presign.ledger.store.ledger import Ledger
from presign.ledger.store.names import core_key, name_key, number_key


@pytest.fixture
def four(book: Ledger, load) -> Ledger:
    load(
        "customers",
        "name,tax id",
        "Halden Retail Fit-out Limited,09876543",
        "武汉江某建设集团有限公司,91420100MA00000012",
        "武汉江某商贸有限公司,91420100MA00000013",
        "青岛某某机械有限公司,",
    )
    return book


def found(book: Ledger, name: str | None, number: str | None) -> str | tuple[str, ...]:
    with book.reading() as connection:
        customer = find_customer(connection, name, number)
    return customer.name if isinstance(customer, Customer) else tuple(each.name for each in customer.alike)


def test_the_number_goes_first(four: Ledger) -> None:
    assert found(four, "Some Other Name", "0987-6543") == "Halden Retail Fit-out Limited"
    assert found(four, None, "９１４２０１００ＭＡ００００００１２") == "武汉江某建设集团有限公司"


def test_the_exact_name_goes_second(four: Ledger) -> None:
    assert found(four, "青岛某某 机械有限公司", None) == "青岛某某机械有限公司"
    # The ledger knows no number of it, so none contradicts.
    assert found(four, "青岛某某机械有限公司", "91370200MA00000099") == "青岛某某机械有限公司"


def test_a_name_under_another_number_is_another_company(four: Ledger) -> None:
    assert found(four, "武汉江某建设集团有限公司", "91420100MA00000099") == ("武汉江某建设集团有限公司",)


def test_a_likeness_is_asked_about_and_never_taken(four: Ledger) -> None:
    assert found(four, "HALDEN RETAIL FIT-OUT LTD.", None) == ("Halden Retail Fit-out Limited",)
    assert found(four, "武汉江某建设集团有限公司滨江项目部", None) == ("武汉江某建设集团有限公司",)
    assert found(four, "Harbour Pumps Ltd", None) == ()
    # A name of nothing but the form isn't like everything.
    assert found(four, "有限公司", None) == ()


def test_the_number_of_one_and_the_name_of_another_are_a_contradiction(four: Ledger) -> None:
    with four.reading() as connection:
        doubt = find_customer(connection, "武汉江某商贸有限公司", "91420100MA00000012")
    assert isinstance(doubt, NotFound) and doubt.contradict
    assert [each.name for each in doubt.alike] == ["武汉江某建设集团有限公司", "武汉江某商贸有限公司"]


def test_a_user_gives_a_number_or_a_name(four: Ledger) -> None:
    for words in ("09876543", "Halden Retail Fit-out Limited"):
        with four.reading() as connection:
            customer = named_customer(connection, words)
        assert isinstance(customer, Customer) and customer.uscc == "09876543"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("  珠海 某某（集团）有限公司 ", "珠海某某(集团)有限公司"),
        ("Acme  Trading\u3000Ltd", "Acme Trading Ltd"),
        ("ＡＣＭＥ", "ACME"),
        ("Acme 贸易", "Acme贸易"),
    ],
)
def test_names_are_compared_by_their_characters(name: str, key: str) -> None:
    assert name_key(name) == key


def test_numbers_and_cores() -> None:
    assert number_key(" gb-0987 6543 ") == "GB09876543"
    assert core_key("Acme Trading Co., Ltd.") == core_key("ACME TRADING LIMITED") == "acmetrading"
    assert core_key("某某股份有限公司") == "某某"
