"""The decision in words: the recommendation with its ground, the causes, the expected loss with every factor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..checker.decision import MOST_CAUSES, Cause, Decision, Ground, decide
from ..checker.expected_loss import ExpectedLoss, Lacking, expected_loss
from ..checker.fill import fill
from ..checker.report import DocumentReport, Finding
from ..checker.summary import waived
from ..checker.template_stage import TEMPLATE
from ..checker.value_words import number_words, value_words
from ..messages import say
from ..policylang.core import Program
from ..values import Money
from .values import Json, number_json, value_json

_NAMED = 6
"""As many rules are named as the ground of a recommendation."""


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """What a report says first."""

    decision: Decision
    advice: str
    ground: str
    causes: tuple[str, ...]
    loss: str


def decision_words(document: DocumentReport, program: Program, language: str) -> DecisionWords:
    """The decision on a document in a language."""
    decision = decide(document)
    return DecisionWords(
        decision,
        say(_advice(decision, document), language),
        _with_waivers(_ground(decision, language), document, language),
        tuple(cause_words(cause, program, language) for cause in decision.causes[:MOST_CAUSES]),
        loss_words(expected_loss(document, program), program, language),
    )


def _advice(decision: Decision, document: DocumentReport) -> str:
    """The message of the recommendation: a template isn't signed, but used."""
    if document.facts["deal.stage"].value == TEMPLATE:
        return f"comparison.advice_{decision.recommendation.value}"
    return f"decision.{decision.recommendation.value}"


def _ground(decision: Decision, language: str) -> str:
    key = f"decision.{decision.ground.value}"
    if not decision.deciding:
        return say(key, language)
    if decision.ground is Ground.NOT_JUDGED:
        key = "decision.not_judged_rules"
    return say(key, language, (("rules", _rules(decision.deciding, language)),))


def _with_waivers(ground: str, document: DocumentReport, language: str) -> str:
    """The ground, with what was waived: a recommendation that rests on it says so."""
    accepted = waived(document)
    if not accepted:
        return ground
    return say("decision.with_waivers", language, (("ground", ground), ("rules", _rules(accepted, language))))


def _rules(findings: Sequence[Finding], language: str) -> str:
    named = say("report.comma", language).join(finding.rule.id for finding in findings[:_NAMED])
    left = len(findings) - _NAMED
    if left <= 0:
        return named
    return say("decision.and_more", language, (("rules", named), ("count", str(left))))


def cause_words(cause: Cause, program: Program, language: str) -> str:
    """A cause with its score and its worst violation, in the words of the rule's message."""
    rule = cause.worst.rule
    values = {
        "blocker": say(f"report.blocker_{cause.blocker.value}", language),
        "score": str(cause.score),
        "count": str(cause.violated),
        "title": rule.title.get(language),
        "message": fill(rule.message.get(language), cause.worst, program, language),
    }
    return say("decision.cause", language, tuple(values.items()))


def loss_words(loss: ExpectedLoss | Lacking, program: Program, language: str) -> str:
    """The expected loss as an equation, or what it can't be computed without."""
    if isinstance(loss, Lacking):
        return say(f"decision.no_loss_{loss.value}", language)

    def money(value: Money) -> str:
        return value_words(value, None, program, language)

    def percent(value: Decimal) -> str:
        return f"{number_words(value)}%"

    known = loss.grade is not None
    values = {
        "loss": _range(money(loss.low), money(loss.high), language),
        "probability": _range(percent(loss.probability_low), percent(loss.probability_high), language),
        "grade": say("decision.grade", language, (("grade", loss.grade or ""),))
        if known
        else say("decision.grade_unknown", language),
        "exposure": money(loss.exposure),
        "basis": say("decision.price" if loss.exposure_is_upper_bound else "decision.peak", language),
        "uncovered": percent(loss.uncovered),
        "cover": say("decision.unsecured" if loss.coverage_known else "decision.cover_unknown", language),
    }
    return say("decision.loss", language, tuple(values.items()))


def _range(low: str, high: str, language: str) -> str:
    return low if low == high else say("decision.range", language, (("low", low), ("high", high)))


def decision_json(document: DocumentReport, program: Program) -> dict[str, Json]:
    """The decision for machines: the row of the table, the deciding rules, scores and the factors of the loss."""
    decision = decide(document)
    loss = expected_loss(document, program)
    return {
        "recommendation": decision.recommendation.value,
        "ground": decision.ground.value,
        "deciding_rules": [finding.rule.id for finding in decision.deciding],
        "causes": [
            {
                "blocker": cause.blocker.value,
                "score": cause.score,
                "violated": cause.violated,
                "undecided": cause.undecided,
                "worst_rule": cause.worst.rule.id,
            }
            for cause in decision.causes
        ],
        "expected_loss": None if isinstance(loss, Lacking) else _loss_json(loss),
        "expected_loss_lacks": loss.value if isinstance(loss, Lacking) else None,
    }


def _loss_json(loss: ExpectedLoss) -> dict[str, Json]:
    return {
        "low": value_json(loss.low),
        "high": value_json(loss.high),
        "probability_low_pct": number_json(loss.probability_low),
        "probability_high_pct": number_json(loss.probability_high),
        "grade": loss.grade,
        "exposure": value_json(loss.exposure),
        "exposure_from": loss.exposure_from,
        "uncovered_pct": number_json(loss.uncovered),
        "coverage_known": loss.coverage_known,
    }
