"""The command ``contacts``: what the working tree does to contacts, addresses, terms and labels since a revision."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from guide.comparing.changes import Change, changes
from guide.comparing.raw import held_by_files
from guide.comparing.records import held_by_pages, held_by_records
from guide.comparing.revision import NoRevision, export
from guide.comparing.table import as_markdown, as_text, summary
from guide.model.fault import DataError
from guide.model.variables import given, one_of
from guide.reading.load import read_data
from guide.reading.prose import read_prose

#: What changed lacks a new date and source.
UNPROVED = 2


def contacts(options: argparse.Namespace) -> int:
    """Print the table of changes since ``--base``; return 2 when one lacks a new date and source.

    Raises:
        DataError: when the data of the working tree cannot be read.
        ValueError: for a base or a form of the table that is none.
    """
    base = options.base or given("BASE")
    form = one_of("FORMAT", "form of the table", given("FORMAT") or "text", ("text", "md"))
    if not base:
        raise NoRevision("BASE: say what to compare with, as in BASE=origin/main.")
    with tempfile.TemporaryDirectory() as folder:
        commit = export(options.root, base, Path(folder))
        found, by_models = _compared(Path(folder), options.root)
    print(f"Since {commit[:12]}:")
    if not by_models:
        print("Today's models cannot read the data of that revision: both sides were compared as they are written.")
    if found:
        print(f"\n{as_markdown(found) if form == 'md' else as_text(found)}\n")
    print(summary(found))
    return UNPROVED if any(change.unproved for change in found) else 0


def _compared(old: Path, new: Path) -> tuple[list[Change], bool]:
    """Return what differs between two projects, and whether today's models could read the old one."""
    loaded = read_data(new / "data")
    pages = [list(held_by_pages(read_prose(root / "docs"))) for root in (old, new)]
    try:
        before = list(held_by_records(read_data(old / "data")))
    except DataError:
        sides = [list(held_by_files(root / "data")) for root in (old, new)]
        return changes([*sides[0], *pages[0]], [*sides[1], *pages[1]]), False
    return changes([*before, *pages[0]], [*held_by_records(loaded), *pages[1]]), True
