"""The incident log as an empty sheet: landscape, ten rows, a neutral heading, its warning on it (rule P18)."""

from __future__ import annotations

from functools import partial
from typing import Any

from guide.model import Catalogue
from guide.model.languages import Language
from guide.model.text import plain
from guide.model.vocabulary import PageId, Paper
from guide.paper.incident_log import columns
from guide.paper.typeset import Job, compiled
from guide.writing.file_names import pdf_path

NAME = "notes"
TEMPLATE = "log.typ"
#: Rows of the empty sheet.
ROWS = 10
#: Date in the file: nothing on the sheet grows old.
FIRST_EDITION = "2026-11-24"


def inputs(catalogue: Catalogue, language: Language, paper: Paper) -> dict[str, Any]:
    """Return what the template prints."""
    return {
        "title": plain(catalogue.page_texts[PageId.SHEET].tab.runs),
        "lang": language.code,
        "paper": paper.value,
        "warning": plain(catalogue.evidence.log_warning.runs),
        "heads": [plain(entry.name.runs) for entry in columns(catalogue) if entry.printed],
        "rows": ROWS,
        "day": FIRST_EDITION,
    }


def jobs(catalogue: Catalogue, language: Language) -> list[Job]:
    """Return the sheet on every paper."""
    out = []
    for paper in Paper:
        data = inputs(catalogue, language, paper)
        out.append(Job(language.folder + pdf_path(NAME, paper), data, partial(compiled, data, TEMPLATE)))
    return out
