"""The incident log: every field of the facts, the same bytes for the same data, an example about nobody."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest

from guide.model.languages import LANGUAGES
from guide.paper.incident_log import attachments, columns, csv_file, example_rows, ods_file
from guide.reading.load import Loaded

#: Fields of the facts (protocol-and-case, 4.3), nested ones written out.
FIELDS = [
    "id",
    "captured-at",
    "posted-at",
    "platform",
    "surface",
    "url",
    "post-id",
    "author-handle",
    "author-profile-url",
    "author-numeric-id",
    "author-affiliation",
    "target",
    "content-type",
    "exact-words",
    "language",
    "translation",
    "meaning-of-code",
    "threat-signal",
    "context-signal",
    "ai-suspected",
    "linked-event",
    "linked-work",
    "offline-incidents",
    "repetition-of",
    "witnesses",
    "risk-level",
    "protection-actions",
    "consent-and-sharing-limits",
]


def test_the_log_has_the_fields_of_the_facts(loaded: Loaded) -> None:
    names = [entry.id for entry in columns(loaded.catalogue)]

    assert set(FIELDS) <= set(names)
    for start in ("reach-", "files-", "impact-", "reported-to-platform-", "trusted-partner-", "reported-to-authority-"):
        assert [name for name in names if name.startswith(start)], start
    assert [name for name in names if name.startswith("custody-log-")] == [
        "custody-log-who",
        "custody-log-when",
        "custody-log-why",
    ]
    assert 10 <= sum(1 for entry in columns(loaded.catalogue) if entry.printed) <= 16


def test_the_same_data_give_the_same_bytes(loaded: Loaded) -> None:
    first = attachments(loaded.catalogue, LANGUAGES["es"])

    assert first == attachments(loaded.catalogue, LANGUAGES["es"])
    assert set(first) == {"evidence/notes.ods", "evidence/notes.csv", "evidence/notes-example.ods"}


@pytest.mark.parametrize(("code", "separator"), [("es", ";"), ("en", ","), ("pt", ";"), ("fr", ";")])
def test_the_csv_opens_in_columns_with_its_accents(loaded: Loaded, code: str, separator: str) -> None:
    rows = example_rows(loaded.catalogue)
    made = csv_file(loaded.catalogue, LANGUAGES[code], rows)
    assert made.startswith(b"\xef\xbb\xbf")  # else Excel reads it in the letters of its system
    text = made.decode("utf-8-sig")
    assert "\r\n" in text

    read = list(csv.reader(io.StringIO(text), delimiter=separator))
    assert len(read[0]) == len(columns(loaded.catalogue))
    assert read[1:] == rows


def test_the_example_is_about_nobody(loaded: Loaded) -> None:
    rows = example_rows(loaded.catalogue)

    assert len(rows) >= 2
    for row in rows:
        text = " ".join(row)
        years = re.findall(r"\b(?:19|20)\d\d\b", text)
        assert years
        assert set(years) == {"2000"}
        named = [platform.name for platform in loaded.catalogue.platforms.values()]
        assert not re.search("|".join([*map(re.escape, named), "https?:"]), text)
        # What stands in a field with a drop-down is one of its choices.
        for entry, value in zip(columns(loaded.catalogue), row, strict=True):
            if entry.choices and value:
                assert value in [choice.name.words for choice in entry.choices], entry.id


def test_words_of_the_data_cannot_break_the_spreadsheet(loaded: Loaded) -> None:
    rows = [['<a & "b">; =1+1'] * len(columns(loaded.catalogue))]

    with zipfile.ZipFile(io.BytesIO(ods_file(loaded.catalogue, LANGUAGES["es"], rows))) as archive:
        content = archive.read("content.xml").decode()
    assert "<a &" not in content
    assert "&lt;a &amp; &#34;b&#34;&gt;; =1+1" in content
    assert 'office:value-type="formula"' not in content
