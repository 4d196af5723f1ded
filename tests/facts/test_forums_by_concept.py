"""Courts, seats and laws in the many ways English contracts name them, and places that are none."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.disputes import resolution


@pytest.mark.parametrize(
    ("clause", "court"),
    [
        ("The exclusive place of jurisdiction for all disputes arising from this contract is Bad Homburg.", "Bad Homburg"),
        ("The place of jurisdiction for all disputes is Frankfurt am Main.", "Frankfurt am Main"),
        ("Disputes must be treated exclusively by the Courts of Alder, Ruritania.", "Courts of Alder, Ruritania"),
        ("Kiel shall be the exclusive place of jurisdiction for all disputes.", "Kiel"),
        ("The place of jurisdiction for all disputes is, to the extent permitted by law, the registered office of Norvale.",
         "registered office of Norvale"),
        ("Disputes are subject to the courts having jurisdiction in Alder Nagar, Uttar Pradesh.",
         "courts having jurisdiction in Alder Nagar, Uttar Pradesh"),
        ("Jurisdiction and venue for any and all actions arising from these terms or from the use of the service itself shall"
         " be in the Superior Court sitting in Alder County.", "Superior Court sitting in Alder County"),
        ("Litigation to collect this debt is governed under the jurisdiction of the State of Ohio.", "State of Ohio"),
        ("The parties submit to the jurisdiction of the New Zealand courts.", "New Zealand courts"),
        ("Disputes subject to Bahrain courts jurisdiction.", "Bahrain courts"),
        ("All disputes shall be subject to be under PUNE jurisdiction.", "PUNE"),
        ("The parties submit to the jurisdiction of the competent courts and tribunals of Colombia.",
         "competent courts and tribunals of Colombia"),
        ("Disputes shall first be settled amicably, failing which they go to the competent courts of Ruritania.",
         "competent courts of Ruritania"),
        ("Legal proceedings shall be instituted before the Handelsgericht Wien.", "Handelsgericht Wien"),
        # One court under two names.
        ("You consent to the jurisdiction of courts in Alder. Disputes are resolved exclusively in the courts of Alder, Ohio.",
         "courts in Alder"),
    ],
)  # fmt: skip
def test_courts(clause: str, court: str) -> None:
    facts = facts_of(resolution.read, clause)
    assert (shown(facts["dispute.mode"]), shown(facts["dispute.forum"])) == ("court", court)


@pytest.mark.parametrize(
    ("clause", "body"),
    [
        ("Disputes shall be considered in the International Commercial Arbitration Court at the Chamber of Commerce of Ruritania.",
         "International Commercial Arbitration Court at the Chamber of Commerce of Ruritania"),
        ("Disputes to SHIAC arbitration.", "SHIAC"),
        ("Arbitration in London as per FOSFA 53.", "FOSFA"),
        ("Disputes: SIAC, three arbitrators, in English.", "SIAC"),
        ("Disputes are resolved by arbitration, not litigation.\n- Location: Alder\n- Rules: JAMS Comprehensive Arbitration Rules",
         "JAMS"),
        # Courts that only enforce or help choose nothing.
        ("Disputes are resolved by arbitration under the rules of the LCIA. The courts of England shall have exclusive"
         " jurisdiction to enforce any award or grant interim relief.", "LCIA"),
    ],
)  # fmt: skip
def test_arbitration(clause: str, body: str) -> None:
    facts = facts_of(resolution.read, clause)
    assert (shown(facts["dispute.mode"]), shown(facts["dispute.forum"])) == ("arbitration", body)


@pytest.mark.parametrize(
    ("clause", "mode"),
    [
        (
            "The parties submit to the courts of Ruritania unless they agree to resolve a dispute by arbitration.",
            "court",
        ),
        ("All disputes are subject to local jurisdiction only.", "court"),
        ("Banner placement in the venue is free; a stage in Alder is part of the venue.", "absent"),
        (
            "Each party waives any form of appeal or the determination of a point of law by the courts of Ruritania.",
            "absent",
        ),
    ],
)
def test_mode(clause: str, mode: str) -> None:
    assert shown(facts_of(resolution.read, clause)["dispute.mode"]) == mode


@pytest.mark.parametrize(
    ("clause", "law"),
    [
        ("The Terms are governed by the laws, rules and regulations of India, and nothing else.",
         "laws, rules and regulations of India"),
        ("These terms shall be interpreted in accordance with the laws applicable in India.", "laws applicable in India"),
        ("This Agreement is governed by Colombian legislation.", "Colombian legislation"),
        ("Belgian law rules.", "Belgian law"),
        ("The applicable law is the substantive law of the Russian Federation.", "substantive law of the Russian Federation"),
        ("Ontario law and the federal laws of Canada applicable therein apply.", "Ontario law"),
        ("All sales are subject to English law.", "English law"),
        ("English law to apply.", "English law"),
        # The law of another document says that there is one, not which.
        ("This Amendment is governed by and construed under the law governing the Master Agreement.", "unclear"),
        ("The governing law provisions of the Master Agreement will apply to this Addendum.", "unclear"),
    ],
)  # fmt: skip
def test_law(clause: str, law: str) -> None:
    assert shown(facts_of(resolution.read, clause)["dispute.governing_law"]) == law


def test_a_law_is_quoted_wherever_it_is_chosen() -> None:
    facts = facts_of(
        resolution.read,
        "This Agreement is governed by the laws of Ohio.\nThe arbitration clause is governed by the laws of Ohio.",
    )
    assert len(facts["dispute.governing_law"].evidence) == 2


def test_laws_and_rules_of_a_state_are_its_law() -> None:
    clause = "This Agreement is governed by the laws of India.\nThe terms are governed by the laws, rules and regulations of India."
    assert shown(facts_of(resolution.read, clause)["dispute.governing_law"]) == "laws of India"
