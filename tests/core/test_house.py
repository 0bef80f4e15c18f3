"""The house itself: what is written here reaches whoever clones it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOMS = ("data", "docs", "hooks", "overrides", "requirements", "scripts", "tests", ".ci")

#: A module with more lines has a second reason to change.
MOST_LINES = 300
#: Pages whose views are typed when they are rewritten; all others hand dataclasses to their templates.
UNTYPED = {"countries.py", "plan.py", "tree.py"}
_CITED = re.compile(r"\b(?:rules?|reglas?) ([PSGDC]\d+(?:(?:, | and | to | y |–)[PSGDC]\d+)*)")


def tracked(root: Path, *patterns: str) -> list[Path]:
    """Return the files of the project that git knows, and new ones that it does not ignore."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    names = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout.splitlines()
    return [root / name for name in names if (root / name).is_file()]


def test_git_ignores_no_file_of_ours(root: Path) -> None:
    """A pattern such as ``site/`` without its leading slash once hid ``tests/site`` from every clone."""
    command = ["git", "ls-files", "--others", "--ignored", "--exclude-standard", "--", *ROOMS]
    ignored = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout.splitlines()
    expected = ("__pycache__/", ".mo", "local.yml")
    assert [name for name in ignored if not any(part in name for part in expected)] == []


def test_every_cited_rule_is_told(root: Path) -> None:
    told = set(re.findall(r"^- \*\*(\w+)\*\*", (root / "docs/dev/rules.md").read_text("utf-8"), re.MULTILINE))
    data = {f"D{n}" for n in range(1, 20)} | {f"C{n}" for n in range(1, 6)} | {f"G{n}" for n in range(1, 10)}
    cited: dict[str, Path] = {}
    for path in tracked(root, "*.py", "*.yml", "*.md", "*.html", "*.css", "*.typ", "Makefile"):
        if path.name != "rules.md":
            for found in _CITED.finditer(path.read_text("utf-8")):
                cited |= dict.fromkeys(re.findall(r"[PSGDC]\d+", found[1]), path)

    assert len(cited) > 20
    assert {name: str(path) for name, path in cited.items() if name not in told | data} == {}


def test_nothing_is_cited_that_stands_nowhere_here(root: Path) -> None:
    """Texts that this project was begun from are not part of it: their rules stand in docs/dev/rules.md."""
    elsewhere = re.compile(r"practice P\d|design §|\bfacts,? §|practice\.md|readers\.md")
    files = tracked(root, "*.py", "data/*.yml", "*.md", "*.html", "*.css", "*.typ", "Makefile")
    found = [path.name for path in files if path != Path(__file__) and elsewhere.search(path.read_text("utf-8"))]

    assert found == []


@pytest.mark.parametrize("folder", ["hooks", "scripts"])
def test_no_module_has_grown_too_long(root: Path, folder: str) -> None:
    long = {
        path.name: n
        for path in tracked(root, f"{folder}/*.py")
        if (n := path.read_text("utf-8").count("\n")) > MOST_LINES
    }

    assert long == {}


def test_templates_get_typed_views(root: Path) -> None:
    loose = {path.name for path in tracked(root, "hooks/*.py") if "SimpleNamespace" in path.read_text("utf-8")}

    assert loose <= UNTYPED


def test_the_table_of_faults_says_how_many_there_are(root: Path) -> None:
    text = (root / "docs/dev/faults.md").read_text("utf-8")

    assert f"**{len(re.findall('^. `', text, re.MULTILINE))} kinds**" in text


def test_a_folder_whose_path_has_a_colon_is_told_at_once(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "a:b"
    folder.mkdir()
    shutil.copy(root / "Makefile", folder)

    done = subprocess.run(["make", "check"], cwd=folder, capture_output=True, text=True, check=False)

    assert done.returncode != 0
    assert "has a colon" in done.stderr
