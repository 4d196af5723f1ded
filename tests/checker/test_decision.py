"""The recommendation by its table, the causes by their scores, the expected loss by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from checked_case import BOOK, CREDIT, DOCUMENT, GRADED, LATE, PROGRAM, check, days, only
from presign.checker.decision import Decision, Ground, Recommendation, decide
from presign.checker.expected_loss import ExpectedLoss, Lacking, expected_loss
from presign.checker.report import DocumentReport
from presign.facts.fact import Fact, FactBook, absent, stated
from presign.parsers.document import Gap
from presign.policylang import core
from presign.policylang.core import Blocker, Severity, Sort, Type
from presign.reports.decision import decision_words
from presign.values import Money, Quantity, Unit

SOUND = (stated("customer.grade", "A"), stated("payment.net_days", days(60)), stated("late.present", True))
PERCENT = Type(Sort.PERCENT)


def percent(amount: object) -> Quantity:
    return Quantity(Decimal(str(amount)), Unit.PERCENT)


def told(decision: Decision) -> tuple[Recommendation, Ground, list[str]]:
    return decision.recommendation, decision.ground, [finding.rule.id for finding in decision.deciding]


def test_a_blocking_violation_forbids_whatever_else_is_there() -> None:
    found = check(stated("customer.grade", "B"), absent("late.present"))
    assert told(decide(found)) == (Recommendation.DO_NOT_SIGN, Ground.BLOCKED, ["DEF-01"])


def test_what_was_not_read_or_judged_is_not_for_signing() -> None:
    cut = check(*SOUND, document=replace(DOCUMENT, gaps=(Gap("doc.no_text_layer", 2),)))
    assert told(decide(cut)) == (Recommendation.DO_NOT_SIGN, Ground.NOT_JUDGED, [])
    aside = check(*SOUND, document=replace(DOCUMENT, gaps=(Gap("doc.no_text_layer", 2, aside=True),)))
    assert decide(aside).recommendation is Recommendation.SIGN
    wrong = check(*SOUND[1:], stated("customer.grade", "Z"))
    assert told(decide(wrong)) == (Recommendation.DO_NOT_SIGN, Ground.NOT_JUDGED, ["CRT-01", "CUS-01"])
    past = tuple(replace(rule, period=core.Period(None, date(2025, 12, 31))) for rule in (CREDIT, LATE, GRADED))
    assert decide(check(*SOUND, program=only(*past))).ground is Ground.NOT_JUDGED


def test_a_high_violation_wants_changes_and_a_low_one_none() -> None:
    high = check(stated("customer.grade", "B"), stated("late.present", True))
    assert told(decide(high)) == (Recommendation.SIGN_AFTER_CHANGES, Ground.VIOLATED, ["CRT-01"])
    low = check(absent("customer.grade"), stated("late.present", True), program=only(GRADED, LATE))
    assert [each.rule.id for each in low.findings if each.outcome.verdict.value == "violated"] == ["CUS-01"]
    assert told(decide(low)) == (Recommendation.SIGN, Ground.CLEAR, [])


def test_an_open_blocking_rule_is_never_signed_in_silence() -> None:
    open_ = check(*SOUND[:2])
    assert told(decide(open_)) == (Recommendation.SIGN_AFTER_CHANGES, Ground.OPEN, ["DEF-01"])
    mild = replace(LATE, severity=Severity.MEDIUM)
    assert decide(check(*SOUND[:2], program=only(CREDIT, mild))).ground is Ground.CLEAR


def test_causes_are_ordered_by_their_weights() -> None:
    causes = decide(check(stated("customer.grade", "B"), absent("late.present"))).causes
    # CRT-01 (high, 4) serves two causes, DEF-01 (block, 10) one of them.
    assert [(cause.blocker, cause.score, cause.violated) for cause in causes] == [
        (Blocker.WEAK_CONTROL, 14, 2),
        (Blocker.ARBITRARY_CREDIT, 4, 1),
    ]
    assert [cause.worst.rule.id for cause in causes] == ["DEF-01", "CRT-01"]


RATES = core.Parameter(
    "default_probability",
    PERCENT,
    (core.FactValue("customer.grade", Type(Sort.SCALE, "grade")),),
    (core.ParameterVersion(core.Period(date(2026, 1, 1)), None, ((("A",), percent(1)), (("B",), percent(8)))),),
)
LOSSY = replace(
    PROGRAM,
    parameters={**PROGRAM.parameters, "default_probability": RATES},
    facts={
        **PROGRAM.facts,
        **{
            name: core.FactDeclaration(name, type, core.Texts(name), core.Source.DERIVED)
            for name, type in (("payment.peak_exposure", Type(Sort.MONEY)), ("security.coverage_ratio", PERCENT))
        },
    },
)
PEAK = stated("payment.peak_exposure", Money(Decimal("1000000"), "CNY"))


def loss(*facts: Fact) -> ExpectedLoss:
    found = expected_loss(check(*facts, program=LOSSY), LOSSY)
    assert isinstance(found, ExpectedLoss)
    return found


def test_the_loss_is_probability_times_exposure_times_what_nothing_secures() -> None:
    found = loss(stated("customer.grade", "B"), PEAK, stated("security.coverage_ratio", percent(30)))
    # 8 % × 1,000,000 × 70 %
    assert found.low == found.high == Money(Decimal("56000.00"), "CNY")
    assert (found.grade, found.uncovered, found.coverage_known) == ("B", 70, True)
    assert not found.exposure_is_upper_bound


def test_more_security_than_exposure_leaves_no_loss() -> None:
    assert loss(stated("customer.grade", "B"), PEAK, stated("security.coverage_ratio", percent(130))).high.amount == 0


def test_what_is_not_known_is_taken_cautiously_and_named() -> None:
    found = loss()
    # The price 1,665,600 stands for the exposure, 1 % and 8 % for the unknown grade, nothing for the security.
    assert (found.low.amount, found.high.amount) == (Decimal("16656.00"), Decimal("133248.00"))
    assert (found.grade, found.exposure_from, found.uncovered) == (None, "contract.amount", 100)
    assert found.exposure_is_upper_bound and not found.coverage_known


def test_without_a_price_or_a_probability_there_is_no_figure() -> None:
    bare = FactBook({name: fact for name, fact in BOOK.facts.items() if name != "contract.amount"}, "sale")
    priced: DocumentReport = check(program=LOSSY)
    assert expected_loss(replace(priced, facts=bare), LOSSY) is Lacking.EXPOSURE
    assert expected_loss(priced, PROGRAM) is Lacking.PARAMETER


def test_the_words_show_every_factor() -> None:
    facts = (
        stated("customer.grade", "B"),
        PEAK,
        stated("security.coverage_ratio", percent(30)),
        absent("late.present"),
    )
    words = decision_words(check(*facts, program=LOSSY), LOSSY, "en")
    assert (words.advice, words.ground) == ("do not sign", "forbidden by DEF-01")
    assert words.causes[0].startswith("weak internal control, score 14 (2 violated): no late charge")
    assert words.loss == (
        "expected loss: CNY 56,000.00 = 8% probability of default (grade B) × CNY 1,000,000.00 peak exposure "
        "× 70% unsecured"
    )
    zh = decision_words(check(*facts[:3], program=LOSSY), LOSSY, "zh")
    assert (
        zh.loss == "预期损失：人民币56,000.00元 ＝ 违约概率8%（B级客户）× 最大敞口人民币1,000,000.00元 × 未担保比例70%"
    )
