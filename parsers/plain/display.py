"""How wide characters are in a column of text: one place each, Chinese ones two."""

from __future__ import annotations

import re

_WIDE = re.compile(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]")
# Quotation marks, dashes and the like are as wide as a character beside Chinese ones (Unicode, East Asian Ambiguous).
_AMBIGUOUS = re.compile(r"[“”‘’—…·×÷±°§①-⑳□■○●◎☆★→]")


def width(text: str) -> int:
    """Places of a text in a fixed-width column; a tab counts as one."""
    return len(text) + len(_WIDE.findall(text)) + len(_AMBIGUOUS.findall(text))
