"""Schemas: written from the models, named by every data file, and true to the data."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from guide.model.base import Record
from guide.reading.field_words import Unsaid, described, field_words, key_of
from guide.reading.schema import outdated, schema_of_paths, schemas
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


def test_every_field_and_every_word_is_told_in_two_languages() -> None:
    """``schemas()`` raises where one is not; here none is left over, and each is a short sentence."""
    told = field_words()
    used = {"fields": set[str](), "words": set[str]()}
    for text in schemas().values():
        schema = json.loads(text)
        for name, part in (schema["title"], schema), *schema.get("$defs", {}).items():
            used["fields"] |= {key_of(name, field, told.fields) for field in part.get("properties", {})}
            used["words"] |= {f"{name}.{word}" for word in part.get("enum", ())}
            assert len(part.get("enumDescriptions", ())) == len(part.get("enum", ()))
            for value in part.get("properties", {}).values():
                assert value["description"].count("\n\n") == 1

    assert (set(told.fields), set(told.words)) == (used["fields"], used["words"])
    for key, words in {**told.fields, **told.words}.items():
        assert words.es.endswith("."), key
        assert words.en.endswith("."), key
        assert max(len(words.es.split()), len(words.en.split())) <= 22, key
        assert "TODO" not in words.line


def test_a_field_that_nobody_has_told_of_stops_the_schemas() -> None:
    class New(Record):
        """A record with a field that is new."""

        id: str
        brand_new: str

    with pytest.raises(Unsaid, match=r"New\.brand_new"):
        described(New.model_json_schema())


def test_editors_without_the_first_line_know_the_schema_by_the_path() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))

    assert settings["yaml.schemas"] == {f"./{schema}": paths for schema, paths in schema_of_paths().items()}
    covered = {path for paths in schema_of_paths().values() for path in paths}
    named = {path for glob in covered for path in ROOT.glob(glob)}
    assert {path for path in FILES if path not in named} == set()
    assert settings["yaml.schemaStore.enable"] is False, "an editor asks no other host for schemas"
