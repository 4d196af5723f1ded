"""Python's own parts of `re` that have no declared types: the only place where they are named."""

from __future__ import annotations

from importlib import import_module
from typing import Any

codes: Any = import_module("re._constants")
"""The names of the steps of a parsed expression."""
parser: Any = import_module("re._parser")
compiler: Any = import_module("re._compiler")
engine: Any = import_module("_sre")
