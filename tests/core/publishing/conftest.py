"""What the tests of building share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import copy_project


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of everything that a site is made from: the others need no code."""
    return copy_project(tmp_path / "project")
