"""Which state of the guide a build was made from: version, commit, day. Pages and read-mes say it."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

from guide.model.clock import today
from guide.model.variables import commit_given

#: Digits of a commit that people read; the build's record has all of them.
SHORT = 7
#: What a site is made from. Other files may have changed without a word of it.
MADE_FROM = ("data", "docs", "hooks", "overrides", "requirements", "mkdocs.yml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Stamp:
    """State of the guide.

    Attributes:
        day: of the build, which decides what counts as old.
        version: of ``pyproject.toml``; empty where that is not there.
        commit: in full; empty where there is neither a repository nor ``GUIDE_COMMIT``.
        changed: whether the build has more than the commit: files that are not in it, or private numbers.
    """

    day: dt.date
    version: str = ""
    commit: str = ""
    changed: bool = False

    @property
    def short(self) -> str:
        """The commit as people read it."""
        return self.commit[:SHORT]

    @property
    def epoch(self) -> int:
        """The beginning of the day, as ``SOURCE_DATE_EPOCH`` takes it."""
        return int(dt.datetime.combine(self.day, dt.time(), dt.UTC).timestamp())


def read_stamp(root: Path, *, private: bool = False) -> Stamp:
    """Return the state of the project in ``root``; ``private``: the build has an organisation's own numbers.

    The commit is that of the repository in ``root`` itself, never of one around it.

    Raises:
        WrongVariable: when ``GUIDE_COMMIT`` is needed and mistyped.
    """
    commit, changed = (_repository(root) if (root / ".git").exists() else None) or commit_given()
    return Stamp(today(), _version(root), commit, changed=changed or private)


def _version(root: Path) -> str:
    file = root / "pyproject.toml"
    return str(tomllib.loads(file.read_text(encoding="utf-8"))["project"]["version"]) if file.is_file() else ""


def _repository(root: Path) -> tuple[str, bool] | None:
    """Return the commit that is checked out, and whether what a site is made from has changed since."""
    commit = _git(root, "rev-parse", "--verify", "HEAD")
    if not commit:
        return None
    return commit.strip(), _git(root, "status", "--porcelain", "--", *MADE_FROM) != ""


def _git(root: Path, *arguments: str) -> str | None:
    """Return what git prints; ``None`` without git, or where it refuses (a repository of somebody else's)."""
    # A hook of git sets variables that lead to another repository.
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],
            env={**own, "GIT_OPTIONAL_LOCKS": "0"},
            capture_output=True,
            check=False,
        )
    except OSError:
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None
