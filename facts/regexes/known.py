"""The readers' regular expressions that are the same for every document, by their text: made once, kept for next time.

An expression joins while the readers are loaded. Once the first document is looked at the list is closed: what is made
later holds a document's own words (its parties' names), which nothing may keep.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from hashlib import sha256
from operator import add
from typing import Any

import ahocorasick

from ...policylang import cache
from .form import MAGIC, Form, choices_of, form_of
from .literals import Choices, fold

_MOST_TEXTS = 40_000
_SHORT = 100_000
"""Characters of texts for which words are worth choosing from, when they are the first."""

Held = frozenset[int]
"""The numbers of the choices that a text holds a word of."""


class Known:
    """The expressions, their choices of words by number, and what each text looked at holds of them."""

    def __init__(self) -> None:
        self.held: dict[str, Held] = {}
        self._forms: dict[tuple[str, int], Form] | None = None
        self._used: dict[tuple[str, int], Form] = {}
        self._missed = False
        self.closed = False
        """Whether no expression joins any more."""
        self._choices: dict[frozenset[str], int] = {}
        self._automaton: Any = None
        self._first = True
        self._sets: dict[Held, Held] = {}

    @cached_property
    def deferred(self) -> bool:
        """Whether there is no place to keep expressions in: each is compiled when it is first used, then.

        Finding their words takes longer than they save in a document or two, so that is done for later ones.
        """
        return cache.folder() is None

    def form(self, pattern: str, flags: int) -> tuple[Form, Held] | None:
        """An expression's form and the choices it needs; None for one made after the list was closed."""
        form = self._kept().get((pattern, flags))
        if form is None:
            if self.closed:
                return None
            form = form_of(pattern, flags)
            self._missed = True
        self._used[pattern, flags] = form
        return form, self._numbers(form)

    def _numbers(self, form: Form) -> Held:
        return self.numbers(choices_of(form))

    def numbers(self, choices: Choices) -> Held:
        """The numbers of an expression's choices. Before the first text is looked at."""
        return frozenset(self._choices.setdefault(words, len(self._choices)) for words in choices)

    def _kept(self) -> dict[tuple[str, int], Form]:
        if self._forms is None:
            try:
                self._forms = _load()
                for form in self._forms.values():
                    self._numbers(form)
            except (EOFError, TypeError, ValueError):
                self._forms = {}
                self._choices.clear()
        return self._forms

    @property
    def worth_keeping(self) -> bool:
        """Whether an expression had to be compiled, and there is a place to keep it."""
        return self._missed and cache.folder() is not None

    def close(self) -> None:
        """No expression joins any more; those there are are kept for the next process."""
        if not self.closed:
            self.closed = True
            if self._missed:
                _keep(self._used)

    def look_at(self, texts: Iterable[str]) -> None:
        """Find what words these texts hold, so that expressions that need others pass over them.

        Only once the list is closed.
        """
        if len(self.held) > _MOST_TEXTS:
            self.held.clear()
        held = self.held
        new = {text: folded for text in texts if text not in held and (folded := fold(text)) is not None}
        if not new:
            return
        automaton = self._words_for(new.values())
        for text, folded in new.items():
            found: set[int] = set()
            for _, numbers in automaton.iter(folded):
                found.update(numbers)
            numbers = frozenset(found)
            held[text] = self._sets.setdefault(numbers, numbers)

    def _words_for(self, texts: Collection[str]) -> Any:
        """What finds the words of these texts.

        An automaton of all words takes longer to make than a process saves by it that reads one short document: that
        is searched for the words whose first and last two letters are in it.
        """
        first, self._first = self._first, False
        if self._automaton is None and first and sum(map(len, texts)) <= _SHORT:
            pairs = {pair for text in texts for pair in (*map(add, text, text[1:]), *text)}
            return _automaton(self._numbers_of_words(lambda word: word[:2] in pairs and word[-2:] in pairs))
        if self._automaton is None:
            self._automaton = _automaton(self._numbers_of_words(lambda word: True))
        return self._automaton

    def _numbers_of_words(self, wanted: Callable[[str], bool]) -> dict[str, list[int]]:
        of_word: dict[str, list[int]] = {}
        for words, number in self._choices.items():
            for word in filter(wanted, words):
                of_word.setdefault(word, []).append(number)
        return of_word


def _automaton(of_word: Mapping[str, Iterable[int]]) -> Any:
    automaton = ahocorasick.Automaton()
    # A text without any word: an automaton without words can't be asked.
    automaton.add_word("\0", ())
    for word, numbers in of_word.items():
        automaton.add_word(word, tuple(numbers))
    automaton.make_automaton()
    return automaton


def _keep(forms: Mapping[tuple[str, int], Form]) -> None:
    """Keep expressions: what is to be known of all in one entry, their code, of which little is used, in another."""
    codes = b"".join(form[1] for form in forms.values())
    rows: list[tuple[Any, ...]] = []
    end = 0
    for key, (flags, code, *others) in forms.items():
        start, end = end, end + len(code)
        rows.append((key, flags, start, end, *others))
    cache.write(_key("code"), codes)
    cache.write(_key("about"), marshal.dumps((sha256(codes).digest(), len(codes), rows)))


def _load() -> dict[tuple[str, int], Form]:
    """The expressions that were kept. `EOFError`, `TypeError` or `ValueError` when what was kept isn't sound."""
    content = cache.read(_key("about"))
    if content is None:
        return {}
    digest, size, rows = marshal.loads(content)
    codes = cache.read_unchecked(_key("code"), digest)
    if codes is None or len(codes) != size:
        return {}
    return {key: (flags, codes[start:end], *others) for key, flags, start, end, *others in rows}


def _key(part: str) -> str:
    named = (
        f"regular expressions, {part} {sys.version} {sys.implementation.cache_tag} {sys.byteorder} {MAGIC} {__file__}"
    )
    return sha256(named.encode()).hexdigest()


KNOWN = Known()
