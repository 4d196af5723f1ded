"""The readers' regular expressions: kept compiled, and passed over where their words are missing."""

from __future__ import annotations

import marshal
import re
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from presign.facts import regexes
from presign.facts.read import read_facts
from presign.facts.regexes.form import choices_of, form_of, pattern_of
from presign.facts.regexes.kept import key_of
from presign.facts.regexes.known import Known
from presign.facts.regexes.lines import in_lines
from presign.facts.regexes.literals import fold, needed
from presign.facts.remedies.cost_recovery import _LAWYERS_BORNE_ZH
from presign.facts.security.promises import _GIVEN_FOR
from presign.parsers.document import Block, Document, Kind, Location, Media
from presign.policylang import cache


def choices(pattern: str, flags: int = 0) -> set[frozenset[str]]:
    return set(needed(_parser.parse(pattern, flags)))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("甲方", [{"甲方"}]),
        ("甲方.{0,5}(?:支付|付款)", [{"甲方"}, {"支付", "付款"}]),
        ("逾期(?:付款|支付)", [{"逾期付款", "逾期支付"}]),
        ("合同(?:总)?价", [{"合同价", "合同总价"}]),
        (r"\d+(?:元|万元)", [{"元"}]),
        (r"(?i)Net\s+\d+ Days", [{"net"}, {" days"}]),
        (r"(?:a{3}|b)c", [{"aaa", "b"}, {"c"}]),
        # One of what repeats stands right behind; of two choices the one is taken that isn't in every table.
        (r"20_+", [{"20_"}, {"_"}]),
        (r"20\d+_|[ ]\d年", [{"_", "年"}]),
        (r"[甲乙丙]方", [{"甲方", "乙方", "丙方"}]),
        (r"付(?=款)", [{"付"}, {"款"}]),
        (r"(?<!不)得(?!不)", [{"得"}]),
        (r"(?:定金){2,}", [{"定金"}]),
        # Any of these may match without a word of its own.
        (r"\w+", []),
        (r"(?:定金)?", []),
        (r"定金|", []),
        (r"定金|\d", []),
        (r"[^甲]", []),
        (r"(?:定金)*", []),
        (r"É", []),
    ],
)
def test_what_an_expression_cannot_do_without(pattern: str, expected: list[set[str]]) -> None:
    assert choices(pattern) == {frozenset(words) for words in expected}


def test_letters_that_match_others_only_where_case_is_ignored_are_left_alone() -> None:
    assert re.search("(?i)is", "ıſ") is not None
    assert fold("ıſ") is None
    assert fold("IS 甲") == "is 甲"


_PIECES = st.sampled_from(
    [
        "ab",
        "a?",
        "[ab]",
        "[^a]",
        "(?:ab|c)",
        "(?:a|)",
        "b{2}",
        "(?:bc)+",
        "c*",
        "(?=b)",
        "(?!b)",
        "(?<=a)",
        ".",
        "(a)",
        r"\b",
        "(?i:B)",
        "(?:a(?:b|c)|bb)?",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=6), st.lists(st.text("abcC ", max_size=8), min_size=1, max_size=6))
def test_a_text_without_the_words_has_no_match(pieces: list[str], texts: list[str]) -> None:
    pattern = "".join(pieces)
    for text in texts:
        if re.search(pattern, text) is not None:
            assert all(any(word in text.lower() for word in words) for words in choices(pattern)), (pattern, text)


def test_a_kept_expression_is_the_one_it_was() -> None:
    pattern, flags = r"(?P<share>\d+)%(?:\s?\((?P<word>[\u3400-\u9fff]+)\))?", re.IGNORECASE | re.MULTILINE
    made, plain = pattern_of(pattern, flags, form_of(pattern, flags)), re.compile(pattern, flags)
    assert (made.pattern, made.flags, made.groups, dict(made.groupindex)) == (
        plain.pattern,
        plain.flags,
        plain.groups,
        dict(plain.groupindex),
    )
    text = "首付30%(叁拾)\n尾款70%"
    assert [match.groupdict() for match in made.finditer(text)] == [
        {"share": "30", "word": "叁拾"},
        {"share": "70", "word": None},
    ]


_FLAGS, _CODE, _SHORT, _GROUPS, _NAMED, _CHOICES, _CHECKSUM, *_MARKS = form_of("(?P<what>定金)", 0)
_NONSENSE = b"\xff\xff" * 4


@pytest.mark.parametrize(
    "form",
    [
        (_FLAGS, _NONSENSE, True, _GROUPS, _NAMED, _CHOICES, crc32(_NONSENSE), *_MARKS),
        (_FLAGS, _NONSENSE[:-1], True, _GROUPS, _NAMED, _CHOICES, crc32(_NONSENSE[:-1]), *_MARKS),
        (_FLAGS, _CODE[:-4] + b"\xff\xff\xff\xff", _SHORT, _GROUPS, _NAMED, _CHOICES, _CHECKSUM, *_MARKS),
        (_FLAGS, _CODE[:-2], _SHORT, _GROUPS, _NAMED, _CHOICES, _CHECKSUM, *_MARKS),
        (_FLAGS, "code", _SHORT, _GROUPS, _NAMED, _CHOICES, _CHECKSUM, *_MARKS),
        (1 << 70, _CODE, _SHORT, _GROUPS, _NAMED, _CHOICES, _CHECKSUM, *_MARKS),
        (_FLAGS, _CODE, _SHORT, "one", _NAMED, _CHOICES, _CHECKSUM, *_MARKS),
        (_FLAGS, _CODE, _SHORT, 0, _NAMED, _CHOICES, _CHECKSUM, *_MARKS),
        (_FLAGS, _CODE, _SHORT, _GROUPS, (("what", 7),), _CHOICES, _CHECKSUM, *_MARKS),
        (_FLAGS, _CODE, _SHORT, _GROUPS, 7, _CHOICES, _CHECKSUM, *_MARKS),
        (_FLAGS, _CODE),
    ],
)
def test_what_was_kept_and_is_not_sound_is_compiled_by_python(form: Any) -> None:
    found = pattern_of("(?P<what>定金)", 0, form).search("乙方支付定金")
    assert found is not None and (found["what"], found.span()) == ("定金", (4, 6))


def test_expressions_are_kept_for_the_next_process_until_the_first_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("PRESIGN_NO_CACHE", raising=False)
    first = Known()
    assert first.form("定金", 0) is not None
    assert first.worth_keeping
    first.close()
    assert first.form("某某有限公司", 0) is None

    then = Known()
    assert then.form("定金", 0) is not None
    assert not then.worth_keeping
    then.close()
    assert then.form("某某有限公司", 0) is None
    assert then.form("定金", 0) is not None


def test_damaged_expressions_are_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("PRESIGN_NO_CACHE", raising=False)
    first = Known()
    first.form("定金", 0)
    first.close()
    for kept in (tmp_path / "presign" / "policies").iterdir():
        content = kept.read_bytes()
        kept.write_bytes(content[:-1] + bytes((content[-1] ^ 0xFF,)))
    then = Known()
    found = then.form("定金", 0)
    assert found is not None
    assert choices_of(found[0]) == (frozenset({"定金"}),)
    assert then.worth_keeping


@pytest.mark.parametrize("entry", ["about", "code"])
def test_expressions_of_another_run_are_made_anew(entry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("PRESIGN_NO_CACHE", raising=False)
    first = Known()
    first.form("定金", 0)
    first.close()
    for foreign in (
        7,
        ("定金", 0),
        (b"", 1, 2),
        (b"", 3, ((7,),)),
        (b"", 0, (("定金", 0, 0, 0, True, 0, (), 7, 0),)),
        (b"", 0, (), {}, 1),
    ):
        cache.write(key_of(entry), marshal.dumps(foreign))
        then = Known()
        found = then.form("定金", 0)
        assert found is not None and choices_of(found[0]) == (frozenset({"定金"}),)
        assert then.worth_keeping


def test_code_damaged_on_the_disk_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("PRESIGN_NO_CACHE", raising=False)
    first = Known()
    first.form("定金", 0)
    first.close()
    kept = tmp_path / "presign" / "policies" / f"{key_of('code')}.policies"
    content = bytearray(kept.read_bytes())
    content[-6] ^= 0x55
    kept.write_bytes(content)
    then = Known()
    found = then.form("定金", 0)
    assert found is not None
    expression = regexes.Expression("定金", 0, *found, then.held)
    assert [match.span() for match in expression.finditer("定金与定金")] == [(0, 2), (3, 5)]


def test_the_first_short_texts_are_searched_for_the_words_they_can_hold() -> None:
    known = Known()
    for pattern in ("定金|deposit", "元", "earnest money", "保函"):
        assert known.form(pattern, 0) is not None
    known.close()
    texts = ("乙方支付定金100元。", "an earnest deposit", "money", "x")
    known.look_at(texts)
    first = dict(known.held)
    known.held.clear()
    known.look_at(texts)
    assert known.held == first
    numbers = {text: len(first[text]) for text in texts}
    assert numbers == {"乙方支付定金100元。": 2, "an earnest deposit": 1, "money": 0, "x": 0}


def test_a_text_looked_at_answers_as_any_other() -> None:
    known = Known()
    found = known.form("定金|deposit", int(re.IGNORECASE))
    assert found is not None
    known.close()
    texts = ("乙方支付定金。", "A DEPOSIT is due.", "货款两清。", "")
    known.look_at(texts)
    expression = regexes.Expression("定金|deposit", int(re.IGNORECASE), *found, known.held)
    plain = re.compile("定金|deposit", re.IGNORECASE)
    for text in (*texts, "押金、定金"):
        for ask in ("search", "match", "fullmatch"):
            ours, theirs = getattr(expression, ask)(text), getattr(plain, ask)(text)
            assert (ours and ours.span()) == (theirs and theirs.span())
        assert [match.span() for match in expression.finditer(text)] == [match.span() for match in plain.finditer(text)]
        assert expression.findall(text) == plain.findall(text)
        assert expression.split(text) == plain.split(text)
        assert expression.sub("[]", text) == plain.sub("[]", text)


def test_facts_are_the_same_without_the_words_being_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (
        "设备买卖合同",
        "甲方（卖方）：青禾机电有限公司",
        "乙方（买方）：远帆实业有限公司",
        "第一条 合同总价为人民币200,000.00元，签订后5日内支付30%作为定金，验收合格后60日内付清。",
        "第二条 乙方逾期付款的，每日按万分之三支付违约金。争议提交甲方所在地人民法院。",
        "Buyer shall pay all legal fees. This Agreement is governed by the laws of Singapore.",
    )
    blocks = tuple(Block(at, Kind.PARAGRAPH, line, Location(paragraph=at + 1)) for at, line in enumerate(lines))
    document = Document("a.txt", "", Media.TEXT, blocks)
    for _ in range(5):
        looked_at = read_facts(document)
    assert document.blocks[0].text in regexes.KNOWN.held
    regexes.KNOWN.held.clear()
    monkeypatch.setattr(regexes, "look_at", lambda texts: None)
    assert read_facts(document) == looked_at


def test_an_expression_with_a_documents_own_words() -> None:
    template = regexes.Template(r"{buyer}[^。]{{0,6}}?(?:律师费|诉讼费)", re.IGNORECASE)
    buyer = template.filled(buyer="(?:甲方|ACME)")
    assert buyer.pattern == "(?:甲方|ACME)[^。]{0,6}?(?:律师费|诉讼费)"
    assert (found := buyer.search("由acme承担律师费。")) is not None and found[0] == "acme承担律师费"
    assert buyer.search("由乙方承担律师费。") is None
    assert template.filled(buyer="(?:甲方|ACME)") is buyer
    assert template.filled(buyer="乙方").search("由乙方承担律师费。") is not None


def test_what_a_filled_expression_needs_is_known_of_every_document() -> None:
    needs = choices(r"[\s\S][^。]{0,6}?(?:律师费|诉讼费)")
    assert needs == {frozenset({"律师费", "诉讼费"})}
    for template, words in ((_LAWYERS_BORNE_ZH, {"buyer": "甲方"}), (_GIVEN_FOR, {"buyer": "甲方"})):
        filled = template.filled(**words)
        assert isinstance(filled, regexes.Expression) and (filled.needed or regexes.KNOWN.deferred)


LINES = (
    "合同编号：A-1",
    "甲方（盖章）：",
    "备件\t12\t34.50",
    "乙方",
    "（盖章）：____",
    "",
    "Signed",
    "on behalf of the Buyer",
    "20__年",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_matches_within_two_lines_are_found_by_their_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    for pattern in (r"[甲乙]方\s?（盖章）", r"Signed\s?on behalf", r"_+", r"^\S+$", r"(?<=20)__年", r"编号：\S+\n甲方"):
        kept = Known()
        expression = regexes.Expression(
            pattern, re.MULTILINE, None, kept.numbers(needed(_parser.parse(pattern, re.MULTILINE))), kept.held
        )
        kept.closed = True
        kept.look_at([text, *lines])
        found = [match.span() for match in in_lines(expression, text, kept.held)]
        assert found == [match.span() for match in re.finditer(pattern, text, re.MULTILINE)]
