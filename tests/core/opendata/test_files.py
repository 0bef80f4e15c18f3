"""The files for programs: no warning is lost, nothing private is in them, and the same data give the same bytes."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guide.book import Book, read_book
from guide.opendata.base import TextFile
from guide.opendata.files import FOLDER, open_data
from guide.opendata.shapes import FILES
from tests import raw


@pytest.fixture(scope="module")
def files(book: Book) -> dict[str, bytes]:
    """The files of the project's own data."""
    return made(book)


def made(book: Book) -> dict[str, bytes]:
    return open_data({language: book.catalogue(language) for language in book.languages}, book.edition)


def records(files: dict[str, bytes], name: str) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in json.loads(files[f"{FOLDER}{name}.json"])["records"]}


def texts(files: dict[str, bytes], code: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(files[f"{FOLDER}texts.{code}.json"])["texts"]
    return found


def test_every_record_is_there(files: dict[str, bytes], root: Path) -> None:
    for name in ("routes", "countries", "platforms", "threats", "trees", "decisions"):
        assert set(records(files, name)) == set(raw.records(root, name)), name
    assert set(records(files, "sources")) == {item["id"] for item in raw.read(root, "sources.yml")}
    labels = {f"{p}/{name}" for p, item in raw.records(root, "platforms").items() for name in item["labels"]}
    assert set(records(files, "labels")) == labels


def test_each_file_fits_its_schema_and_says_its_licence(files: dict[str, bytes]) -> None:
    for name, kind in FILES.items():
        file = kind.model_validate_json(files[f"{FOLDER}{name}.json"], strict=True)
        assert file.head.licence.id == "CC-BY-SA-4.0"
        assert file.head.notice, "the working edition says that contacts are not tested"
        schema = json.loads(files[FOLDER + file.schema_])
        assert schema["additionalProperties"] is False
        assert {"$schema", "head", "records"} == set(schema["required"]) == set(schema["properties"])
    for code in ("es", "en"):
        TextFile.model_validate_json(files[f"{FOLDER}texts.{code}.json"], strict=True)


def test_the_index_names_all_files(files: dict[str, bytes]) -> None:
    listed = json.loads(files[f"{FOLDER}index.json"])["files"]

    assert {FOLDER + name for name in listed} == set(files) - {f"{FOLDER}index.json"}
    assert all(item["bytes"] == len(files[FOLDER + name]) for name, item in listed.items())


def test_what_must_be_read_first_travels_with_the_record(files: dict[str, bytes], root: Path) -> None:
    ours = raw.records(root, "routes")
    for name, route in records(files, "routes").items():
        kinds = {item["kind"] for item in route["read_first"]}
        assert {"limit", "state"} <= kinds, name
        assert ("warning" in kinds, "risk" in kinds) == ("warning" in ours[name], "risk" in ours[name]), name
        assert set(ours[name].get("guards", ())) <= {item["id"] for item in route["read_first"]}, name
        assert all(item["words"]["es"] for item in route["read_first"]), name
        assert route["reaches_state"] == ours[name]["reaches_state"]
        assert route["open_to"] == ours[name].get("open_to", {}), name
        assert route["closed_to"] == ours[name].get("closed_to", {}), name
    warnings = {name: [w["id"] for w in c.get("warnings", ())] for name, c in raw.records(root, "countries").items()}
    for name, country in records(files, "countries").items():
        assert [item["id"] for item in country["read_first"] if item["kind"] == "warning"] == warnings[name]
        assert all(item["read_first"] for item in country["names"])


def test_a_guard_that_nobody_names_stands_where_its_condition_holds(files: dict[str, bytes], root: Path) -> None:
    guards = {guard["id"] for guard in raw.read(root, "guards.yml") if "direct" in guard["when"].get("reaches", ())}
    reaching = [route for route in records(files, "routes").values() if route["reaches_state"] == "direct"]

    assert guards
    assert reaching
    for route in reaching:
        assert guards <= {item["id"] for item in route["read_first"] if item["kind"] == "guard"}, route["id"]


def test_each_contact_says_how_it_is_known_and_until_when(files: dict[str, bytes], root: Path) -> None:
    ours = raw.records(root, "routes")
    days = raw.read(root, "freshness.yml")["kinds"]["contact"]
    seen = 0
    for name, route in records(files, "routes").items():
        for contact, written in zip(route["contacts"], ours[name].get("contacts", ()), strict=True):
            how = contact["how_known"]
            seen += 1
            assert (contact["value"], how["known"]) == (written["value"], written["known"])
            assert how["tested"] or how["copy_read"]
            assert how["valid_until"] > how["checked"], days
            assert contact["behind_site"] is (written["known"] in ("elsewhere", "tried"))
            assert contact["no_link"] is (written["kind"] == "phone" and route["reaches_state"] != "no")
    assert seen > 50


def test_no_emergency_number_and_no_term_stands_alone(files: dict[str, bytes], root: Path) -> None:
    """A number of the State without its warning, or a term without "not confirmed", would be a promise."""
    everything = b"".join(files[f"{FOLDER}{name}.json"] for name in (*FILES, "texts.es", "texts.en")).decode()
    countries = records(files, "countries")
    checked = 0
    for name, country in raw.records(root, "countries").items():
        for emergency in country.get("emergency", ()):
            checked += 1
            shown = [i["words"]["es"] for i in countries[name]["read_first"] if i["id"] == emergency["warning"]]
            assert emergency["number"] in shown[0]
            assert f'"{emergency["number"]}"' not in everything
    assert checked
    assert "{emergency}" not in everything
    assert "{days}" not in everything
    assert '"numbers"' not in everything


def test_every_key_has_words_in_each_language(files: dict[str, bytes]) -> None:
    spanish = texts(files, "es")
    keys = {
        word
        for name in FILES
        for word in re.findall(r'"([^"\n]+)"', files[f"{FOLDER}{name}.json"].decode())
        if word in spanish
    }

    assert keys == set(spanish) == set(texts(files, "en"))
    assert json.loads(files[f"{FOLDER}texts.es.json"])["untranslated"] == []


def test_a_missing_and_an_outdated_translation_are_marked(copy: Path, put: Callable[[str, str, str], None]) -> None:
    put("routes/cejil.yml", "when", "Otra cosa.")
    put("routes/cejil.yml", "cannot", "Esto no lo puede hacer nadie.")
    catalogue = copy / "data" / "locales" / "en.po"
    text = catalogue.read_text("utf-8")
    head, mark, rest = text.partition('msgctxt "routes/cejil/who"\n')
    rest = re.sub(r'(?m)^msgstr ".*"$', 'msgstr ""', rest, count=1)
    catalogue.write_text(head + mark + rest, encoding="utf-8")

    files = made(read_book(copy))
    english = json.loads(files[f"{FOLDER}texts.en.json"])
    limit = next(i for i in records(files, "routes")["cejil"]["read_first"] if i["kind"] == "limit")

    assert "routes/cejil/who" in english["untranslated"]
    assert "routes/cejil/when" in english["outdated"]
    assert limit["words"] == {"es": "Esto no lo puede hacer nadie."}, "an outdated warning protects nobody"


def test_the_bytes_are_the_same_whatever_the_day_and_have_plain_line_ends(
    book: Book, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TODAY", "2031-01-01")

    assert made(book) == files
    for name, content in files.items():
        assert b"\r" not in content or name.endswith(".csv"), name
        assert not content.startswith(b"\xef\xbb\xbf"), name
        assert content.endswith(b"\n"), name


def test_nothing_private_is_in_the_files(copy: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither an organisation's own numbers, nor the codes of who tested and who asked for consent."""
    path = copy / "data" / "routes" / "cejil.yml"
    more = 'consent: {date: "2026-11-01", by: XQJZX}\ncontacts:\n  - {id: a, kind: email, value: a@cejil.org, '
    more += 'known: live, tested: "2026-11-02", by: [XQJZY, XQJZW], checked: "2026-11-02", sources: [meta-cs]}\n'
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?ms)^contacts:\n(?: .*\n)*", "", text) + more, encoding="utf-8")
    with (copy / "data" / "figures.yml").open("a", encoding="utf-8") as figures:
        figures.write("cejil: {confirmed: [a@cejil.org]}\n")
    number, name = "+52 55 1234 5678", "Abogada de guardia de nuestra red"
    local = (root / "local.example.yml").read_text("utf-8").replace("+00 000 000 000", number)
    (copy / "local.yml").write_text(local, encoding="utf-8")
    monkeypatch.setenv("LOCAL", "local.yml")
    book = read_book(copy)

    everything = b"".join(made(book).values()).decode()

    assert [(item.value, item.name) for item in book.local] == [(number, name)]
    assert "XQJZ" not in everything
    assert '"testers": 2' in everything
    assert number not in everything
    assert name not in everything


def test_the_table_is_rfc_4180_and_no_cell_is_a_formula(files: dict[str, bytes], root: Path) -> None:
    raw_table = files[f"{FOLDER}routes.csv"].decode("utf-8")
    rows = list(csv.reader(io.StringIO(raw_table, newline=""), strict=True))
    ours = raw.records(root, "routes")

    assert raw_table.count("\r\n") == len(rows)
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) == 1 + sum(max(1, len(route.get("contacts", ()))) for route in ours.values())
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    assert all(row[rows[0].index("read_first")] for row in rows)


def test_the_example_in_the_documentation_runs(files: dict[str, bytes], root: Path, tmp_path: Path) -> None:
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    document = (root / "docs" / "dev" / "open-data.md").read_text("utf-8")
    code = re.findall(r"(?s)```python\n(.*?)```", document)[0]
    assert len(code.splitlines()) <= 15

    done = subprocess.run([sys.executable, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)

    ours = raw.records(root, "routes")
    guatemala = raw.read(root, "countries/gt.yml")
    named = [name for field in ("routes", "local", "beyond") for name in guatemala.get(field, ())]
    wanted = [name for name in named if ours[name]["reaches_state"] == "no"]
    contacts = [contact for name in wanted for contact in ours[name].get("contacts", ())]
    assert wanted
    assert contacts
    assert all(ours[name]["name"] in done.stdout for name in wanted)
    assert all(f"{contact['value']} {contact['known']} " in done.stdout for contact in contacts)
    assert not [name for name, route in ours.items() if name not in wanted and f"\n{route['name']} http" in done.stdout]
