"""What the linter says of conditions: numbers in rules, facts that may be absent, negations that cancel out."""

from __future__ import annotations

import pytest
from linting import findings, found, helped, rule


@pytest.mark.parametrize(
    ("clause", "column"),
    [
        ("requires payment.net_days <= 45 days", 32),
        ("forbids contract.amount > CNY 500,000", 29),
        ("applies when remedy.late_rate < 0.05% per day", 35),
        ('unless "short": payment.net_days < 10 days', 38),
        ("forbids any x in payment.instalments where x.pct > 30%", 54),
        ("forbids sum of x.pct in payment.instalments where (x.days > 365 days) > max_share", 63),
        ("forbids payment.net_days is one of 45 days, 0 days", 38),
        ("requires payment.net_days <= max_days + 15 days", 43),
    ],
)
def test_a_number_with_a_unit_in_a_rule_is_magic(clause: str, column: int) -> None:
    more = "parameter max_days: days | 60 days |\nparameter max_share: percent | 30.5% |\n"
    clauses = (
        (clause,) if clause.startswith(("requires", "forbids")) else ("requires payment.net_days <= max_days", clause)
    )
    assert found(rule(*clauses), "L202", more=more) == [("L202", 2 + len(clauses), column)]


@pytest.mark.parametrize(
    "clause",
    [
        "requires payment.net_days > 0 days",
        "requires sum of x.pct in payment.instalments = 100%",
        "requires count of x in payment.instalments <= 3",
        "requires contract.amount >= CNY 1",
        "requires payment.net_days <= max_days",
        "forbids dispute.court = buyer",
        "forbids payment.net_days / 30 days > 3",
    ],
)
def test_nothing_one_everything_and_counts_are_no_magic(clause: str) -> None:
    assert found(rule(clause), "L202", more="parameter max_days: days | 60 days |\n") == []


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("requires payment.net_days <= 45 days", "max_net_days"),
        ("requires 45 days >= payment.net_days", "max_net_days"),
        ("forbids payment.net_days > 45 days", "max_net_days"),
        ("requires contract.amount >= CNY 5,000", "min_amount"),
        ("forbids contract.amount < CNY 5,000", "min_amount"),
    ],
)
def test_a_parameter_is_offered_by_what_the_number_does(clause: str, name: str) -> None:
    (finding,) = findings(rule(clause), "L202")
    assert helped(finding, "name") == name
    assert helped(finding, "type_en") in ("days", "money")


def test_an_exception_in_a_declaration_of_its_own_is_looked_at_too() -> None:
    text = rule("requires payment.back_to_back is yes")
    text += 'exception "short" to PAY-01\n  when not (payment.net_days is not stated) and payment.net_days < 10 days\n'
    assert found(text, "L201", "L202") == [("L201", 5, 8), ("L202", 5, 68)]


def test_a_parameter_of_the_same_value_is_offered_by_name() -> None:
    (finding,) = findings(
        rule("requires payment.net_days <= 60 days"), "L202", more="parameter cap: days | 60 days |\n"
    )
    assert finding.diagnostic.key == "L202n" and helped(finding, "near") == "cap"


@pytest.mark.parametrize(
    "clauses",
    [
        ("applies when payment.net_days is present", "requires payment.net_days <= max_days"),
        ("applies when not payment.net_days is absent", "requires payment.net_days <= max_days"),
        ("applies when payment.net_days is stated", "forbids payment.net_days > max_days"),
        ("requires payment.net_days is present", "requires payment.net_days <= max_days"),
        ("forbids payment.net_days is present and payment.net_days > max_days",),
        ("forbids payment.net_days is absent or payment.net_days > max_days",),
        ("requires payment.effective_days <= max_days",),
        ("requires customer.grade >= B",),
        ("requires payment.back_to_back is yes",),
        ("forbids any x in payment.instalments where x.days > max_days",),
        ("requires count of x in payment.instalments <= 3",),
        ("requires payment.net_days <= max_days", "when undecided: violated"),
    ],
)
def test_a_fact_whose_absence_is_decided_is_guarded(clauses: tuple[str, ...]) -> None:
    assert found(rule(*clauses), "L203", more="parameter max_days: days | 60 days |\n") == []


@pytest.mark.parametrize(
    ("clauses", "key", "line", "guard"),
    [
        (
            ("requires payment.net_days <= max_days",),
            "L203b",
            3,
            "applies when payment.net_days is present",
        ),
        (
            ("applies when payment.back_to_back is yes", "requires payment.net_days <= max_days"),
            "L203b",
            4,
            "applies when payment.net_days is present and …",
        ),
        (
            ("forbids payment.net_days > max_days",),
            "L203",
            3,
            "payment.net_days is present and payment.net_days > max_days",
        ),
        (
            ("applies when 付款.账期 > max_days", "requires payment.back_to_back is yes"),
            "L203",
            3,
            "付款.账期 is present and 付款.账期 > max_days",
        ),
        (
            ("applies when dispute.court is one of buyer, unnamed", "requires payment.back_to_back is yes"),
            "L203",
            3,
            "dispute.court is present and dispute.court is one of buyer, unnamed",
        ),
        (
            ("requires max of x.days in payment.instalments <= max_days",),
            "L203b",
            3,
            "applies when payment.instalments is present",
        ),
    ],
)
def test_an_unguarded_fact_gets_its_guard(clauses: tuple[str, ...], key: str, line: int, guard: str) -> None:
    (finding,) = findings(rule(*clauses), "L203", more="parameter max_days: days | 60 days |\n")
    assert (finding.diagnostic.key, finding.diagnostic.span.line) == (key, line)
    assert helped(finding, "guard") == guard
    assert finding.edits == (), "what a silent contract means is the author's to say"


@pytest.mark.parametrize(
    ("title_en", "title_zh", "count"),
    [
        ("Contract risk", "合同条款风险", 2),
        ("New rule", "新规则", 2),
        ("Payment", "付款", 2),
        ("Problems with the payment terms", "付款条款有问题", 2),
        ("No acceleration clause", "无加速到期条款", 0),
        ("Credit days exceed the limit", "账期超限", 0),
        ("Back-to-back payment", "背靠背付款", 0),
    ],
)
def test_titles_that_say_nothing(title_en: str, title_zh: str, count: int) -> None:
    text = rule("requires payment.back_to_back is yes").replace(
        '"Credit days exceed the limit"', f'en "{title_en}" zh "{title_zh}"'
    )
    assert len(found(text, "L003")) == count


def test_a_full_stop_is_not_an_ellipsis() -> None:
    for title, count in (("Credit days.", 1), ("账期过长。", 1), ("Credit days …", 0), ("Credit days...", 0)):
        text = rule("requires payment.back_to_back is yes").replace("Credit days exceed the limit", title)
        assert len(found(text, "L004")) == count, title


def test_first_is_needless_where_a_range_begins_behind_the_other() -> None:
    table = """table approver: court  given contract.amount  hit first
  | up to CNY 100 => seller |
  | over CNY 100 => buyer |
"""
    assert found(table, "L301", "L302") == [("L302", 1, 47)]


def test_a_row_hidden_in_part_is_shown_with_a_case() -> None:
    table = """table approver: court  given contract.amount, customer.grade  hit first
  | up to CNY 100, any => seller |
  | any | A => buyer |
""".replace("CNY 100, any", "CNY 100 | any")
    (finding,) = findings(table, "L301", "L302")
    assert (finding.code, finding.diagnostic.span.line) == ("L301", 3)
    assert "customer.grade = A" in helped(finding, "case")
    assert [span.line for _, span in finding.diagnostic.related] == [2]


def test_rows_that_agree_hide_nothing() -> None:
    table = """table approver: court  given contract.amount  hit first
  | up to CNY 100 => seller |
  | up to CNY 200 => seller |
"""
    assert found(table, "L301", "L302") == []
