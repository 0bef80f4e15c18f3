"""Every file of ``/data/v1/``: path in the site → bytes. The same data give the same bytes, whatever the day."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, TypeAdapter

from guide.model import Catalogue
from guide.model.languages import SOURCE, Language
from guide.model.vocabulary import Edition
from guide.opendata import help as who_helps
from guide.opendata import platforms, rest
from guide.opendata.base import FORMAT, Head, Licence, Shape, TextFile
from guide.opendata.shapes import FILES
from guide.opendata.table import routes_table
from guide.opendata.words import AllWords
from guide.writing.imprint import Imprint

#: Where they stand in the site.
FOLDER = f"data/{FORMAT}/"
_SCHEMAS = "schema/"
_LICENCE = Licence(
    id="CC-BY-SA-4.0",
    url="https://creativecommons.org/licenses/by-sa/4.0/",
    attribution="the authors of the reporting guide, with the address that you took this file from",
)
_DIGEST_LENGTH = 16
_MAKERS: Mapping[str, Callable[[Catalogue, AllWords], Sequence[Shape]]] = {
    "countries": who_helps.countries,
    "decisions": rest.decisions,
    "labels": platforms.labels,
    "platforms": platforms.platforms,
    "routes": who_helps.routes,
    "rules": platforms.rules,
    "sources": rest.sources,
    "threats": rest.threats,
    "trees": rest.trees,
}


def open_data(catalogues: Mapping[Language, Catalogue], edition: Edition) -> dict[str, bytes]:
    """Return all files by path; ``catalogues`` are those of every language, and nothing private is among them."""
    source = next(catalogue for language, catalogue in catalogues.items() if language.code == SOURCE)
    words = AllWords(catalogues)
    made = {name: _sorted(make(source, words)) for name, make in _MAKERS.items()}
    holders: tuple[Mapping[str, Any], ...] = (source.sources, source.routes, source.countries)
    newest = max(item.checked for holder in holders for item in holder.values())

    def head(content: Any) -> Head:
        raw = json.dumps(content, sort_keys=True, ensure_ascii=False).encode()
        return Head(
            format=FORMAT,
            edition=edition.value,
            newest_check=newest,
            digest=hashlib.sha256(raw).hexdigest()[:_DIGEST_LENGTH],
            licence=_LICENCE,
            notice=tuple(words.words(text) for text in Imprint(edition).edition_line(source)),
        )

    files: dict[str, bytes] = {}
    for name, records in made.items():
        plain = [record.model_dump(mode="json") for record in records]
        files[f"{name}.json"] = _bytes(FILES[name](schema_=_schema_of(name), head=head(plain), records=tuple(records)))
    for code in words.languages:
        files[f"texts.{code}.json"] = _bytes(_texts(words, code, head))
    files["routes.csv"] = routes_table(source, words)
    for name in (*FILES, "texts"):
        files[_schema_of(name)] = _schema(name)
    files["index.json"] = _index(files)
    return {FOLDER + path: content for path, content in sorted(files.items())}


def _sorted(records: Sequence[Any]) -> list[Any]:
    return sorted(records, key=lambda record: str(record.id))


def _texts(words: AllWords, code: str, head: Callable[[Any], Head]) -> TextFile:
    found = list(words.texts(code))
    texts = {key: said for key, said, _ in found}
    return TextFile(
        schema_=_schema_of("texts"),
        head=head(texts),
        language=code,
        texts=texts,
        untranslated=tuple(key for key, _, text in found if text.lang != code),
        outdated=tuple(key for key, _, text in found if text.lang == code and text.stale),
    )


def _schema_of(name: str) -> str:
    return f"{_SCHEMAS}{name}.schema.json"


def _schema(name: str) -> bytes:
    kind: Any = TextFile if name == "texts" else FILES[name]
    schema = TypeAdapter(kind).json_schema(by_alias=True, mode="serialization")
    return _json({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": name})


def _index(files: Mapping[str, bytes]) -> bytes:
    """Return the list of the other files, each with its size and its SHA-256."""
    listed = {
        name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()} for name, content in files.items()
    }
    return _json({"files": listed, "format": FORMAT, "licence": _LICENCE.model_dump()})


def _bytes(file: BaseModel) -> bytes:
    return _json(file.model_dump(mode="json", by_alias=True))


def _json(value: Any) -> bytes:
    return (json.dumps(value, sort_keys=True, ensure_ascii=False, indent=1) + "\n").encode()
