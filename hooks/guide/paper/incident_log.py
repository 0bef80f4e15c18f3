"""The incident log as files: CSV for everything, ODS with drop-downs and notes, empty and with a made-up example.

The ODS is written by hand from one template: four small files in a ZIP, the same bytes for the same data. The format
is OpenDocument 1.3, part 3 (OASIS).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from babel.numbers import get_decimal_symbol

from guide.model import Catalogue, LogField
from guide.model.languages import Language
from guide.model.text import plain
from guide.model.vocabulary import FieldKind
from guide.writing.render import environment
from guide.writing.zipped import packed

FOLDER = "evidence/"
MIME = "application/vnd.oasis.opendocument.spreadsheet"
#: Rows of the empty sheet that have drop-downs.
ROWS = 200
#: A file of the log: its kind, its neutral name (rule P17), and whether it holds the example.
_FILES = (("ods", "notes.ods", False), ("csv", "notes.csv", False), ("example", "notes-example.ods", True))


def files_of(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return kind and path, within a language's folder, of each file of the log."""
    return [(kind, FOLDER + name) for kind, name, _ in _FILES] if catalogue.evidence.log else []


def attachments(catalogue: Catalogue, language: Language) -> dict[str, bytes]:
    """Return the files of the log in ``language``: path from the root of the site → content."""
    out = {}
    for kind, name, filled in _FILES:
        rows = example_rows(catalogue) if filled else []
        made = csv_file(catalogue, language, rows) if kind == "csv" else ods_file(catalogue, language, rows)
        out[language.folder + FOLDER + name] = made
    return out


def columns(catalogue: Catalogue) -> list[LogField]:
    """Return the fields of the log in the order of the columns."""
    return [entry for group in catalogue.evidence.log for entry in group.fields]


def example_rows(catalogue: Catalogue) -> list[list[str]]:
    """Return the rows of the made-up example, one value a column."""
    return [
        [plain(row.values[entry.id].runs) if entry.id in row.values else "" for entry in columns(catalogue)]
        for row in catalogue.evidence.example
    ]


def csv_file(catalogue: Catalogue, language: Language, rows: Sequence[Sequence[str]]) -> bytes:
    """Return the log as CSV (RFC 4180), with a byte-order mark so that spreadsheets read its accents.

    Excel splits at the list separator of its system: a semicolon where a comma stands in numbers, as in Spanish.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=list_separator(language))
    writer.writerow([plain(entry.name.runs) for entry in columns(catalogue)])
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def list_separator(language: Language) -> str:
    """Return what stands between the items of a list where numbers are written as in ``language``."""
    return "," if get_decimal_symbol(language.tag.replace("-", "_")) == "." else ";"


def ods_file(catalogue: Catalogue, language: Language, rows: Sequence[Sequence[str]]) -> bytes:
    """Return the log as an OpenDocument spreadsheet: a note on each heading, drop-downs where a field has choices."""
    fields = columns(catalogue)
    content = (
        environment()
        .overlay(finalize=None)
        .get_template("log.xml")
        .render(
            lang=language.tag.split("-")[0],
            warning=plain(catalogue.evidence.log_warning.runs),
            note=plain(catalogue.evidence.example_note.runs) if rows else "",
            fields=[
                {
                    "name": plain(entry.name.runs),
                    "help": plain(entry.help.runs),
                    "choices": [plain(choice.name.runs) for choice in entry.choices],
                    "style": _STYLES.get(entry.kind, "text"),
                }
                for entry in fields
            ],
            rows=rows,
            empty=ROWS,
        )
    )
    # The type comes first and unpacked, so that programs know the file by its first bytes.
    files = {"content.xml": content, "META-INF/manifest.xml": _MANIFEST}
    return packed(((path, text.encode()) for path, text in files.items()), first=("mimetype", MIME.encode()))


_STYLES = {FieldKind.DATE: "day"}
_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIME}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""
