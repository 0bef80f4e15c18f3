"""What all tests share: the project's folder, copies of its data to break, and the site that make test has built."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.book import Book, read_book
from guide.checking.check import load_all
from guide.reading.load import Loaded

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    """The project's own data, loaded once a process."""
    return load_all(ROOT / "data")


@pytest.fixture(scope="session")
def book() -> Book:
    """The guide in every language, made once a process."""
    return read_book(ROOT)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what a site is made from, to break."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def change(copy: Path) -> Callable[[str, str, str], Path]:
    """Replace the first ``old`` in a data file of the copy by ``new``; fails when ``old`` is not there."""

    def replace(file: str, old: str, new: str) -> Path:
        path = copy / "data" / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} no longer holds {old!r}: choose another place to break"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    return replace


def copy_project(to: Path) -> Path:
    """Copy data, docs, hooks, overrides and mkdocs.yml to the folder ``to`` and return it."""
    to.mkdir(parents=True)
    for name in ("data", "docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__", "schema"))
    shutil.copy(ROOT / "mkdocs.yml", to / "mkdocs.yml")
    made = ROOT / ".cache" / "sheets"
    if made.is_dir():
        # Kept by content, so they serve a copy as well. As links: what a copy makes or drops stays its own.
        shutil.copytree(
            made, to / ".cache" / "sheets", copy_function=os.symlink, ignore=shutil.ignore_patterns("*.part")
        )
    return to
