"""Documents by address, through fsspec: object stores (S3 and what speaks like it), HTTP, memory in tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from ..parsers.discover import is_contract_name
from ..parsers.document import Limits, Unreadable
from ..parsers.problem import problem


def listed(address: str) -> Iterator[str | Unreadable]:
    """The contracts below an address, in alphabetical order; one file by its own address."""
    try:
        system, root = _system(address)
        scheme = address.split("://", 1)[0]
        names = [root] if system.isfile(root) else sorted(system.find(root))
    except Exception as error:
        # Each store has exceptions of its own.
        yield _unreadable(address, error)
        return
    wanted = [name for name in names if is_contract_name(PurePosixPath(name).name)]
    if not wanted:
        yield Unreadable(address, "doc.read_no_contracts")
    yield from (f"{scheme}://{name}" if "://" not in name else name for name in wanted)


def content(address: str, limits: Limits) -> bytes | Unreadable:
    """The bytes of a file, if they are no more than a document may have."""
    try:
        system, path = _system(address)
        with system.open(path, "rb") as file:
            data: bytes = file.read(limits.file_bytes + 1)
    except FileNotFoundError:
        return Unreadable(address, "doc.read_missing")
    except Exception as error:
        return _unreadable(address, error)
    return data


def _system(address: str) -> tuple[Any, str]:
    import fsspec

    found: tuple[Any, str] = fsspec.core.url_to_fs(address)
    return found


def _unreadable(address: str, error: Exception) -> Unreadable:
    what = problem("doc.read_system", what=str(error).splitlines()[0][:200] if str(error) else type(error).__name__)
    return Unreadable(address, what.key, what.values)
