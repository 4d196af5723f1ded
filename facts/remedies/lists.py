"""The marks of a list's items, and of the clause that ends a list."""

from __future__ import annotations

from .. import regexes as re

ITEM = re.compile(r"\s*(?:(?:and/or|and|or)\s+)?(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]|[-*•·])", re.IGNORECASE)
NEW_CLAUSE = re.compile(r"\s*\d{1,2}\.\d{1,2}\s+[A-Z]|\s*(?:ARTICLE|Article|Section|Clause)\b")
