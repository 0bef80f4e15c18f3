"""Version, commit and day: of this repository and no other, or as given."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from guide.model.variables import WrongVariable, refuse_mistyped
from guide.reading.stamp import Stamp, read_stamp

GIVEN = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture(autouse=True)
def a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GUIDE_COMMIT", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795996801")


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with a version and one commit."""
    folder = tmp_path / "project"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "home.yml").write_text("a: b\n")
    (folder / "pyproject.toml").write_text('[project]\nversion = "1.2.3"\n')
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "first")
    return folder


def test_the_commit_is_that_of_the_repository_whatever_is_given(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_COMMIT", GIVEN)
    stamp = read_stamp(project)

    assert stamp == Stamp(dt.date(2026, 11, 30), "1.2.3", git(project, "rev-parse", "HEAD"))
    assert stamp.short == stamp.commit[:7]
    assert stamp.epoch == 1795996800


def test_a_hook_of_another_repository_changes_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = git(project, "rev-parse", "HEAD")
    monkeypatch.setenv("GIT_DIR", str(project / "elsewhere"))

    assert read_stamp(project).commit == commit


@pytest.mark.parametrize(("file", "changed"), [("data/home.yml", True), ("data/new.yml", True), ("notes.txt", False)])
def test_what_is_not_in_the_commit_is_told_where_a_site_is_made_of_it(project: Path, file: str, changed: bool) -> None:
    (project / file).write_text("a: c\n")

    assert read_stamp(project).changed is changed


def test_private_numbers_are_more_than_the_commit(project: Path) -> None:
    assert read_stamp(project, private=True).changed


def test_the_commit_is_given_where_there_is_no_repository_though_one_lies_around(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = project / "inner"
    inner.mkdir()
    assert read_stamp(inner) == Stamp(dt.date(2026, 11, 30))

    monkeypatch.setenv("GUIDE_COMMIT", GIVEN)
    assert read_stamp(inner) == Stamp(dt.date(2026, 11, 30), "", GIVEN)
    monkeypatch.setenv("GUIDE_COMMIT", f"{GIVEN}-dirty")
    assert read_stamp(inner) == Stamp(dt.date(2026, 11, 30), "", GIVEN, changed=True)


@pytest.mark.parametrize("word", ["main", GIVEN[:7], f"{GIVEN}-later", f"{GIVEN}\n{GIVEN}"])
def test_a_commit_that_is_none_is_told_before_any_work(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_COMMIT", word)

    with pytest.raises(WrongVariable, match="GUIDE_COMMIT"):
        refuse_mistyped()


def test_without_git_the_commit_is_the_one_that_is_given(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("GUIDE_COMMIT", GIVEN)

    assert read_stamp(project).commit == GIVEN
