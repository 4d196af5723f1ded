"""The short notation the makers write cases in, and the YAML it becomes (docs/conformance.md)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

DAY = "2026-03-01"
Short = str | Sequence[Any] | Mapping[str, Any]
Case = dict[str, Any]

_PLAIN = re.compile(r"[A-Za-z\u4e00-\u9fff_][\w.\u4e00-\u9fff-]*")
_RESERVED = {"yes", "no", "on", "off", "y", "n", "true", "false", "null"}
_MONEY = re.compile(r"([A-Z]{3}) (-?[\d.]+)")
_RATE = re.compile(r"(-?[\d.]+)% (?:per )?(day|month|year|once)")
_QUANTITY = re.compile(r"(-?[\d.]+)(?: (hours|days|working days|months|years)|(%)|)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def value(short: Short) -> dict[str, Any]:
    """A value of the corpus: `30 days`, `CNY 5`, `0.05% per day`, `2026-01-31`, `yes`, `'a text'`, a member's name."""
    if isinstance(short, Mapping):
        return {"record": {name: value(each) for name, each in short.items()}}
    if not isinstance(short, str):
        return {"list": [value(each) for each in short]}
    if short in ("yes", "no"):
        return {"yes_no": short == "yes"}
    if short.startswith("'"):
        return {"text": short.strip("'")}
    if _DATE.fullmatch(short):
        return {"date": short}
    if money := _MONEY.fullmatch(short):
        return {"money": [money[1], money[2]]}
    if rate := _RATE.fullmatch(short):
        return {"rate": [rate[1], rate[2]]}
    if quantity := _QUANTITY.fullmatch(short):
        return {quantity[2] or ("percent" if quantity[3] else "number"): quantity[1]}
    return {"member": short}


def reading(short: Short) -> dict[str, Any]:
    """A fact of the corpus: a value, or `absent`, `not applicable`, `unknown`, `unknown contradiction`."""
    match short:
        case "absent":
            return {"state": "absent"}
        case "not applicable":
            return {"state": "not_applicable"}
        case "unknown":
            return {"state": "unknown", "reason": "blank"}
        case str() if short.startswith("unknown "):
            return {"state": "unknown", "reason": short.split()[1]}
        case _:
            return {"state": "stated", "value": value(short)}


def outcome(short: str) -> dict[str, Any]:
    """An expected outcome: `satisfied`, `undecided a b`, `violated lacking a`, `violated unproven X, Y`, `excepted X`."""
    verdict, _, rest = short.partition(" ")
    if not rest:
        return {"verdict": verdict}
    word, _, names = rest.partition(" ")
    if verdict == "excepted":
        return {"verdict": verdict, "exception": rest}
    if word == "unproven":
        return {"verdict": verdict, "unproven": names.split(", ")}
    return {"verdict": verdict, "missing": (names if word == "lacking" else rest).split()}


def case(
    id: str,
    shows: str,
    facts: Mapping[str, Short] | None = None,
    expect: Mapping[str, str] | None = None,
    *,
    conditions: Mapping[str, bool | None] | None = None,
    day: str = DAY,
    side: str = "",
    policy: str = "",
    files: Sequence[str] = (),
    adds: str = "",
) -> Case:
    """A case that is judged. `conditions` give the truth of single conditions, None for unknown."""
    found: Case = {"id": id, "shows": shows, **_texts(policy, files, adds)}
    found["facts"] = {name: reading(each) for name, each in (facts or {}).items()}
    found["as_of"] = day
    if side:
        found["side"] = side
    if expect:
        found["expect"] = {name: outcome(each) for name, each in expect.items()}
    if conditions:
        found["conditions"] = {text: "unknown" if truth is None else truth for text, truth in conditions.items()}
    return found


def refused(id: str, shows: str, code: str, *, policy: str = "", files: Sequence[str] = (), adds: str = "") -> Case:
    """A case whose policy isn't a policy."""
    return {"id": id, "shows": shows, **_texts(policy, files, adds), "refused": [code]}


def _texts(policy: str, files: Sequence[str], adds: str) -> dict[str, Any]:
    """A policy of the case's own, or those of the file's it takes, and one more."""
    found = {"policy": policy, "files": list(files), "adds": adds}
    return {key: each for key, each in found.items() if each}


# --- YAML -------------------------------------------------------------------------------------------------------------


def write(about: str, cases: Sequence[Case], policy: str | Mapping[str, str] = "") -> str:
    """The text of a corpus file."""
    lines = ["format: 1", f"about: {_flow(about)}"]
    if isinstance(policy, str):
        lines += _block("policy", policy, "") if policy else []
    else:
        lines.append("policies:")
        for name, each in policy.items():
            lines += _block(_flow(name), each, "  ")
    lines.append("cases:")
    for each in cases:
        lines += _case(each)
    text = "\n".join(lines) + "\n"
    read = yaml.safe_load(text)
    assert read["cases"] == list(cases), "the YAML doesn't say what was meant"
    return text


def _case(case: Case) -> list[str]:
    lines = [f"- id: {_flow(case['id'])}"]
    for key, content in case.items():
        if key in ("policy", "adds"):
            lines += _block(key, content, "  ")
        elif key in ("facts", "expect", "conditions") and content:
            lines.append(f"  {key}:")
            lines += [f"    {_flow(name)}: {_flow(each)}" for name, each in content.items()]
        elif key != "id":
            lines.append(f"  {key}: {_flow(content)}")
    return lines


def _block(key: str, text: str, indent: str) -> list[str]:
    body = [f"{indent}  {line}".rstrip() for line in text.rstrip("\n").split("\n")]
    assert text.endswith("\n"), "a policy text ends with a line end"
    return [f"{indent}{key}: |", *body]


def _flow(content: object) -> str:
    match content:
        case bool():
            return "true" if content else "false"
        case dict():
            return "{" + ", ".join(f"{_flow(key)}: {_flow(each)}" for key, each in content.items()) + "}"
        case list():
            return "[" + ", ".join(_flow(each) for each in content) + "]"
        case str() if _PLAIN.fullmatch(content) and content.lower() not in _RESERVED:
            return content
        case _:
            return json.dumps(content, ensure_ascii=False)
