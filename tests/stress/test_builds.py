"""Builds that are killed at any moment, that find the disk full, or that run side by side lose nothing.

A build is the real command, of one language and without paper. Kills belong to
``make stress``, fifty of them: in ``make test`` each rename of the change is killed instead (``test_place.py``).
"""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import copy_project, link_kept

KILLS = int(os.environ.get("GUIDE_KILLS", "1"))
#: Attempts with a disk that takes no more, each at another point.
FULL = max(1, KILLS // 5)
#: A build takes some seconds; a kill comes at any moment of them.
LONGEST = 8.0


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a site."""
    project = copy_project(tmp_path_factory.mktemp("stress") / "project")
    link_kept(project)
    done = build(project)
    out, err = done.communicate()
    assert done.returncode == 0, out + err
    return project


def build(project: Path, most_bytes: int = 0) -> subprocess.Popen[str]:
    """Start a build of one language; with ``most_bytes`` no file can grow longer than that."""

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))

    settings = {
        "PYTHONPATH": str(project / "hooks"),
        "LANGS": "es",
        "GUIDE_SHEETS": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return subprocess.Popen(
        [sys.executable, "-m", "guide", "site"],
        cwd=project,
        env={**os.environ, **settings, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=limited if most_bytes else None,
        start_new_session=True,
    )


def whole(project: Path) -> set[str]:
    """Return the files of the site, after a look that it is one."""
    site = project / "site"
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {"index.html", "404.html", "sitemap.xml", "urgent/index.html", "assets/guide.css"} <= names
    assert (site / "urgent/index.html").read_text(encoding="utf-8").rstrip().endswith("</html>")
    return names


def left_behind(project: Path) -> list[str]:
    return sorted(path.name for path in project.glob(".guide-*"))


@pytest.mark.parametrize("number", range(KILLS))
def test_a_kill_at_any_moment_leaves_a_site_and_the_next_build_clears_up(project: Path, number: int) -> None:
    before = whole(project)
    running = build(project)
    time.sleep(random.Random(number).uniform(0.2, LONGEST))
    # The renderer runs under the command: a machine that goes off takes both.
    if running.poll() is None:
        os.killpg(running.pid, signal.SIGKILL)
    running.communicate()

    if not (project / "site").exists():
        # Killed between two renames: the next build, even one that stops at a fault, puts the site back first.
        broken = project / "data/home.yml"
        good = broken.read_bytes()
        broken.write_bytes(good + b"\n  bad\n")
        assert build(project).wait() == 1
        broken.write_bytes(good)
    assert whole(project) == before

    if number % 10 == KILLS % 10 or KILLS == 1:
        done = build(project)
        assert done.wait() == 0
        assert whole(project) == before
        assert left_behind(project) == []


@pytest.mark.parametrize("number", range(FULL))
def test_a_disk_that_takes_no_more_ends_in_a_sentence(project: Path, number: int) -> None:
    before = whole(project)
    running = build(project, most_bytes=random.Random(number).randrange(200, 60_000))
    out, err = running.communicate()

    assert running.returncode == 1
    assert "Traceback" not in out + err
    assert "The system lets no file grow so long" in out + err
    assert whole(project) == before
    assert left_behind(project) == []


def test_two_builds_at_once_both_end_well(project: Path) -> None:
    before = whole(project)
    both = [build(project), build(project)]
    told = ["".join(running.communicate()) for running in both]

    assert [running.returncode for running in both] == [0, 0], told
    assert whole(project) == before
    assert left_behind(project) == []
