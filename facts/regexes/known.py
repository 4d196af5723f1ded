"""The readers' regular expressions that are the same for every document, by their text: made once, kept for next time.

An expression joins while the readers are loaded. Once the first document is looked at the list is closed: what is made
later holds a document's own words (its parties' names), which nothing may keep.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property
from operator import add
from typing import Any

import ahocorasick

from ...policylang import cache
from .form import Form, choices_of, form_of
from .kept import Held, Kept, Key, Words, keep, load, words_of
from .kept import choices_of as kept_choices
from .literals import Choices, fold

_MOST_TEXTS = 40_000
_PIECE = 5
"""So many letters of either end of a word are looked for beforehand."""
_SHORT = 100_000
"""Characters of texts for which words are worth choosing from, when they are the first."""


class Known:
    """The expressions, their choices of words by number, and what each text looked at holds of them."""

    def __init__(self) -> None:
        self.held: dict[str, Held] = {}
        self._used: dict[Key, Form] = {}
        self._missed = False
        self.closed = False
        """Whether no expression joins any more."""
        self._new: dict[frozenset[str], int] | None = None
        """The numbers of all choices; None while there are none but those that were kept."""
        self._automaton: Any = None
        self._first = True
        self._sets: dict[Held, Held] = {}

    @cached_property
    def _kept(self) -> Kept:
        return load()

    @cached_property
    def deferred(self) -> bool:
        """Whether there is no place to keep expressions in: each is compiled when it is first used, then.

        Finding their words takes longer than they save in a document or two, so that is done for later ones.
        """
        return cache.folder() is None

    def form(self, pattern: str, flags: int) -> tuple[Form, Held] | None:
        """An expression's form and the choices it needs; None for one made after the list was closed."""
        forms, needs = self._kept.forms, self._kept.needs
        key = pattern, flags
        form = forms.get(key)
        if form is None:
            if self.closed:
                return None
            form = forms[key] = form_of(*key)
            needs[key] = self.numbers(choices_of(form))
            self._missed = True
        self._used[key] = form
        return form, needs[key]

    def numbers(self, choices: Choices) -> Held:
        """The numbers of an expression's choices. Before the first text is looked at."""
        if self._new is None:
            self._new = {words: number for number, words in enumerate(kept_choices(self._kept.words))}
        new = self._new
        return frozenset(new.setdefault(words, len(new)) for words in choices)

    @property
    def worth_keeping(self) -> bool:
        """Whether an expression had to be compiled, and there is a place to keep it."""
        return self._missed and cache.folder() is not None

    def close(self) -> None:
        """No expression joins any more; those there are are kept for the next process."""
        if not self.closed:
            self.closed = True
            if self._missed:
                keep(self._used, self._kept.needs, self._new or ())

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
        is searched for the words whose first and last letters are in it.
        """
        first, self._first = self._first, False
        if self._automaton is None and first and sum(map(len, texts)) <= _SHORT:
            whole = max(texts, key=len)
            apart = [whole, *(text for text in texts if text not in whole)]
            pairs = {pair for text in apart for pair in (*map(add, text, text[1:]), *text)}
            pieces = {text[at : at + _PIECE] for text in apart for at in range(len(text) - _PIECE + 1)}
            words = self._words
            near = (each for pair in pairs & words.keys() for each in words[pair] if each[0][-2:] in pairs)
            return _automaton(
                each
                for each in near
                if len(each[0]) < _PIECE or (each[0][:_PIECE] in pieces and each[0][-_PIECE:] in pieces)
            )
        if self._automaton is None:
            self._automaton = _automaton(each for several in self._words.values() for each in several)
        return self._automaton

    @property
    def _words(self) -> Words:
        return self._kept.words if self._new is None else words_of(self._new)


def _automaton(words: Iterable[tuple[str, tuple[int, ...]]]) -> Any:
    automaton = ahocorasick.Automaton()
    # A text without any word: an automaton without words can't be asked.
    automaton.add_word("\0", ())
    for word, numbers in words:
        automaton.add_word(word, numbers)
    automaton.make_automaton()
    return automaton


KNOWN = Known()
