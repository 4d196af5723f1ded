"""YAML as plain data: the program's own data files, and the loader for those a user writes."""

from __future__ import annotations

from typing import Any


def read_data(text: str) -> Any:
    """What a YAML text says, as plain data: no tag makes an object. Raises `yaml.YAMLError` for one that isn't any."""
    import yaml

    return yaml.load(text, Loader=safe_loader())


def safe_loader() -> Any:
    """YAML's loader of plain data, the fast one where it is built."""
    # imported here because few runs read YAML
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
