"""How every JSON report is written out: indented, Chinese as it is, one line feed at the end."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TextIO

import orjson


def write_json(whole: Mapping[str, Any] | list[Any], out: TextIO) -> None:
    """Write an object as JSON, two blanks a level.

    Halves of surrogate pairs, which a broken document may hold, and whole numbers beyond 64 bits are the standard
    library's to write: orjson refuses both (RFC 8259 §8.2, §6).
    """
    try:
        out.write(orjson.dumps(whole, option=orjson.OPT_INDENT_2).decode())
    except TypeError:
        json.dump(whole, out, ensure_ascii=False, indent=2)
    out.write("\n")
