"""Diagnostics of policy files.

E1xx writing, E2xx names, E3xx types and units, E4xx what a declaration needs, E5xx files and limits, W6xx warnings.
"""

from __future__ import annotations

from .entry import Entry
from .policy_names import NAMES, WORDS
from .policy_needs import FILES, NEEDS, WARNINGS
from .policy_syntax import SYNTAX
from .policy_types import NOTES, TYPES

MESSAGES: dict[str, Entry] = SYNTAX | NAMES | WORDS | TYPES | NEEDS | FILES | WARNINGS | NOTES
