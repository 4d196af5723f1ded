"""The syntax tree as text, in either spelling: what is printed parses to the same tree."""

from __future__ import annotations

from ..policylang import tree
from .keywords import TABLES, spell, spell_word
from .print_terms import Terms

_INDENT = "  "


def print_module(module: tree.Module, language: str | None = None) -> str:
    """A file in a spelling, or else in its own."""
    spoken = language or module.language
    printer = _Printer(spoken)
    declarations = [printer.declaration(node) for node in module.declarations]
    return f"# language: {spoken}\n\n" + "\n".join(declarations)


class _Printer:
    def __init__(self, language: str) -> None:
        self._language = language
        self._terms = Terms(language)

    def _word(self, terminal: str, value: str = "") -> str:
        return spell(terminal, self._language, value)

    def declaration(self, node: tree.Declaration) -> str:
        """A declaration with its clauses, one a line."""
        terms = self._terms
        match node:
            case tree.PolicyHead(title, clauses):
                return self._block(f"{self._word('POLICY')} {terms.string(title.text)}", clauses)
            case tree.MembersDeclaration(ordered, name, members):
                keyword = self._word("SCALE" if ordered else "KINDS")
                written = [f"{member.text} {terms.wording(label)}".rstrip() for member, label in members]
                return f"{keyword} {name.text}: {(' < ' if ordered else ', ').join(written)}\n"
            case tree.RecordDeclaration(name, fields, labels):
                shown = labels or (tree.Wording(),) * len(fields)
                written = [
                    " ".join(filter(None, (each.text, terms.wording(label), terms.type_name(kind))))
                    for (each, kind), label in zip(fields, shown, strict=True)
                ]
                return f"{self._word('RECORD')} {name.text}: {', '.join(written)}\n"
            case tree.FactNode(name, kind, clauses):
                return self._block(f"{self._word('FACT')} {name.text}: {terms.type_name(kind)}", clauses)
            case tree.ParameterNode(name, kind, clauses):
                head = f"{self._word('PARAMETER')} {name.text}: {terms.type_name(kind)}"
                if clauses and isinstance(clauses[0], tree.Names) and clauses[0].keyword == "BY":
                    return self._block(f"{head} {self._clause(clauses[0])}", clauses[1:])
                return self._block(head, clauses)
            case tree.UseNode(target):
                return f"{self._word('USE')} {terms.string(target.text)}\n"
            case tree.TableNode(name, kind, clauses):
                return self._block(f"{self._word('TABLE')} {name.text}: {terms.type_name(kind)}", clauses)
            case tree.ExceptionNode(name, number, to, clauses):
                other = f" {terms.string(to.text)}" if to is not None else ""
                head = f"{self._word('EXCEPTION')} {terms.string(name.text)} {self._word('TO')} {number.text}{other}"
                return self._block(head, clauses)
            case tree.AmendParameterNode(name, clauses):
                return self._block(f"{self._word('AMEND_PARAMETER')} {name.text}", clauses)
            case tree.AmendRuleNode(number, clauses):
                return self._block(f"{self._word('AMEND_RULE')} {number.text}", clauses)
            case tree.SwitchOffNode(number, clauses):
                return self._block(f"{self._word('SWITCH_OFF')} {number.text}", clauses)
            case tree.RuleNode(number, title, clauses):
                return self._block(f"{self._word('RULE')} {number.text} {terms.wording(title)}", clauses)
            case tree.ExampleNode(number, about, clauses):
                head = f"{self._word('EXAMPLE')} {number.text} {terms.string(about.text)}"
                return self._block(head, clauses)

    def _block(self, head: str, clauses: tuple[tree.Clause, ...]) -> str:
        return "\n".join([head, *(_INDENT + self._clause(clause) for clause in clauses)]) + "\n"

    def _clause(self, clause: tree.Clause) -> str:
        terms = self._terms
        match clause:
            case tree.Names(keyword, names):
                colon = ":" if keyword == "UNDECIDED" else ""
                return f"{self._word(keyword)}{colon} {', '.join(self._name(keyword, name) for name in names)}"
            case tree.Strings(keyword, strings):
                return f"{self._word(keyword)} {', '.join(terms.string(each.text) for each in strings)}"
            case tree.Worded(keyword, wording):
                return f"{self._word(keyword)} {terms.wording(wording)}"
            case tree.Reads(patterns):
                return f"{self._word('READ')} {self._patterns(patterns)}"
            case tree.InForce(start, end):
                return self._in_force(start, end)
            case tree.Dated(keyword, day):
                return f"{self._word(keyword)} {terms.value(day)}"
            case tree.Row(cells, result):
                behind = f" => {terms.value(result)}" if result is not None else ""
                return f"| {' | '.join(terms.cell(cell) for cell in cells)}{behind} |"
            case tree.Demand(keyword, condition):
                return f"{self._word(keyword)} {terms.condition(condition)}"
            case tree.Unless(name, condition):
                return f"{self._word('UNLESS')} {terms.string(name.text)}: {terms.condition(condition)}"
            case tree.GivenFacts() | tree.ContractText() | tree.Expectations():
                return self._of_example(clause)

    def _of_example(self, clause: tree.GivenFacts | tree.ContractText | tree.Expectations) -> str:
        match clause:
            case tree.GivenFacts(settings):
                return f"{self._word('GIVEN')} {self._lines([self._setting(each) for each in settings])}"
            case tree.ContractText(language, text):
                return f"{self._word('TEXT')} {self._word(language.upper())} {self._terms.string(text.text)}"
            case tree.Expectations(expected):
                wanted = [
                    self._setting(each)
                    if isinstance(each, tree.Setting)
                    else f"{each.rule.text} {spell_word('verdict', each.verdict.text, self._language)}"
                    for each in expected
                ]
                return f"{self._word('EXPECT')} {self._lines(wanted)}"

    def _lines(self, parts: list[str]) -> str:
        return f"\n{_INDENT * 3}".join(parts)

    def _name(self, keyword: str, name: tree.Name | tree.String) -> str:
        if isinstance(name, tree.String):
            return self._terms.string(name.text)
        table = TABLES.get(keyword)
        return spell_word(table, name.text, self._language) if table else name.text

    def _patterns(self, patterns: tuple[tuple[str, tree.String], ...]) -> str:
        groups: list[str] = []
        last = ""
        for language, pattern in patterns:
            text = self._terms.string(pattern.text)
            if language == last:
                groups[-1] += f", {text}"
            else:
                groups.append(f"{self._word(language.upper())} {text}")
            last = language
        return " ".join(groups)

    def _in_force(self, start: tree.Literal | None, end: tree.Literal | None) -> str:
        if start is None:
            assert end is not None
            return f"{self._word('IN_FORCE_UNTIL')} {self._terms.value(end)}"
        last = f" {self._word('UNTIL')} {self._terms.value(end)}" if end is not None else ""
        return f"{self._word('IN_FORCE_FROM')} {self._terms.value(start)}{last}"

    def _setting(self, node: tree.Setting) -> str:
        if node.value is None:
            return f"{node.fact.text} {self._word('STATE', node.state)}"
        return f"{node.fact.text} = {self._terms.given(node.value)}"
