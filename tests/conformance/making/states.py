"""Every test of a state against every state of a fact."""

from __future__ import annotations

from notation import Case, case, write

STATES = ("yes", "no", "absent", "unknown", "not applicable")
# For a yes/no fact said yes, said no, absent, unknown, not applicable: T, F or U.
ANSWERS = {
    "stated": "TTFFF",
    "absent": "FFTFF",
    "unknown": "FFFTF",
    "not applicable": "FFFFT",
    "present": "TTFUU",
    "yes": "TFFUU",
    "no": "FTFUU",
}
ZH = {
    "stated": "并非 已载明",
    "absent": "并非 未载明",
    "unknown": "并非 不明",
    "not applicable": "并非 不适用",
    "present": "不存在",
    "yes": "并非 为是",
    "no": "并非 为否",
}
NOT = {"T": "F", "F": "T", "U": "U"}
TRUTH = {"T": True, "F": False, "U": None}
REASONS = ("blank", "contradiction", "unreadable", "unclear", "not_computable", "no_reader", "no_record")

TYPES = {
    "money": ("CNY 100", "amount: money"),
    "percent": ("5%", "share: percent"),
    "rate": ("0.05% per day", "charge: rate"),
    "days": ("30 days", "credit: days"),
    "date": ("2026-01-31", "signed: date"),
    "text": ("'x'", "note: text"),
    "scale": ("B", "grade: grade"),
    "kinds": ("buyer", "court: court"),
    "list": (["CNY 1"], "sums: list of money"),
}


def _rule(place: int, test: str) -> str:
    return f'rule IS-{place} "is {test}" severity low\n  requires answer is {test}\n'


def _negated(place: int, test: str) -> str:
    return f"规则 NOT-{place}「{ZH[test]}」 级别 低\n  要求 回答 {ZH[test]}\n"


POLICY = (
    "scale grade: C < B < A\nkinds court: seller, buyer\nfact answer: yes/no alias 回答 from contract\n"
    + "".join(f"fact {declared} from contract\n" for _, declared in TYPES.values())
    + "record step: who text, paid yes/no, sum money\nfact steps: list of step from contract\n"
    + "".join(_rule(place, test) for place, test in enumerate(ANSWERS, 1))
    + "".join(_negated(place, test) for place, test in enumerate(ANSWERS, 1))
)


def cases() -> list[Case]:
    found = []
    for place, (test, truths) in enumerate(ANSWERS.items(), 1):
        for state, truth in zip(STATES, truths, strict=True):
            found.append(_yes_no(f"IS-{place}", test, state, truth, ""))
        for state, truth in zip(STATES, truths, strict=True):
            found.append(_yes_no(f"NOT-{place}", test, state, NOT[truth], "not "))
    for kind, (value, declared) in TYPES.items():
        name = declared.partition(":")[0]
        for state, column in ((value, 0), ("absent", 2), ("unknown", 3), ("not applicable", 4)):
            truths = {
                f"{name} is {test}": TRUTH[row[column]] for test, row in ANSWERS.items() if test not in ("yes", "no")
            }
            shown = "stated" if column == 0 else state
            id = f"state-of-{kind}-{shown.replace(' ', '-')}"
            found.append(case(id, f"a {kind} fact that is {shown}", {name: state}, conditions=truths))
    for reason in REASONS:
        truths = {"answer is unknown": True, "answer is stated": False, "answer is yes": None, "not answer is no": None}
        found.append(
            case(
                f"state-unknown-{reason.replace('_', '-')}",
                f"unknown is unknown, whatever the reason ({reason})",
                {"answer": f"unknown {reason}"},
                {"IS-6": "undecided answer"},
                conditions=truths,
            )
        )
    return [*found, *_given_nothing(), *_fields()]


def _yes_no(rule: str, test: str, state: str, truth: str, negation: str) -> Case:
    if truth == "U":
        # What hangs on a fact that isn't applicable has nothing to judge.
        expected = "not_applicable" if state == "not applicable" else "undecided answer"
    else:
        expected = "satisfied" if truth == "T" else "violated"
    id = f"state-is-{negation}{test}-{state}".replace(" ", "-")
    shows = f"`is {negation}{test}` of a yes/no fact: {state}"
    condition = f"{'not ' if negation else ''}answer is {test}"
    return case(id, shows, {"answer": state}, {rule: expected}, conditions={condition: TRUTH[truth]})


def _given_nothing() -> list[Case]:
    truths: dict[str, bool | None] = {"answer is unknown": True, "answer is absent": False, "answer is present": None}
    return [
        case(
            "state-not-given",
            "a fact the case doesn't give is unknown",
            {},
            {"IS-6": "undecided answer"},
            conditions=truths,
        )
    ]


def _fields() -> list[Case]:
    """A field its record doesn't have is unknown, never absent."""
    steps = [{"who": "'a'", "paid": "yes"}, {"who": "'b'"}]
    truths: dict[str, bool | None] = {
        "any s in steps where s.paid is unknown": True,
        "all s in steps where s.paid is stated": False,
        "any s in steps where s.paid is absent": False,
        "any s in steps where s.sum is stated": False,
        "all s in steps where s.who is present": True,
        "all s in steps where s.paid is present": None,
        "any s in steps where s.paid is no": None,
        "any s in steps where s.paid is yes": True,
    }
    return [
        case(
            f"state-of-field-{place}",
            f"`{text}` where one record lacks the field",
            {"steps": steps},
            conditions={text: truth},
        )
        for place, (text, truth) in enumerate(truths.items(), 1)
    ]


def text() -> str:
    return write("The states of a fact and the tests that ask for them.", cases(), POLICY)
