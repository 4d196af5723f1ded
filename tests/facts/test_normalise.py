"""Characters made comparable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from presign.facts.normalise import normalise


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("１，０００．５０％", "1,000.50%"),
        ("（甲方）：", "(甲方):"),
        ("【】“￥”", '[]"¥"'),
        ("合 同 总 价", "合同总价"),
        ("甲方\t乙方", "甲方\t乙方"),
        ("net 30 days", "net 30 days"),
        ("①30天", "(1)30天"),
        ("⒈30日", "1. 30日"),
        ("2½%", "2.5%"),
        ("½", "0.5"),
        ("100m²", "100m²"),
        ("㎡", "m2"),
        ("软\u00ad连\u200b字", "软连字"),
        ("a—b–c", "a-b-c"),
    ],
)
def test_one_form(original: str, plain: str) -> None:
    assert normalise(original)[0] == plain


# EquivalentUnifiedIdeograph.txt of the Unicode character database; the last four are Kangxi radicals, which NFKC maps.
@pytest.mark.parametrize(
    ("radical", "character"),
    [
        ("\u2e81", "厂"),
        ("\u2e85", "亻"),
        ("\u2e8e", "兀"),
        ("\u2e92", "巳"),
        ("\u2e9c", "日"),
        ("\u2e9d", "月"),
        ("\u2ea0", "民"),
        ("\u2ea9", "王"),
        ("\u2eb4", "冗"),
        ("\u2ec4", "西"),
        ("\u2ec5", "见"),
        ("\u2ec9", "贝"),
        ("\u2ecb", "车"),
        ("\u2ecf", "邑"),
        ("\u2ed3", "长"),
        ("\u2ed4", "门"),
        ("\u2ed9", "韦"),
        ("\u2eda", "页"),
        ("\u2edb", "风"),
        ("\u2edc", "飞"),
        ("\u2edf", "飠"),
        ("\u2ee0", "饣"),
        ("\u2ee2", "马"),
        ("\u2ee3", "骨"),
        ("\u2ee4", "鬼"),
        ("\u2ee9", "黄"),
        ("\u2eec", "齐"),
        ("\u2ef0", "龙"),
        ("\u2ef3", "龟"),
        ("\u2f00", "一"),
        ("\u2f08", "人"),
        ("\u2f47", "日"),
        ("\u2f9b", "走"),
    ],
)
def test_radicals(radical: str, character: str) -> None:
    assert normalise(radical)[0] == character


def test_every_radical_becomes_an_ideograph() -> None:
    for code in (*range(0x2E81, 0x2E9A), *range(0x2E9B, 0x2EF4)):
        character = ord(normalise(chr(code))[0])
        assert 0x3400 <= character < 0xA000 or 0x20000 <= character < 0x30000, hex(code)


@given(st.text(alphabet="甲乙 ab12　，ﬁ㎡①½\u200b⻓…\n\t", max_size=40))
def test_every_character_knows_its_origin(original: str) -> None:
    plain, back = normalise(original)
    assert len(back) == len(plain) + 1
    assert list(back) == sorted(back)
    assert back[-1] == len(original)
    for at, character in enumerate(plain):
        if character.isascii() and character.isalpha() and original[back[at]].isascii():
            assert original[back[at]] == character
