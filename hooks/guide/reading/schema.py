"""JSON Schemas for editors, written from the models: one a kind of data file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from guide.reading.field_words import described
from guide.reading.load import FOLDERS, LISTS, SINGLES
from guide.reading.validate import reader_of

#: Kinds whose schema is not named after their file: folders by the record's name, and files of a folder's kind.
_OTHER_NAMES = {
    "platforms": "platform",
    "threats": "threat",
    "routes": "route",
    "trees": "tree",
    "countries": "country",
    "lines": "line",
    "decisions": "decision",
    "protocol": "protocol",
    "search": "search",
}
_SAME_AS = {"general": "threat"}


def schemas() -> dict[str, str]:
    """Return the text of each schema by its file name."""
    kinds: dict[str, Any] = {_OTHER_NAMES[name]: kind for name, (_, kind) in FOLDERS.items()}
    for file, (_, kind) in {**LISTS, **SINGLES}.items():
        if (stem := Path(file).stem) not in _SAME_AS:
            kinds[stem] = kind
    return {f"{name}.schema.json": _schema(kind, name) for name, kind in sorted(kinds.items())}


def _schema(kind: Any, name: str) -> str:
    schema = described(reader_of(kind).json_schema())
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name, **schema}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def outdated(folder: Path) -> list[str]:
    """Return the names of the schemas in ``folder`` that are not what the models give."""
    wanted = schemas()
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    return sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def write(folder: Path) -> None:
    """Write all schemas into ``folder``, and delete those of kinds that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = schemas()
    for path in folder.glob("*.json"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8")


def schema_of_paths() -> dict[str, list[str]]:
    """Return for each schema the data files that it is for, as paths from the project's folder; ``*`` is any name."""
    out: dict[str, list[str]] = {}
    for folder in FOLDERS:
        out.setdefault(_OTHER_NAMES[folder], []).append(f"data/{folder}/*.yml")
    for file in sorted((*LISTS, *SINGLES)):
        stem = Path(file).stem
        out.setdefault(_SAME_AS.get(stem, stem), []).append(f"data/{file}")
    return {f"data/schema/{name}.schema.json": paths for name, paths in sorted(out.items())}
