"""Syntax trees for property tests: made as trees and printed, because texts made from a grammar are mostly no policies."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st
from presign.policylang import tree
from presign.policylang.keywords import TABLES, WORDS
from presign.values import Money, Per, Quantity, Rate, Unit

names = st.sampled_from(["a.b", "payment.net_days", "付款.账期", "limit", "x.pct", "最长账期"]).map(tree.Name)
words = st.sampled_from(["seller", "draft", "卖方所在地", "text", "stage", "days", "A"]).map(tree.Name)
numbers = st.sampled_from(["CRT-01", "A-1", "PAY-2b"]).map(tree.Name)
texts = st.text(alphabet='ab "\\{}\n\t，「」“”付#é', max_size=8)
filled = texts.filter(bool)
strings = texts.map(tree.String)
wordings = st.one_of(
    st.builds(tree.Wording, filled, filled),
    st.builds(tree.Wording, filled),
    st.builds(tree.Wording, st.just(""), filled),
)
_amounts = st.decimals(min_value=-(10**6), max_value=10**6, places=2)
_days = st.dates(min_value=date(1990, 1, 1))
days = _days.map(tree.Literal)
literals = st.one_of(
    st.builds(Money, _amounts, st.sampled_from(["CNY", "USD"])),
    st.builds(Rate, _amounts, st.sampled_from(list(Per))),
    st.builds(Quantity, _amounts, st.sampled_from(list(Unit))),
    _days,
    st.booleans(),
).map(tree.Literal)
operands = st.one_of(words, names, literals, strings)
whole = st.integers(0, 9).map(lambda n: tree.Literal(Quantity(Decimal(n), Unit.NUMBER)))


def _chains(inner: st.SearchStrategy[tree.Expression]) -> st.SearchStrategy[tree.Expression]:
    def chain(parts: list[tree.Expression], signs: list[str]) -> tree.Expression:
        return tree.Chain(tuple(parts), tuple(signs))

    sizes = st.integers(2, 4)
    return sizes.flatmap(
        lambda size: st.builds(
            chain,
            st.lists(inner, min_size=size, max_size=size),
            st.sampled_from(["+-", "*/"]).flatmap(
                lambda signs: st.lists(st.sampled_from(signs), min_size=size - 1, max_size=size - 1)
            ),
        )
    )


def _folds(conditions: st.SearchStrategy[tree.Condition]) -> st.SearchStrategy[tree.Expression]:
    kinds = st.sampled_from(["count", "sum", "max", "min"])
    plain = st.builds(tree.Fold, kinds, names, st.none(), st.none())
    over = st.builds(tree.Fold, kinds, names, names, st.one_of(st.none(), conditions))
    return st.one_of(plain, over)


expressions = st.recursive(operands, _chains, max_leaves=5)


def _tests(values: st.SearchStrategy[tree.Expression]) -> st.SearchStrategy[tree.Condition]:
    members = st.lists(operands, min_size=1, max_size=3).map(tuple)
    states = st.sampled_from(["stated", "absent", "unknown", "inapplicable", "present", "yes", "no"])
    return st.one_of(
        st.builds(tree.Comparison, st.sampled_from(["=", "!=", "<", "<=", ">", ">="]), values, values),
        st.builds(tree.StateTest, values, states, st.booleans()),
        st.builds(tree.Membership, st.one_of(words, names), members, st.booleans()),
        st.builds(tree.Containment, values, operands),
    )


def _compounds(inner: st.SearchStrategy[tree.Condition]) -> st.SearchStrategy[tree.Condition]:
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(tree.And, parts),
        st.builds(tree.Or, parts),
        st.builds(tree.Negation, inner),
        st.builds(tree.Quantifier, st.booleans(), names, names, inner),
        _tests(st.one_of(_folds(inner), expressions)),
    )


conditions = st.recursive(_tests(expressions), _compounds, max_leaves=6)


def _names(keyword: str) -> st.SearchStrategy[tree.Clause]:
    table = WORDS[TABLES[keyword]]
    found = st.sampled_from(list(table)).map(tree.Name)
    size = 3 if keyword in ("BLOCKER", "STAGE") else 1
    return st.lists(found, min_size=1, max_size=size).map(lambda each: tree.Names(keyword, tuple(each)))


def _worded(*keywords: str) -> st.SearchStrategy[tree.Clause]:
    return st.builds(tree.Worded, st.sampled_from(keywords), wordings)


def _strings(keyword: str, most: int = 1) -> st.SearchStrategy[tree.Clause]:
    found = st.lists(strings, min_size=1, max_size=most)
    return found.map(lambda each: tree.Strings(keyword, tuple(each)))


_open_ended = st.builds(tree.InForce, days, st.one_of(st.none(), days))
_in_force = st.one_of(_open_ended, st.builds(tree.InForce, st.none(), days))
_demands = st.builds(tree.Demand, st.sampled_from(["APPLIES", "REQUIRES", "FORBIDS"]), conditions)


def _several(clauses: st.SearchStrategy[tree.Clause]) -> st.SearchStrategy[tuple[tree.Clause, ...]]:
    return st.lists(clauses, max_size=4).map(tuple)


_rule_clauses = st.one_of(
    *(_names(keyword) for keyword in ("SEVERITY", "BLOCKER", "STAGE", "SIDE", "UNDECIDED")),
    _worded("MESSAGE", "WHY", "REMEDY", "AVOID", "PREFER"),
    _strings("BASIS", 3),
    _in_force,
    _demands,
    st.builds(tree.Unless, strings, conditions),
)
_lists = st.lists(
    st.one_of(
        operands, st.lists(st.tuples(words, operands), min_size=1, max_size=2).map(lambda f: tree.Entry(tuple(f)))
    ),
    max_size=3,
).map(lambda items: tree.Listed(tuple(items)))
_settings = st.one_of(
    st.builds(tree.Setting, names, st.one_of(operands, _lists)),
    st.builds(tree.Setting, names, st.none(), st.sampled_from(["absent", "unknown", "inapplicable", "yes", "no"])),
)
_verdicts = st.builds(tree.Verdict, numbers, st.sampled_from(list(WORDS["verdict"])).map(tree.Name))
_example_clauses = st.one_of(
    st.lists(_settings, min_size=1, max_size=3).map(lambda each: tree.GivenFacts(tuple(each))),
    st.lists(st.one_of(_settings, _verdicts), min_size=1, max_size=3).map(lambda each: tree.Expectations(tuple(each))),
    st.builds(tree.ContractText, st.sampled_from(["en", "zh"]), strings),
    st.builds(tree.Dated, st.just("AS_OF"), days),
)
_types = st.builds(
    tree.TypeName, st.sampled_from(["money", "working days", "yes/no", "text", "grade", "stage"]), st.booleans()
)
_reads = st.lists(st.tuples(st.sampled_from(["en", "zh"]), strings), min_size=1, max_size=3).map(
    lambda each: tree.Reads(tuple(each))
)
_aliases = st.lists(names, min_size=1, max_size=2).map(lambda each: tree.Names("ALIAS", tuple(each)))
_cell_values = st.one_of(names, literals, strings)
_rows = st.lists(_cell_values, min_size=1, max_size=3).map(lambda each: tree.Row(tuple(each)))
_bounds = st.lists(
    st.builds(tree.Bound, st.sampled_from(["UP_TO", "ABOVE", "BELOW", "AT_LEAST"]), _cell_values),
    min_size=1,
    max_size=2,
).map(lambda each: tree.Bounds(tuple(each)))
_several_values = st.lists(_cell_values, min_size=2, max_size=3).map(lambda each: tree.Several(tuple(each)))
_cells = st.one_of(_cell_values, _bounds, _several_values, st.just(tree.AnyCell()))
_table_rows = st.builds(
    lambda cells, result: tree.Row(tuple(cells), result), st.lists(_cells, min_size=1, max_size=3), _cell_values
)
_keys = st.lists(names, min_size=1, max_size=2).map(lambda each: (tree.Names("BY", tuple(each)),))
_parameter_clauses = st.one_of(
    _worded("LABEL"), _strings("SOURCE"), _in_force, st.builds(tree.Dated, st.just("REVIEW_BY"), days), _rows
)
_given = st.lists(names, min_size=1, max_size=2).map(lambda each: tree.Names("GIVEN", tuple(each)))
_table_clauses = st.one_of(_parameter_clauses, _table_rows, _names("HIT"), _given)
_because = _strings("BECAUSE")
_amendments = st.one_of(
    st.builds(
        tree.AmendParameterNode,
        names,
        _several(
            st.one_of(
                _strings("SOURCE"),
                _because,
                _in_force,
                st.builds(tree.Dated, st.just("REVIEW_BY"), days),
                _rows,
                _table_rows,
            )
        ),
    ),
    st.builds(tree.AmendRuleNode, numbers, _several(st.one_of(_names("SEVERITY"), _names("UNDECIDED"), _because))),
    st.builds(tree.SwitchOffNode, numbers, _several(st.one_of(_because, _in_force))),
    st.builds(
        tree.ExceptionNode,
        strings,
        numbers,
        st.one_of(st.none(), strings),
        _several(st.one_of(st.builds(tree.Demand, st.just("WHEN"), conditions), _strings("BASIS", 2), _in_force)),
    ),
)


def _records(fields: list[tuple[tree.Name, tree.TypeName]], labels: list[tree.Wording]) -> tree.RecordDeclaration:
    shown = tuple(labels[: len(fields)])
    kept = shown if any(each != tree.Wording() for each in shown) and len(shown) == len(fields) else ()
    return tree.RecordDeclaration(tree.Name("row"), tuple(fields), kept)


_calendar = st.sampled_from(["CN", "ENGLAND"]).map(lambda name: tree.Names("CALENDAR", (tree.Name(name),)))
declarations = st.one_of(
    st.builds(tree.UseNode, strings),
    st.builds(tree.TableNode, names, _types, _several(_table_clauses)),
    _amendments,
    st.builds(
        tree.PolicyHead,
        strings,
        _several(
            st.one_of(
                *(_strings(each) for each in ("VERSION", "OWNER", "SOURCE", "JURISDICTION")), _names("SIDE"), _calendar
            )
        ),
    ),
    st.builds(
        tree.MembersDeclaration,
        st.booleans(),
        words,
        st.lists(st.tuples(words, st.one_of(st.just(tree.Wording()), wordings)), min_size=1, max_size=3).map(tuple),
    ),
    st.builds(
        _records,
        st.lists(st.tuples(words, _types), min_size=1, max_size=3),
        st.lists(st.one_of(st.just(tree.Wording()), wordings), min_size=3, max_size=3),
    ),
    st.builds(tree.FactNode, names, _types, _several(st.one_of(_worded("LABEL"), _aliases, _names("FROM"), _reads))),
    st.builds(
        lambda name, kind, keys, rest: tree.ParameterNode(name, kind, keys + rest),
        names,
        _types,
        st.one_of(st.just(()), _keys),
        _several(_parameter_clauses),
    ),
    st.builds(tree.RuleNode, numbers, wordings, _several(_rule_clauses)),
    st.builds(tree.ExampleNode, numbers, strings, _several(_example_clauses)),
)
modules = st.lists(declarations, max_size=4).map(lambda each: tree.Module(tuple(each)))
