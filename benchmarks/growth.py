"""How time grows with pages, rules and contracts.

    python -m benchmarks --only growth

Each line has the ratio of the largest size to the smallest, and as its note the power of the size that the time grows
with, fitted through all sizes: 1 is in step. Fixed costs make it less.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from presign.checker.run import Prepared, Refusal, Request, check_all, prepare
from presign.facts.read import read_facts
from presign.parsers.document import Block, Document, Unreadable
from presign.parsers.read import read_document
from presign.policylang.compiler import CompiledRules, compile_program
from presign.values import Reading

from . import evaluation
from .folders import copy_sample
from .load import loaded, policy
from .long_contract import ROOT, write_docx, write_pdf
from .suite.figures import Figure, exponent, spent
from .whole_check import AS_OF

ROUNDS = 3
PAGES = (8, 15, 30, 60)
PARAGRAPHS = (1, 2, 4, 8)
RULES = (100, 200, 400, 800)
CONTRACTS = (4, 8, 16, 32)


def figures(quick: bool) -> Iterator[Figure]:
    """Parsing and facts by pages, prose by length, loading and judging by rules, checks by contracts."""
    rounds = 1 if quick else ROUNDS
    prepared = prepare(Request(()))
    assert not isinstance(prepared, Refusal)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        yield from _by_pages(place, PAGES[:2] if quick else PAGES, rounds, prepared)
        yield _by_length(PARAGRAPHS[:2] if quick else PARAGRAPHS, rounds, prepared)
        yield from _by_rules(place, RULES[:2] if quick else RULES, rounds)
        yield _by_contracts(place, CONTRACTS[:2] if quick else CONTRACTS, rounds, prepared)


def _grown(key: str, what: str, unit: str, sizes: Sequence[int], times: Sequence[Sequence[float]]) -> Figure:
    """`times`: of each round, those of the sizes in their order."""
    powers = [exponent(sizes, each) for each in times]
    middle = sorted(powers)[len(powers) // 2]
    ratios = tuple(each[-1] / each[0] for each in times)
    note = f"grows with the power {middle:.2f} of the {unit}"
    return Figure(f"growth.{key}", f"{what}, {sizes[-1]} {unit}", f"{sizes[0]} {unit}", ratios, note=note)


def _measured(jobs: Sequence[Callable[[], object]], rounds: int) -> list[list[float]]:
    for job in jobs:
        job()
    return [[spent(job) for job in jobs] for _ in range(rounds)]


def _read(path: Path) -> Document:
    document = read_document(path, isolated=False)
    assert not isinstance(document, Unreadable), document
    return document


def _by_pages(folder: Path, pages: Sequence[int], rounds: int, prepared: Prepared) -> Iterator[Figure]:
    documents = []
    for form, write in (("docx", write_docx), ("pdf", write_pdf)):
        paths = [folder / f"{count}.{form}" for count in pages]
        for count, path in zip(pages, paths, strict=True):
            write(path, count)
        jobs = [partial(_read, path) for path in paths]
        yield _grown(f"pages-{form}", f"{form.upper()} parsed", "pages", pages, _measured(jobs, rounds))
        documents = [_read(path) for path in paths]
    reading = [partial(read_facts, each, prepared.patterns) for each in documents]
    yield _grown("pages-facts", "facts", "pages", pages, _measured(reading, rounds))


def _by_length(times: Sequence[int], rounds: int, prepared: Prepared) -> Figure:
    """Prose without tables: the sound sample so many times over."""
    sample = _read(ROOT / "samples" / "en-sound-supply.docx")
    documents = [replace(sample, blocks=_numbered(sample, count)) for count in times]
    jobs = [partial(read_facts, each, prepared.patterns) for each in documents]
    return _grown("length-facts", "facts of prose", "times the text", times, _measured(jobs, rounds))


def _numbered(sample: Document, times: int) -> tuple[Block, ...]:
    many = [block for _ in range(times) for block in sample.blocks]
    return tuple(replace(block, index=index) for index, block in enumerate(many))


def _by_rules(folder: Path, sizes: Sequence[int], rounds: int) -> Iterator[Figure]:
    paths = [folder / f"{count}.policy" for count in sizes]
    for count, path in zip(sizes, paths, strict=True):
        path.write_text(policy(count), encoding="utf-8")
    jobs = [partial(loaded, path, keep=False) for path in paths]
    yield _grown("rules-load", "a policy loaded", "rules", sizes, _measured(jobs, rounds))
    program, records = evaluation.program(), evaluation.records(0.0)[:200]
    counts = [len(program.rules) * count // sizes[-1] for count in sizes]
    compiled = [compile_program(replace(program, rules=program.rules[:count])) for count in counts]
    judging = [partial(_judge, rules, records) for rules in compiled]
    yield _grown("rules-judge", "records judged", "rules", counts, _measured(judging, rounds))


def _judge(rules: CompiledRules, records: Sequence[Mapping[str, Reading]]) -> None:
    for record in records:
        rules.evaluate(record, evaluation.AS_OF)


def _by_contracts(folder: Path, counts: Sequence[int], rounds: int, prepared: Prepared) -> Figure:
    places = []
    for count in counts:
        place = folder / f"contracts-{count}"
        place.mkdir()
        for number in range(count):
            copy_sample(place, number)
        places.append(place)
    jobs = [partial(check_all, prepared, Request((str(place),), as_of=AS_OF)) for place in places]
    return _grown("contracts", "contracts checked", "contracts", counts, _measured(jobs, rounds))
