"""What makes a finding the same finding in the next version of a contract: its rule and the words it rests on.

Numbers of lines, pages and paragraphs don't count, so that a clause that moves keeps its finding.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from .report import Finding

_LENGTH = 16
_BLANKS = re.compile(r"\s+")
_NUMBER = re.compile(r"^(?:第?[\d一二三四五六七八九十百零.、（）()]+[条章节款项]?|\([a-zA-Z0-9]+\))\s*")


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """A fingerprint for each finding: 16 hexadecimal digits, `:` and a number that tells repeats apart."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for finding in findings:
        digest = sha256("\n".join((finding.rule.id, *_words(finding))).encode()).hexdigest()[:_LENGTH]
        seen[digest] += 1
        found.append(f"{digest}:{seen[digest]}")
    return found


def _words(finding: Finding) -> list[str]:
    """The quotes it rests on, without the numbers of clauses, widths and blanks; without any, the facts."""
    quotes = [_plain(evidence.quote) for evidence in finding.evidence]
    return quotes or [finding.outcome.verdict.value, *finding.outcome.missing]


def _plain(quote: str) -> str:
    return _BLANKS.sub("", _NUMBER.sub("", unicodedata.normalize("NFKC", quote).strip()))
