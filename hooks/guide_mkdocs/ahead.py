"""Languages side by side: while MkDocs builds one after the other, a second process makes what the next one needs.

Processes are forked, so that they find the guide as it was read; only Linux forks safely, elsewhere each language is
made when its turn comes. It is done before anything is typeset: a process forked after that would hang. What comes back
is the same as if it had been made in turn.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar, cast

Made = TypeVar("Made")

#: What a forked process calls: a function cannot be sent to it, but it has what stood here when it was forked.
_make: Callable[[str], object] | None = None


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Ahead(Generic[Made]):
    """What ``make`` returns for each name, made ahead in other processes where there are processors for it."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        self._make = make
        self._pool: ProcessPoolExecutor | None = None
        self._coming: dict[str, Future[Made]] = {}
        self._waiting: list[str] = []

    def begin(self, names: Iterable[str]) -> None:
        """Begin to make ``names`` beside this process, in their order; without a free processor this does nothing."""
        global _make
        names = list(names)
        workers = min(cores() - 1, len(names))
        if workers < 1 or sys.platform != "linux":
            return
        # What is read stays where it is: a process that collects its own copy of it would need the memory twice.
        gc.freeze()
        _make = self._make
        self._pool = ProcessPoolExecutor(workers, multiprocessing.get_context("fork"))
        self._waiting = names
        for _ in range(workers):
            self._next()

    def _next(self) -> None:
        """Begin the next one: what is made long before its turn would only lie in memory."""
        if self._pool is not None and self._waiting:
            name = self._waiting.pop(0)
            self._coming[name] = self._pool.submit(cast("Callable[[str], Made]", _called), name)

    def take(self, name: str) -> Made:
        """Return what is made of ``name``; it is made here when nobody has begun. Raises what ``make`` raises."""
        coming = self._coming.pop(name, None)
        if coming is None:
            return self._make(name)
        try:
            made = coming.result()
        except BrokenProcessPool:
            # The system has killed the other process, mostly for want of memory: one at a time may have enough.
            self.end()
            return self._make(name)
        self._next()
        return made

    def end(self) -> None:
        """Let the other processes go."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        self._pool, self._coming, self._waiting = None, {}, []


def _called(name: str) -> object:
    assert _make is not None
    return _make(name)
