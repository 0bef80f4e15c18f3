"""Writes what grows old by itself into one list, build/upkeep.md: for an issue that is brought up to date each week.

Usage: upkeep.py TITLE COMMAND [TITLE COMMAND …]. Each command is run by a shell; that one fails is said in the list.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

OUT = Path("build", "upkeep.md")
#: Of what one command prints, and in all: an issue holds 65,536 characters.
MOST, MOST_IN_ALL = 12_000, 60_000
SECONDS = 2_400


def part(title: str, command: str) -> str:
    """Return what ``command`` prints, as a part of the list."""
    try:
        done = subprocess.run(  # noqa: S602 - commands of our own Makefile
            command, shell=True, capture_output=True, text=True, errors="replace", timeout=SECONDS, check=False
        )
        told, status = done.stdout + done.stderr, done.returncode
    except subprocess.TimeoutExpired:
        told, status = f"Not at its end after {SECONDS // 60} minutes.", 1
    told = told.strip() or "Nothing."
    if len(told) > MOST:
        told = f"{told[:MOST]}\n… and {len(told) - MOST} characters more: run `{command}`."
    # What is indented is shown as it is, whatever signs a host or a package has put there.
    block = "\n".join(f"    {line}" for line in told.splitlines())
    return f"## {title}\n\n`{command}`{'' if status == 0 else f' ended with {status}'}\n\n{block}\n"


def main() -> int:
    """Write the list."""
    arguments = sys.argv[1:]
    parts = [part(title, command) for title, command in zip(arguments[::2], arguments[1::2], strict=True)]
    text = "\n".join(["What is due, counted anew each week. Nobody needs to do all of it at once.\n", *parts])
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(text[:MOST_IN_ALL], encoding="utf-8")
    print(f"Wrote {OUT}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
