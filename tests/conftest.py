"""No test reads or writes the cache of whoever runs the tests."""

from __future__ import annotations

import os

os.environ["PRESIGN_NO_CACHE"] = "1"
