"""From truths to verdicts: what applies, what is asked, what excuses."""

from __future__ import annotations

from itertools import product

from kleene import AND, NOT, SAID, WORD
from notation import Case, case, write

POLICY = """\
fact a: yes/no from case
fact r: yes/no from contract
fact f: yes/no from contract
fact e1: yes/no from contract
fact e2: yes/no from contract

rule VRD-1 "all clauses" severity low
  applies when a is yes
  requires r is yes
  forbids f is yes
规则 VRD-2「无法判定即违反」 级别 低
  适用于 a 为是
  要求 r 为是
  禁止 f 为是
  无法判定时：违反
rule EXC-1 "two exceptions" severity low
  requires r is yes
  unless "first": e1 is yes
  unless "second": e2 is yes
规则 EXC-2「禁止与例外」 级别 低
  禁止 f 为是
  例外「第一」：e1 为是
  例外「第二」：e2 为是
  无法判定时：违反
rule FRB-1 "two prohibitions" severity low
  forbids f is yes
  forbids e1 is yes
rule REQ-1 "two requirements" severity low
  requires r is yes
  requires e1 is yes
"""
# Of a violated rule with two exceptions, each true, false or unknown.
EXCUSED = {
    "TT": "excepted first", "TF": "excepted first", "TU": "excepted first",
    "FT": "excepted second", "FF": "violated", "FU": "violated unproven second",
    "UT": "excepted second", "UF": "violated unproven first", "UU": "violated unproven first, second",
}  # fmt: skip
ZH = {"first": "第一", "second": "第二"}


def cases() -> list[Case]:
    found = []
    for a, r, f in product("TFU", repeat=3):
        facts = {"a": SAID[a], "r": SAID[r], "f": SAID[f]}
        expect = {"VRD-1": _verdict(a, r, f, "undecided"), "VRD-2": _verdict(a, r, f, "violated lacking")}
        shows = f"applies {WORD[a]}, requirement {WORD[r]}, prohibition {WORD[f]}"
        found.append(case(f"verdict-{a}{r}{f}".lower(), shows, facts, expect))
    for pair, result in EXCUSED.items():
        facts = {"r": "no", "f": "yes", "e1": SAID[pair[0]], "e2": SAID[pair[1]]}
        chinese = result.replace("first", ZH["first"]).replace("second", ZH["second"])
        shows = f"a violation with exceptions {WORD[pair[0]]} and {WORD[pair[1]]}"
        found.append(case(f"exception-violated-{pair.lower()}", shows, facts, {"EXC-1": result, "EXC-2": chinese}))
    for truth in "TFU":
        kept = {"r": "yes", "f": "no", "e1": SAID[truth]}
        shows = f"a rule that is kept needs no exception ({WORD[truth]})"
        found.append(case(f"exception-kept-{truth.lower()}", shows, kept, {"EXC-1": "satisfied", "EXC-2": "satisfied"}))
    for pair in product("TU", repeat=2):
        open_ = {"r": "unknown", "e1": SAID[pair[0]], "e2": SAID[pair[1]]}
        shows = f"an undecided rule isn't excused ({WORD[pair[0]]}, {WORD[pair[1]]})"
        found.append(
            case(
                f"exception-undecided-{pair[0]}{pair[1]}".lower(),
                shows,
                open_,
                {"EXC-1": "undecided r", "EXC-2": "violated lacking f"},
            )
        )
    return [*found, *_several(), *_inapplicable()]


def _verdict(a: str, r: str, f: str, undecided: str) -> str:
    if a == "F":
        return "not_applicable"
    demand = AND[r + NOT[f]]
    if a == "T" and demand != "U":
        return "satisfied" if demand == "T" else "violated"
    missing = (["a"] if a == "U" else []) + ([n for n, t in (("r", r), ("f", f)) if t == "U"] if demand == "U" else [])
    return f"{undecided} {' '.join(missing)}"


def _several() -> list[Case]:
    rows = (
        ("requirements-one-fails", {"r": "yes", "e1": "no"}, "REQ-1", "violated"),
        ("requirements-one-fails-one-unknown", {"r": "unknown", "e1": "no"}, "REQ-1", "violated"),
        ("requirements-one-unknown", {"r": "yes"}, "REQ-1", "undecided e1"),
        ("requirements-all", {"r": "yes", "e1": "yes"}, "REQ-1", "satisfied"),
        ("prohibitions-one-holds", {"f": "unknown", "e1": "yes"}, "FRB-1", "violated"),
        ("prohibitions-none", {"f": "no", "e1": "absent"}, "FRB-1", "satisfied"),
        ("prohibitions-one-unknown", {"f": "no"}, "FRB-1", "undecided e1"),
        ("prohibitions-both-unknown", {}, "FRB-1", "undecided f e1"),
        ("exceptions-absent", {"r": "no", "e1": "absent", "e2": "absent"}, "EXC-1", "violated"),
        ("exceptions-inapplicable", {"r": "no", "e1": "not applicable", "e2": "no"}, "EXC-1", "violated unproven first"),
        ("exceptions-contradicted", {"r": "no", "e1": "unknown contradiction", "e2": "no"}, "EXC-1", "violated unproven first"),
        ("exceptions-of-a-silence", {"r": "absent", "e1": "yes"}, "EXC-1", "excepted first"),
    )  # fmt: skip
    return [case(f"clauses-{id}", id.replace("-", " "), facts, {rule: verdict}) for id, facts, rule, verdict in rows]


def _inapplicable() -> list[Case]:
    """A fact that isn't applicable has nothing to judge, when it alone would decide."""
    none = "not applicable"
    rows = (
        ("requirement", {"a": "yes", "r": none, "f": "no"}, "not_applicable", "not_applicable"),
        ("both", {"a": "yes", "r": none, "f": none}, "not_applicable", "not_applicable"),
        ("one-unknown", {"a": "yes", "r": none, "f": "unknown"}, "undecided r f", "violated lacking r f"),
        ("one-absent", {"a": "yes", "r": none, "f": "absent"}, "not_applicable", "not_applicable"),
        ("applies", {"a": none, "r": "no", "f": "no"}, "not_applicable", "not_applicable"),
        ("applies-and-unknown", {"a": none, "r": "unknown", "f": "no"}, "not_applicable", "not_applicable"),
        ("applies-unknown", {"a": "unknown", "r": none, "f": "no"}, "undecided a r", "violated lacking a r"),
        ("decided-without-it", {"a": "yes", "r": none, "f": "yes"}, "violated", "violated"),
        ("not-applied", {"a": "no", "r": none, "f": none}, "not_applicable", "not_applicable"),
    )
    return [
        case(f"inapplicable-{id}", f"facts that aren't applicable: {id.replace('-', ' ')}", facts, {"VRD-1": one, "VRD-2": two})
        for id, facts, one, two in rows
    ]  # fmt: skip


def text() -> str:
    return write("Verdicts and their explanations: applies, requires, forbids, exceptions.", cases(), POLICY)
