"""The command ``new``: who asks, who answers, and what is said at the end."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable

from guide.starting.answers import Answers, NotStarted
from guide.starting.begin import begin


def _terminal() -> Callable[[str], str] | None:
    """Return what asks the person at the terminal; ``None`` where there is none, as in a script."""
    return input if sys.stdin is not None and sys.stdin.isatty() else None


def new(options: argparse.Namespace) -> int:
    """Begin what ``options.kind`` names, in ``options.root``; raises DataError, NotStarted.

    Answers are the variables of the environment, and what somebody types where there is a terminal.
    """
    try:
        begun = begin(options.root, options.kind, Answers(os.environ, _terminal()))
    except (EOFError, KeyboardInterrupt):
        raise NotStarted("\nNothing was written.") from None
    for path in begun.new:
        print(f"Written: {path}.")
    for path in begun.changed:
        print(f"Changed: {path}.")
    print(begun.next, flush=True)
    if not begun.catalogue_for:
        return 0
    # In processes of their own, which know the language that the settings now list.
    for command in ("messages", "check"):
        line = [sys.executable, "-m", "guide", "--root", str(options.root), command]
        if status := subprocess.run(line, env={**os.environ, "LANGS": begun.catalogue_for}, check=False).returncode:
            return status
    return 0
