"""How the documentation is built: `make docs` makes docs/_build/html of the Markdown files in this folder."""

from __future__ import annotations

from presign import __version__

project = "Presign"
author = "the Presign team"
copyright = "2026, the Presign team"
release = version = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "man"]
html_theme = "furo"
html_title = "Presign"
html_show_sourcelink = False
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "description"
# Policies are not one of the languages Sphinx knows; Presign brings the lexer with it.
highlight_language = "none"
