"""How far a contract is, from a template to the signed one: what `--stage` takes, and the library's `stage`."""

from __future__ import annotations

from typing import Literal, get_args

Stage = Literal["template", "draft", "for_approval", "for_signing", "signed"]
"""How far a contract is, which decides what may still be blank."""

STAGES: tuple[Stage, ...] = get_args(Stage)
"""In their order."""
OF_CONTRACTS: tuple[Stage, ...] = tuple(stage for stage in STAGES if stage != "template")
"""Those of a contract that is being made; a template isn't one."""
