"""The documentation builds without a warning, and every page can be reached."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_documentation_builds(tmp_path: Path) -> None:
    """A page in no table of contents, a link to nowhere, a heading out of order: each is a warning, and fails."""
    out = tmp_path / "html"
    line = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", str(DOCS), str(out)]
    done = subprocess.run(line, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr
    pages = {path.relative_to(DOCS).with_suffix(".html") for path in DOCS.rglob("*.md") if "_build" not in path.parts}
    assert len(pages) > 30
    assert {page for page in pages if not (out / page).is_file()} == set()
    library = (out / "api.html").read_text(encoding="utf-8")
    assert all(f'id="presign.api.{name}"' in library for name in ("check", "load_policy", "read_facts", "told"))
