"""The program's own data files (vocabularies, calendars, authorities), read by the fast safe loader if there is one."""

from __future__ import annotations

from typing import Any


def read_data(text: str) -> Any:
    """What a YAML text says, as plain data: no tag makes an object. Raises `yaml.YAMLError` for one that isn't any."""
    # imported here because few runs read every kind of data file
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
