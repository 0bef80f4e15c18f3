"""Line ends of Windows: git keeps them out of a checkout, and an editor that writes them changes no text."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from guide.checking.everything import checked
from guide.model.vocabulary import Edition
from guide.translating.messages import messages
from tests.conftest import ROOT


def test_git_checks_every_text_out_with_the_line_ends_that_make_and_sh_read() -> None:
    asked = "Makefile\0scripts/ensure-venv.sh\0data/home.yml\0data/locales/en.po\0hooks/events.py\0docs/about.md\0"
    command = ["git", "check-attr", "-z", "--stdin", "eol"]
    told = subprocess.run(command, cwd=ROOT, input=asked, capture_output=True, text=True, check=True).stdout.split("\0")

    assert told[0::3][:-1] == asked.split("\0")[:-1]
    assert set(told[2::3]) == {"lf"}
    done = subprocess.run(["git", "ls-files", "--eol"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not [line for line in done.stdout.splitlines() if line.startswith(("i/crlf", "i/mixed"))]


@pytest.mark.slow
def test_line_ends_of_windows_change_no_text(copy: Path) -> None:
    before = checked(copy, Edition.WORKING)
    texts = [path for path in (copy / "data").rglob("*") if path.suffix in (".yml", ".po")]
    for path in texts:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    sound = checked(copy, Edition.WORKING)

    catalogue = before.loaded.catalogue
    assert sound.loaded.catalogue == catalogue
    assert not any("\r" in message.source + message.comment for message in messages(sound.loaded))
    assert sound.translations["en"].localise(catalogue) == before.translations["en"].localise(catalogue)
