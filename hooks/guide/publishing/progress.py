"""What a long build is doing: a line a stage, and on a terminal a bar for work with many parts."""

from __future__ import annotations

import os
from typing import TextIO

#: Variable with which ``make site`` asks the renderer, a process of its own, to tell its stages on standard error.
TELL = "GUIDE_PROGRESS"
WIDTH = 30


class Progress:
    """Tells stages on ``stream``; nothing without one."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._process = os.getpid()
        self._terminal = stream is not None and stream.isatty()

    def stage(self, words: str) -> None:
        """Say that ``words`` begins."""
        if self._stream is not None:
            print(f"{words} …", file=self._stream, flush=True)

    def part(self, done: int, total: int) -> None:
        """Move the bar: ``done`` of ``total`` parts are made. It is wiped away with the last one."""
        # A process beside this one has the same stream, and its own parts.
        if self._stream is None or not self._terminal or os.getpid() != self._process:
            return
        filled = WIDTH * done // total
        bar = f"  {'█' * filled}{'░' * (WIDTH - filled)} {done}/{total}"
        print(f"\r{bar}" if done < total else f"\r{' ' * len(bar)}\r", end="", file=self._stream, flush=True)
