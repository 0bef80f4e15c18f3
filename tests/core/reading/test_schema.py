"""Schemas: written from the models, named by every data file, and true to the data."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from guide.reading.schema import outdated, schemas
from tests.conftest import ROOT

FILES = sorted(path for path in (ROOT / "data").rglob("*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_data_file_names_its_schema_in_its_first_line(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)

    assert found
    assert (path.parent / found.group(1)).resolve().is_file()
    assert (path.parent / found.group(1)).resolve().parent == ROOT / "data/schema"


def test_the_schemas_are_what_the_models_give(root: Path) -> None:
    assert outdated(root / "data/schema") == []


def test_schemas_complete_closed_vocabularies_and_refuse_unknown_fields() -> None:
    made = {name: json.loads(text) for name, text in schemas().items()}
    platform = made["platform.schema.json"]

    assert platform["$defs"]["AuthorLearns"]["enum"] == ["no", "may-guess", "unknown", "yes"]
    assert platform["additionalProperties"] is False
    assert {"id", "name", "surfaces", "appeal"} <= set(platform["required"])
