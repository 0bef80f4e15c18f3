"""The house itself: what is written here reaches whoever clones it."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOMS = ("data", "docs", "hooks", "overrides", "requirements", "scripts", "tests", ".ci")


def test_git_ignores_no_file_of_ours(root: Path) -> None:
    """A pattern such as ``site/`` without its leading slash once hid ``tests/site`` from every clone."""
    command = ["git", "ls-files", "--others", "--ignored", "--exclude-standard", "--", *ROOMS]
    ignored = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout.splitlines()
    expected = ("__pycache__/", ".mo", "local.yml")
    assert [name for name in ignored if not any(part in name for part in expected)] == []
