from __future__ import annotations

import pytest
from presign.facts.contract.conflicts import LANGUAGES, read_conflicts
from written_contract import written

HEADING = (
    "销售合同\n卖方：温州嘉铭泵业有限公司\nThe Seller: Jiaming Pumps Co., Ltd. of Wenzhou\n"
    "买方：Fennmark Trading GmbH，德国汉堡\nThe Buyer: Fennmark Trading GmbH, Hamburg, Germany\n"
)
CLAUSES = (
    ("1. 卖方交付水泵四十台，型号见附件。", "1. The Seller delivers forty pumps, models as per the annex."),
    (
        "2. 买方应在交货后30日内以电汇方式付款。",
        "2. The Buyer shall pay by wire transfer within 30 days after delivery.",
    ),
    ("3. 合同总价为12,500.00美元。", "3. The total contract price is USD 12,500.00."),
    ("4. 卖方应于2026年5月8日前交货。", "4. The Seller shall deliver the goods by 8 May 2026."),
)


def conflicts(*pairs: tuple[str, str], columns: bool = False, first: int = 0) -> tuple[str, ...]:
    rows = ["\t".join(pair) if columns else f"{pair[first]}\n{pair[1 - first]}" for pair in pairs]
    text = written(("" if first else HEADING) + "\n".join(rows), "mixed")
    value = read_conflicts(text).value
    return tuple(str(item) for item in value) if isinstance(value, tuple) else ()


@pytest.mark.parametrize("columns", [False, True])
def test_two_languages_that_agree(columns: bool) -> None:
    assert LANGUAGES not in conflicts(*CLAUSES, columns=columns)


@pytest.mark.parametrize("columns", [False, True])
@pytest.mark.parametrize(
    ("clause", "english"),
    [
        (1, "2. The Buyer shall pay by wire transfer within 60 days after delivery."),
        (2, "3. The total contract price is USD 15,200.00."),
        (3, "4. The Seller shall deliver the goods by 8 June 2026."),
    ],
)
def test_days_amount_or_date_that_differ(clause: int, english: str, columns: bool) -> None:
    pairs = [*CLAUSES]
    pairs[clause] = (pairs[clause][0], english)
    assert LANGUAGES in conflicts(*pairs, columns=columns)


def test_english_first() -> None:
    changed = (CLAUSES[1][0].replace("30", "45"), CLAUSES[1][1])
    assert LANGUAGES not in conflicts(*CLAUSES, first=1)
    assert LANGUAGES in conflicts(CLAUSES[0], changed, *CLAUSES[2:], first=1)


def test_a_figure_only_one_language_gives_is_no_difference() -> None:
    bare = ("5. 质保期为12个月。", "5. The Seller warrants the goods for a reasonable time only.")
    assert LANGUAGES not in conflicts(*CLAUSES, bare)


def test_a_year_is_twelve_months() -> None:
    assert LANGUAGES not in conflicts(
        *CLAUSES,
        ("5. 质保期为一年，自交货之日起算。", "5. The warranty period is 12 months from delivery of the goods."),
    )
