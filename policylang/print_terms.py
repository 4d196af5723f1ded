"""Values, texts and conditions as text, with the parentheses that precedence asks for."""

from __future__ import annotations

from dataclasses import dataclass

from ..policylang import tree
from .keywords import KEYWORDS, spell
from .literals import write_literal

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})
_TYPES = {word.value: word for word in KEYWORDS if word.terminal == "TYPE"}


@dataclass(frozen=True, slots=True)
class Terms:
    """Writes terms in one spelling."""

    language: str

    def _word(self, terminal: str, value: str = "") -> str:
        return spell(terminal, self.language, value)

    def string(self, text: str) -> str:
        """A text in quotes."""
        return f'"{text.translate(_ESCAPES)}"'

    def wording(self, wording: tree.Wording) -> str:
        """A text with its languages."""
        both = (("EN", wording.en), ("ZH", wording.zh))
        return " ".join(f"{self._word(keyword)} {self.string(text)}" for keyword, text in both if text)

    def type_name(self, kind: tree.TypeName) -> str:
        """A type."""
        if kind.name == "text":
            name = self._word("TEXT")
        else:
            name = _TYPES[kind.name].spelled(self.language) if kind.name in _TYPES else kind.name
        return f"{self._word('LIST_OF')} {name}" if kind.list else name

    def given(self, node: tree.Given) -> str:
        """A value an example gives."""
        if not isinstance(node, tree.Listed):
            return self.value(node)
        return f"[{', '.join(self._item(item) for item in node.items)}]"

    def _item(self, node: tree.Expression | tree.Entry) -> str:
        if not isinstance(node, tree.Entry):
            return self.value(node)
        return f"({', '.join(f'{name.text} {self.value(value)}' for name, value in node.fields)})"

    def cell(self, node: tree.CellNode) -> str:
        """A cell of a row."""
        match node:
            case tree.AnyCell():
                return self._word("ANY")
            case tree.Bounds(bounds):
                return " ".join(f"{self._word(bound.keyword)} {self.value(bound.value)}" for bound in bounds)
            case tree.Several(values):
                return ", ".join(self.value(each) for each in values)
            case _:
                return self.value(node)

    def value(self, node: tree.Expression) -> str:
        """A value."""
        match node:
            case tree.Name(text):
                return text
            case tree.String(text):
                return self.string(text)
            case tree.Literal(value, text):
                return text if value is None else write_literal(value, self.language)
            case tree.Chain(operands, operators):
                adds = operators[0] in "+-"
                parts = [self._operand(operand, adds) for operand in operands]
                rest = (f" {sign} {part}" for sign, part in zip(operators, parts[1:], strict=True))
                return parts[0] + "".join(rest)
            case tree.Fold(fold, subject, over, where):
                written = f"{self._word('FOLD', fold)} {subject.text}"
                if over is not None:
                    written += f" {self._word('IN')} {over.text}"
                if where is not None:
                    written += f" {self._word('WHERE')} ({self.condition(where)})"
                return written

    def _operand(self, node: tree.Expression, adds: bool) -> str:
        text = self.value(node)
        loose = isinstance(node, tree.Chain) and not (adds and node.operators[0] in "*/")
        return f"({text})" if loose else text

    def condition(self, node: tree.Condition) -> str:
        """A condition."""
        match node:
            case tree.Or(parts):
                return f" {self._word('OR')} ".join(self._part(part, (tree.Or, tree.Quantifier)) for part in parts)
            case tree.And(parts):
                inside = (tree.And, tree.Or, tree.Quantifier)
                return f" {self._word('AND')} ".join(self._part(part, inside) for part in parts)
            case tree.Negation(part):
                return f"{self._word('NOT')} {self._part(part, (tree.And, tree.Or, tree.Quantifier))}"
            case tree.Comparison(operator, left, right):
                return f"{self.value(left)} {operator} {self.value(right)}"
            case tree.StateTest(subject, test, negated):
                return f"{self.value(subject)} {self._word('STATE', f'not {test}' if negated else test)}"
            case tree.Membership(subject, members, negated):
                test = self._word("ONE_OF", "not one of" if negated else "one of")
                return f"{subject.text} {test} {', '.join(self.value(member) for member in members)}"
            case tree.Containment(subject, member):
                return f"{self.value(subject)} {self._word('CONTAINS')} {self.value(member)}"
            case tree.Quantifier(every, variable, over, where):
                head = f"{self._word('ALL' if every else 'ANY')} {variable.text} {self._word('IN')} {over.text}"
                return f"{head} {self._word('WHERE')} {self.condition(where)}"

    def _part(self, node: tree.Condition, loose: tuple[type, ...]) -> str:
        text = self.condition(node)
        return f"({text})" if isinstance(node, loose) else text
