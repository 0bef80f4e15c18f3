"""README.md, *Adding things*: in a fresh copy of the whole project, what it says to do is enough."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import adding
from tests.conftest import PLATFORM, ROOT, THREAT, link_kept

#: Tests that look at the data, and at the site that is made of them. The others bring data of their own.
LOOKED = ("tests/site", "tests/core/checking", "tests/core/deciding", "tests/core/pages")
#: Those of them that say nothing of what was added, or need half a minute for it.
LEFT_OUT = (
    "tests/site/test_adding.py",
    "tests/site/test_html.py",
    "tests/site/test_printed.py",
    # They break copies of records that stay as they are, and would tell the same again.
    "tests/core/checking/test_faults.py",
    "tests/core/checking/test_unsafe.py",
    "tests/core/checking/test_prose.py",
    "tests/core/deciding/test_freshness.py",
    "tests/core/deciding/test_how_tested.py",
    "tests/core/pages/test_helping.py",
    "tests/core/pages/test_refused.py",
    # They ask how the check works, how a search finds, what another company's platform shows: nothing that was added.
    *(f"tests/core/checking/test_{name}.py" for name in ("check_time", "clocks", "verdict")),
    *(f"tests/core/pages/test_{name}.py" for name in ("owners", "search")),
    *(f"tests/site/test_{name}.py" for name in ("changes", "unbroken")),
)
#: Walks of every situation, and looks into every letter of every sheet: make test-site takes them once, and half a
#: minute more would tell of the same rules.
WALKS = (
    "no_situation_in_any_country",
    "not_knowing_counts",
    "is_tagged_and",
    "are_lists_and_tables",
    "under_nine_points",
)


def clone(to: Path) -> Path:
    """Copy every file of the project that git would keep to the folder ``to``, tests and code too, and return it."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    for name in names:
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, to / name)
    subprocess.run(["git", "init", "-q"], cwd=to, check=True)
    link_kept(to)
    return to


def run(project: Path, *command: str, **settings: str) -> str:
    """Run a Python module in ``project`` with its own code, and return what it said; failing fails the test."""
    given = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment = {**given, "PYTHONPATH": str(project / "hooks"), "NO_MKDOCS_2_WARNING": "1", **settings}
    arguments = [sys.executable, "-m", *command]
    done = subprocess.run(arguments, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout[-8000:]}\n{done.stderr[-4000:]}"
    return done.stdout


@pytest.mark.longest
def test_doing_what_the_readme_says_ends_with_green_checks_and_tests(tmp_path: Path) -> None:
    project = clone(tmp_path / "project")

    adding.add_things(project)
    run(project, "guide", "messages", LANGS=" ".join(adding.LANGUAGES))
    run(project, "guide", "check")
    run(project, "guide", "site", "--site-dir", "build/test-site")
    looked = [*LOOKED, *(f"--ignore={name}" for name in LEFT_OUT), "-k", f"not ({' or '.join(WALKS)})"]
    said = run(project, "pytest", "-q", "-p", "no:cacheprovider", "--as-it-is", *looked)
    assert "skipped" not in said

    # What was added is there. The language that nobody has translated yet is marked English, and Spanish where that has
    # nothing either.
    site = project / "build/test-site"
    platform, threat = adding.PLATFORM[1], adding.THREAT[1]
    added = [platform, f"{platform}/{threat}", f"{PLATFORM}/{threat}", f"threats/{threat}"]
    added += [f"routes/{adding.ROUTE[1]}", f"countries/{adding.COUNTRY[1]}"]
    for code in ("", *adding.LANGUAGES):
        assert [page for page in added if not (site / code / page / "index.html").is_file()] == []
    html = (site / f"he/{PLATFORM}/{THREAT}/index.html").read_text(encoding="utf-8")
    assert '<html lang="he" dir="rtl">' in html
    assert '<span lang="en" dir="ltr">' in html
    for path in (site / "he/print").glob(f"{PLATFORM}-*-a4.pdf"):
        assert re.search(rb"/Lang ?\((en|es)\)", path.read_bytes()), path.name
