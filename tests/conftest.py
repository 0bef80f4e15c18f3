"""What all tests share: the project's folder, copies of its data to break, and the site that make test has built."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guide.book import Book, read_book
from guide.checking.check import load_all
from guide.model.languages import Language
from guide.reading.load import Loaded
from tests.adding import drop_languages

ROOT = Path(__file__).resolve().parent.parent
#: What contributors write, and what makes a site of it.
CONTENT, CODE = ("data", "docs", "mkdocs.yml"), ("hooks", "overrides", "pyproject.toml")
#: The plan that tests look at closely. Ids never change, so it is there as long as the guide is.
PLATFORM, THREAT = "facebook", "coded-threat"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run look at the project only as it is."""
    words = "leave out every test that breaks a copy of the project, or builds a site"
    parser.addoption("--as-it-is", action="store_true", help=words)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what make test-core leaves out, and begin with what takes longest, so that no worker waits at the end."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here / "site") or item.path.is_relative_to(here / "stress"):
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: item.get_closest_marker("longest") is None)
    if config.getoption("as_it_is"):
        left = [item for item in items if "copy" in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in left]


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


@pytest.fixture(scope="session")
def printed(book: Book) -> list[Language]:
    """The languages that paper is set in: a sheet that is not translated whole is Spanish (rule P21)."""
    return [
        language
        for language in book.languages
        if book.on_paper(language).whole(lambda catalogue: catalogue.rules).language == language
    ]


@pytest.fixture(scope="session")
def lent(tmp_path_factory: pytest.TempPathFactory) -> Lent:
    """The one copy of data and hand-written pages that tests of a process break, one after the other."""
    return Lent(copy_project(tmp_path_factory.mktemp("lent") / "project", CONTENT))


@pytest.fixture
def copy(lent: Lent) -> Iterator[Path]:
    """A copy of the data and the hand-written pages, to break: it is whole again for the next test."""
    yield lent.project
    lent.restore()


@pytest.fixture
def site_copy(copy: Path) -> Path:
    """A copy to build a site from, with what earlier builds have kept."""
    link_kept(copy)
    return copy


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


@pytest.fixture
def put(copy: Path) -> Callable[[str, str, str], None]:
    """Give a field at the margin of a data file of the copy another value, whatever words stand there today."""

    def replace(file: str, field: str, value: str) -> None:
        path = copy / "data" / file
        text = path.read_text(encoding="utf-8")
        text, count = re.subn(rf"^{field}: .*(?:\n +.*)*", lambda _: f"{field}: {value}", text, count=1, flags=re.M)
        assert count, f"{file} has no field '{field}' at its margin"
        path.write_text(text, encoding="utf-8")

    return replace


@pytest.fixture
def renamed(copy: Path, loaded: Loaded) -> Callable[[str], None]:
    """Give the first menu label of a plan another name in the platform's file of the copy, as an update does."""

    def rename(label: str) -> None:
        last = loaded.catalogue.platforms[PLATFORM].threats[THREAT].choose[0].path[-1]
        path = copy / "data" / f"platforms/{PLATFORM}.yml"
        text = path.read_text(encoding="utf-8")
        for old in (*last.es[:1], *last.en[:1]):
            assert old in text
            text = text.replace(old, label)
        path.write_text(text, encoding="utf-8")

    return rename


class Lent:
    """A copy of the project that is made once: to make it anew would take longer than most tests."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self._content = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
        self._seen = {path: self._look(path) for path in self._content}

    @staticmethod
    def _look(path: Path) -> tuple[int, int, int]:
        found = path.lstat()
        return found.st_mtime_ns, found.st_size, found.st_ino

    def restore(self) -> None:
        """Undo whatever a test has done: changed, deleted and added files, links and folders."""
        for path in sorted(self.project.rglob("*"), reverse=True):
            if path.is_symlink() or (path.is_file() and path not in self._content):
                path.unlink()
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()
        for path, content in self._content.items():
            if not path.is_file() or self._look(path) != self._seen[path]:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                self._seen[path] = self._look(path)


def copy_project(to: Path, names: tuple[str, ...] = (*CONTENT, *CODE), *, whole: bool = False) -> Path:
    """Copy what a site is made from, or some of it, to the folder ``to`` and return it.

    In Spanish and English, and ``whole`` in every language.
    """
    to.mkdir(parents=True, exist_ok=True)
    for name in names:
        if (ROOT / name).is_file():
            shutil.copy(ROOT / name, to / name)
        else:
            shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("schema", "__pycache__"))
    if not whole:  # each language more would be read again by every test that breaks something
        drop_languages(to)
    return to


def link_kept(project: Path) -> None:
    """Give a copy of the project what builds have kept by content: it serves there as well.

    As links: what a copy makes or drops stays its own.
    """
    made = ROOT / ".cache"
    if made.is_dir():
        ignore = shutil.ignore_patterns("*.part")
        shutil.copytree(made, project / ".cache", copy_function=os.symlink, ignore=ignore, dirs_exist_ok=True)
