"""A long build says what it is doing: a line a stage, and on a terminal a bar for work with many parts."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guide.paper.typeset import Job, Kept
from guide.publishing.build import BuildFailed, build_site
from guide.publishing.progress import Progress
from tests.conftest import ROOT


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_log_gets_a_line_a_stage_and_nothing_else() -> None:
    log = io.StringIO()
    progress = Progress(log)

    progress.stage("es: sheets")
    progress.part(1, 2)
    progress.part(2, 2)
    progress.stage("es: pages")

    assert log.getvalue() == "es: sheets …\nes: pages …\n"


def test_a_terminal_gets_a_bar_that_is_wiped_away_at_its_end() -> None:
    terminal = Terminal()
    progress = Progress(terminal)

    progress.part(1, 3)
    assert terminal.getvalue().endswith("1/3")
    first = terminal.getvalue()
    progress.part(3, 3)

    wiped = terminal.getvalue().removeprefix(first)
    assert wiped.startswith("\r ")
    assert wiped.endswith(" \r")
    assert not wiped.strip()
    assert len(wiped) >= len(first)


def test_without_a_stream_nothing_is_said() -> None:
    progress = Progress(None)

    progress.stage("es: sheets")
    progress.part(1, 2)


def test_whoever_waits_for_sheets_hears_of_each(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    kept = Kept(tmp_path, lambda done, total: heard.append((done, total)))

    kept.files(Job(f"{number}.pdf", {"n": number}, lambda: b"%PDF") for number in range(3))

    assert heard == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.slow
def test_the_renderer_tells_its_stages_to_who_asks(copy: Path) -> None:
    # A template that breaks ends the build where the pages begin: what is told before is all that is asked here.
    (copy / "hooks/guide/pages/urgent.md").write_text("{{ nothing }}", encoding="utf-8")
    asked = {"GUIDE_PROGRESS": "1", "GUIDE_SHEETS": "0", "LANGS": "es", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "out"]
    done = subprocess.run(command, cwd=copy, env={**os.environ, **asked}, capture_output=True, text=True, check=False)

    assert done.stderr.splitlines()[0] == "es: sheets, files to take along and pages …"


def test_a_site_asks_the_renderer_to_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: dict[str, str] = {}

    def start(command: list[str], env: dict[str, str], **_: object) -> subprocess.Popen[bytes]:
        asked.update(env, module=command[2])
        return popen([sys.executable, "-c", "raise SystemExit(1)"])

    popen = subprocess.Popen
    monkeypatch.setattr("guide.publishing.build.subprocess.Popen", start)
    with pytest.raises(BuildFailed):
        build_site(ROOT, tmp_path / "site")

    assert asked["module"] == "mkdocs"
    assert asked["GUIDE_PROGRESS"] == "1"
    assert capsys.readouterr().err == "Reading and checking the data …\n"
