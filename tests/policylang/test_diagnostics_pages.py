"""Every diagnostic is documented with a wrong policy and the mended one, and both are what they are said to be."""

from __future__ import annotations

import runpy
from pathlib import Path

import presign
import pytest
from presign.messages.policy import MESSAGES
from presign.policylang.load import load_texts

HERE = Path(__file__).parent
VOCABULARY = ("vocabulary.policy", (HERE / "vocabulary.policy").read_text(encoding="utf-8"))
MENDED = sorted((HERE / "mended").glob("*.policy"))
MAKER = runpy.run_path(str(Path(presign.__file__).with_name("docs") / "make_diagnostics.py"))


@pytest.mark.parametrize("path", MENDED, ids=lambda path: path.stem)
def test_a_mended_policy_is_sound_and_near_the_wrong_one(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    loaded = load_texts([VOCABULARY, (path.name, text)])
    assert loaded.diagnostics == () and loaded.program is not None
    wrong = (HERE / "bad" / path.name).read_text(encoding="utf-8")
    assert text != wrong
    assert set(text.split()) & set(wrong.split()), "the same policy, mended"


def test_every_code_that_a_policy_can_show_has_a_mended_twin() -> None:
    mended = {path.stem.split("-")[0].rstrip("n") for path in MENDED}
    codes = {key.rstrip("nb") for key in MESSAGES if key[0] in "EW" and key[1].isdigit() and not key.startswith("E5")}
    assert codes - {"W603"} == mended
    assert len(codes) >= 70


@pytest.mark.parametrize("family", MAKER["FAMILIES"])
def test_the_pages_are_those_the_table_gives(family: str) -> None:
    page: str = MAKER["page"](family)
    assert (MAKER["PAGES"] / f"{family}.md").read_text(encoding="utf-8") == page
    assert "\u202e" not in page and "\u200b" not in page
