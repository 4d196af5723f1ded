"""How far the two evaluators are compared: the size and seed of a run, and what it has seen."""

from __future__ import annotations

import os
from dataclasses import dataclass

PROGRAMS = int(os.environ.get("PRESIGN_PROGRAMS", "1000"))
"""Programs compared. A longer run is documented in docs/conformance.md."""
SEED = int(os.environ.get("PRESIGN_SEED", "1"))


@dataclass(slots=True)
class Run:
    """What has been compared so far."""

    programs: int = 0
    rules: int = 0
    cases: int = 0


RUN = Run()
