"""Workers cut short in the middle of a row don't keep the program waiting for the other half."""

from __future__ import annotations

import multiprocessing
import os
import struct
import threading
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from presign.portfolio.pool import LocalWorkers


def test_half_a_row_in_the_pipe(tmp_path: Path) -> None:
    workers = object.__new__(LocalWorkers)
    context = multiprocessing.get_context("spawn")
    workers._far, workers._near = context.Pipe(duplex=False)
    workers._job = tmp_path / "job"
    workers._pool = pool = ProcessPoolExecutor(1, context)
    assert pool.submit(int, "7").result() == 7
    results: Any = pool._result_queue
    # The head of a message of a hundred bytes, and three of them: what a worker that ends while it writes leaves.
    os.write(results._writer.fileno(), struct.pack("!i", 100) + b"abc")
    for process in (pool._processes or {}).values():
        process.kill()
    closing = threading.Thread(target=workers.close, kwargs={"now": True}, daemon=True)
    manager: Any = pool._executor_manager_thread
    closing.start()
    closing.join(60)
    assert not closing.is_alive()
    manager.join(60)
    assert not manager.is_alive(), "the end of the program would wait for this thread"
