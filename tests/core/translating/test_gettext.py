"""Gettext's own tools (scripts/ensure-gettext.sh) open every catalogue, and nothing of it is lost on the way."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from guide.reading.load import Loaded, read_data
from guide.translating.merging import merged, update
from guide.translating.translation import read_translation

#: What the checker says of a date of revision, which editors write and `make messages` does not.
NO_DATE = "header field 'PO-Revision-Date' missing in header"
#: A second text of 500 letters, with all that takes an escape in a catalogue.
LONG = "Guarde la dirección exacta y la fecha, 100 % de las veces; «así» \\\\ no " * 7


def gettext(tool: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    path = shutil.which(tool)
    assert path, f"{tool} is missing: sh scripts/ensure-gettext.sh"
    english = {**os.environ, "LC_ALL": "C", "LANGUAGE": ""}
    return subprocess.run([path, *arguments], capture_output=True, text=True, check=False, env=english)


def assert_sound(catalogue: Path) -> None:
    """Assert that gettext's checker finds no error and gives no warning but that on the date."""
    done = gettext("msgfmt", "-c", "-o", "/dev/null", catalogue)
    told = [line for line in done.stderr.splitlines() if NO_DATE not in line]
    assert (done.returncode, told) == (0, [])


def written(catalogue: Path, data: Path) -> bytes:
    update(read_data(data), catalogue.parent, ["en"])
    return catalogue.read_bytes()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A copy of the data with a catalogue that has one of everything.

    Comments of a translator, a text out of date, one without translation, one no longer used, a reviewer.
    """
    to = tmp_path_factory.mktemp("gettext") / "data"
    shutil.copytree(root / "data", to, ignore=shutil.ignore_patterns("schema"))
    path = to / "locales" / "en.po"
    for other in set(path.parent.glob("*.po")) - {path}:
        other.unlink()
    written(path, to)
    rewrite(path, '"X-Review: draft\\n"', '"X-Review: A. Person, for the Association of Somewhere\\n"')
    exit_ = 'msgctxt "interface/exit"\n'
    rewrite(path, exit_, f"# Agreed with the readers of\n# https://a-long-host.example/x-y\n{exit_}")
    rewrite(to / "threats/coded-threat.yml", "{id: mass, text", "{id: masses, text")
    rewrite(to / "interface.yml", "skip: Ir al contenido", f'skip: "{LONG}"')
    written(path, to)
    return to


@pytest.fixture
def catalogue(data: Path, tmp_path: Path) -> Path:
    """A copy of that catalogue."""
    return Path(shutil.copy(data / "locales" / "en.po", tmp_path / "en.po"))


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name} no longer holds {old!r}: choose another place to break"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    "path", sorted(Path(__file__).parents[3].glob("data/locales/*.po")), ids=lambda path: path.name
)
def test_every_catalogue_as_kept_is_sound(path: Path) -> None:
    assert_sound(path)


def test_a_new_catalogue_is_sound(loaded: Loaded, tmp_path: Path) -> None:
    path = tmp_path / "pt.po"
    path.write_bytes(merged(loaded, "pt", None))

    assert_sound(path)


@pytest.mark.slow
def test_a_catalogue_stays_sound_when_long_texts_change_twice(catalogue: Path, data: Path, tmp_path: Path) -> None:
    changing = Path(shutil.copytree(data, tmp_path / "data"))
    former = LONG
    for text in (f"¿{LONG}?", f'{LONG} \\"otra vez\\"', "Corto"):
        rewrite(changing / "interface.yml", f'skip: "{former}"', f'skip: "{text}"')
        former = text
        once = written(catalogue, changing)

        assert_sound(catalogue)
        assert written(catalogue, changing) == once
    entry = next(part for part in once.decode().split("\n\n") if 'msgctxt "interface/skip"' in part)
    assert '#| msgid "Ir al contenido"\n' in entry
    assert 'msgid "Corto"\nmsgstr "Skip to content"' in entry


@pytest.mark.slow
@pytest.mark.parametrize("width", ["--width=60", "", "--no-wrap"], ids=["60", "default", "unwrapped"])
def test_a_way_through_gettext_loses_nothing(catalogue: Path, data: Path, width: str) -> None:
    before = catalogue.read_bytes()
    there = catalogue.with_name("there.po")

    done = gettext("msgcat", *([width] if width else []), "-o", there, catalogue)

    assert (done.returncode, done.stderr) == (0, "")
    there.replace(catalogue)
    assert_sound(catalogue)
    assert read_translation(catalogue, data.parent)[1] == []
    assert written(catalogue, data) == before


@pytest.mark.slow
def test_gettext_counts_what_we_count(catalogue: Path, data: Path) -> None:
    done = gettext("msgfmt", "--statistics", "-o", "/dev/null", catalogue)

    entries = read_translation(catalogue, data.parent)[0].entries.values()
    current = sum(bool(entry.words) and not entry.fuzzy for entry in entries)
    fuzzy, missing = sum(entry.fuzzy for entry in entries), sum(not entry.words for entry in entries)
    assert fuzzy
    assert missing
    told = re.fullmatch(
        r"(\d+) translated messages, (\d+) fuzzy translations?, (\d+) untranslated messages?\.\n", done.stderr
    )
    assert told
    assert [int(count) for count in told.groups()] == [current, fuzzy, missing]
