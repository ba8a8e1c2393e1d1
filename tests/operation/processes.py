"""Processes as /proc shows them."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

WITHIN = 60


def family(pid: int) -> dict[int, str]:
    """The process and all below it: command line by id."""
    found = {pid: _command(pid)}
    for child in _children(pid):
        found |= family(child)
    return found


def _children(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        yield from map(int, task.read_text().split())


def _command(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ").strip()


def alive(pids: set[int]) -> set[int]:
    """Those that still run; a zombie does not."""
    running = set()
    for pid in pids:
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
            if state not in "ZX":
                running.add(pid)
    return running


def libraries(pid: int) -> set[str]:
    """The Python packages whose compiled modules the process has loaded."""
    maps = Path(f"/proc/{pid}/maps").read_text()
    return {
        line.split("/site-packages/")[1].split("/")[0]
        for line in maps.splitlines()
        if "/site-packages/" in line
    }


def memory_mb(pids: set[int]) -> dict[int, float]:
    """Proportional set size: what the processes share is counted once."""
    return {pid: _pss(pid) for pid in pids}


def _pss(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise AssertionError(f"no Pss of {pid}")


def wait_until(condition: Callable[[], bool], *, within: float = WITHIN) -> None:
    """Look again every hundredth of a second."""
    deadline, pause = time.monotonic() + within, threading.Event()
    while not condition():
        assert time.monotonic() < deadline, "it took too long"
        pause.wait(0.01)
