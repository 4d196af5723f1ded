"""How the pages are made: templates that escape everything, one style sheet allowed by its hash."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ...messages import say
from ..handbook_markup import FILTERS

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parents[1] / "templates"


@cache
def environment() -> Environment:
    """The environment of the templates, with `say(key, language, name=value …)` for the catalogue."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(FILTERS)
    made.filters["zip"] = lambda one, other: zip(one, other, strict=True)
    made.globals["say"] = lambda key, language, **values: say(key, language, tuple(values.items()))
    return made


def style(name: str) -> tuple[str, str]:
    """A style sheet of the templates, and its hash for the content security policy (CSP 3, SHA-256, base 64)."""
    css = (TEMPLATES / name).read_text(encoding="utf-8")
    return css, style_hash(css)


def style_hash(css: str) -> str:
    """The hash of a style sheet as `style-src 'sha256-…'` wants it."""
    return b64encode(sha256(css.encode()).digest()).decode("ascii")
