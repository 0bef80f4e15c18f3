"""Workflows run code of strangers: they may read, have no secrets, and name what they run by digest."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts import upkeep
from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FILES = [*WORKFLOWS, ROOT / ".gitlab-ci.yml"]
#: In each: jobs of Python in an image, the same everywhere.
IMAGE = re.compile(r"\bpython@sha256:[0-9a-f]{64}")


def steps(file: Path) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(file.read_text("utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_actions_are_named_by_commit_and_get_no_credentials(file: Path) -> None:
    used = [step for step in steps(file) if "uses" in step]

    assert used
    for step in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])
        if step["uses"].startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_may_read_and_only_the_weekly_one_may_write_an_issue(file: Path) -> None:
    read = yaml.safe_load(file.read_text("utf-8"))
    assert read["permissions"] == {"contents": "read"}
    asked = [job["permissions"] for job in read["jobs"].values() if "permissions" in job]

    assert asked == ([{"contents": "read", "issues": "write"}] if file.stem == "weekly" else [])
    assert "pull_request_target" not in read[True]  # YAML 1.1 reads "on" as true
    assert not re.search(r"\$\{\{[^}]*\bsecrets\b", file.read_text("utf-8"))


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_nothing_that_a_stranger_writes_is_part_of_a_command(file: Path) -> None:
    assert [step["run"] for step in steps(file) if "${{" in step.get("run", "")] == []


def test_what_runs_is_a_target_of_make_and_the_image_is_that_of_the_container_file() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    container = (ROOT / "docs/dev/hosting/Containerfile").read_text("utf-8")
    for file in FILES:
        text = file.read_text("utf-8")
        called = set(re.findall(r"(?:run: |- )make (?:--no-print-directory )?([a-z-]+)", text))
        assert called
        assert called <= targets, file
        named = set(re.findall(r"(?:container|image): (\S+)", text))
        assert named <= set(IMAGE.findall(container))


def test_both_hosts_do_the_same() -> None:
    def called(*files: Path) -> set[str]:
        text = "".join(file.read_text("utf-8") for file in files)
        return set(re.findall(r"(?:run: |- )make (?:--no-print-directory )?([a-z-]+)", text))

    assert called(*WORKFLOWS) == called(ROOT / ".gitlab-ci.yml")


def test_a_command_that_fails_or_prints_signs_of_markdown_harms_no_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    loud = f"{sys.executable} -c \"print('x' * 20000)\""
    commands = ["Quiet", "true", "Broken", "printf '```\\n# evil\\n'; exit 3", "Loud", loud]
    subprocess.run([sys.executable, str(Path(upkeep.__file__)), *commands], check=True, capture_output=True)
    text = (tmp_path / upkeep.OUT).read_text("utf-8")

    assert "## Quiet\n\n`true`\n\n    Nothing.\n" in text
    assert " ended with 3\n\n    ```\n    # evil\n" in text
    assert "characters more" in text
    assert len(text) < upkeep.MOST_IN_ALL
