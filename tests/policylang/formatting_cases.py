"""Policies badly written: blanks, line ends and comments put at random between the words of generated programs."""

from __future__ import annotations

from hypothesis import strategies as st
from policy_trees import modules
from presign.policylang.lexer import tokens
from presign.policylang.printer import print_module
from presign.policylang.tree import Module

_BLANKS = st.sampled_from([" ", " ", "  ", "\n", "\t", "\n\n\n", "\u3000", "\r\n  "])
_NOTES = st.sampled_from(["#", "# a note", "＃ 说明：见手册", "#! rule X forbids", '# "not a text', "# language: zh"])
_comments = st.builds(lambda before, note, after: f"{before}{note}\n{after}", _BLANKS, _NOTES, _BLANKS)
_separators = st.one_of(_BLANKS, _BLANKS, _BLANKS, _comments, st.lists(_comments, min_size=2, max_size=3).map("".join))


@st.composite
def badly_written(draw: st.DrawFn) -> tuple[str, Module]:
    """A text, and the program it is."""
    module = draw(modules)
    language = draw(st.sampled_from(["en", "zh"]))
    printed = print_module(module, language)
    header, _, body = printed.partition("\n")
    parts = [body[slice(*token.place)] for token in tokens(body)]
    written = "".join(draw(_separators) + part for part in parts) + draw(_separators)
    return f"{header}\n{written}", module


def comments_of(text: str) -> list[str]:
    """The comments after the first line, read with no help from the formatter: texts are skipped by the words' places."""
    found: list[str] = []
    text = text.replace("\r\n", "\n")
    start = text.index("\n") + 1
    ends = [token.place for token in tokens(text)]
    for begin, end in [*ends, (len(text), len(text))]:
        for line in text[start:begin].split("\n"):
            at = min((line.index(mark) for mark in "#＃" if mark in line), default=None)
            if at is not None:
                found.append(line[at + 1 :].strip())
        start = end
    return found
