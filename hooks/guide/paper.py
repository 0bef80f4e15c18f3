"""Sheets as PDF: Typst from its wheel, fonts from a package, no file of the machine.

A sheet is kept by the digest of everything that it is made from, so that what has not changed is not made again.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import fontpkg_atkinson_hyperlegible as font
import segno
import typst

from guide.render import TEMPLATES
from guide.sheet import Passage, Sheet
from guide.sheet_files import pdf_path
from guide.vocabulary import Paper

TEMPLATE = TEMPLATES / "sheet.typ"
NOTES_TEMPLATE = TEMPLATES / "notes.typ"
#: A sheet holds on one leaf, both sides.
MOST_PAGES = 2
#: Sizes of its letters in points: the largest with which it fits is taken. Footer and notes are never under 9.
SIZES = (12, 11.5, 11, 10.5, 10, 9.5, 9)


class SheetFailed(RuntimeError):
    """A sheet could not be made, or Typst warned (a missing font is only a warning there)."""


def inputs(sheet: Sheet, paper: Paper, site_url: str, *, texts: int, size: float = 0) -> dict[str, Any]:
    """Return what the template prints; ``texts`` says how many of the texts to copy."""
    address = site_url + sheet.url if site_url else ""
    return {
        "title": sheet.title,
        "lang": sheet.language.code,
        "paper": paper.value,
        "size": size or SIZES[0],
        "safety": sheet.safety,
        "warnings": sheet.warnings,
        "sections": [
            {
                "title": section.title,
                "notes": section.notes,
                "lines": [
                    {
                        "do": line.do,
                        "path": line.path,
                        "menus": [f"{where}: {path}" if where else path for where, path in line.menus],
                    }
                    for line in section.lines
                ],
            }
            for section in sheet.sections
        ],
        "blanks_title": sheet.blanks_title,
        "blanks": sheet.blanks,
        "avoid_title": sheet.avoid_title,
        "avoid": sheet.avoid,
        "texts_title": sheet.texts_title,
        "texts": [_passage(text) for text in sheet.texts[:texts]],
        "after": sheet.notes[0],
        "notes": sheet.notes[1:],
        "address_word": sheet.address_word,
        "address": address,
        "day": str(sheet.after),
    }


def qr_code(address: str) -> str:
    """Return the QR code of ``address`` as SVG: it leads to the page itself and to nobody else."""
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", xmldecl=False, border=2)
    return out.getvalue().decode()


def _passage(text: Passage) -> dict[str, Any]:
    return {"title": text.title, "lines": text.lines}


def made(sheet: Sheet, paper: Paper, site_url: str = "") -> bytes:
    """Return ``sheet`` as PDF (tagged, PDF/UA-1) on two pages at most.

    The letters are as large as the two pages allow; where the smallest do not help, texts to copy are left to the page.

    Raises:
        SheetFailed: when Typst warns or fails, or the steps alone do not fit.
    """
    count = len(sheet.texts)
    tries = [(count, size) for size in SIZES] + [(texts, SIZES[-1]) for texts in range(count - 1, -1, -1)]
    for texts, size in tries:
        pdf = compiled(inputs(sheet, paper, site_url, texts=texts, size=size))
        if page_count(pdf) <= MOST_PAGES:
            return pdf
    raise SheetFailed(f"{pdf_path(sheet.name, paper)}: the steps do not fit on {MOST_PAGES} pages")


def compiled(data: Mapping[str, Any], template: Path = TEMPLATE) -> bytes:
    """Return the PDF that ``template`` makes of ``data``, whose ``day`` is the date in the file: always the same bytes.

    Raises:
        SheetFailed: when Typst warns or fails.
    """
    day = dt.datetime.fromisoformat(str(data["day"])).replace(tzinfo=dt.UTC)
    address = str(data.get("address") or "")
    whole = {**data, "qr": qr_code(address)} if address else data
    try:
        pdf, warnings = typst.compile_with_warnings(
            str(template),
            sys_inputs={"sheet": json.dumps(whole, ensure_ascii=False)},
            font_paths=[str(Path(font.ROOT) / "files")],
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            timestamp=int(day.timestamp()),
            format="pdf",
        )
    except typst.TypstError as error:
        raise SheetFailed(str(error)) from None
    if warnings:
        raise SheetFailed("; ".join(str(item) for item in warnings))
    return bytes(pdf)


def page_count(pdf: bytes) -> int:
    """Return the number of pages of a PDF that Typst wrote."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@lru_cache(maxsize=1)
def made_by() -> str:
    """Return what, besides its data, decides the bytes of a sheet: template, fonts and versions."""
    digest = hashlib.sha256(TEMPLATE.read_bytes() + NOTES_TEMPLATE.read_bytes() + Path(__file__).read_bytes())
    for name in ("typst", "segno", "fontpkg-atkinson-hyperlegible"):
        digest.update(version(name).encode())
    return digest.hexdigest()


class Kept:
    """Sheets by the digest of what they are made from, in ``.cache/sheets/``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def pdf(self, sheet: Sheet, paper: Paper, site_url: str) -> bytes:
        """Return the PDF, made when it is not known; raises :class:`SheetFailed`."""
        whole = inputs(sheet, paper, site_url, texts=len(sheet.texts))
        return self.of(whole, lambda: made(sheet, paper, site_url))

    def of(self, data: Mapping[str, Any], make: Callable[[], bytes]) -> bytes:
        """Return what ``make`` gives for ``data``, made once for the same data, template, fonts and code."""
        name = hashlib.sha256(f"{made_by()}{json.dumps(data, sort_keys=True)}".encode()).hexdigest()[:40]
        path = self._folder / f"{name}.pdf"
        if path.is_file():
            return path.read_bytes()
        pdf = make()
        self._folder.mkdir(parents=True, exist_ok=True)
        # Written under another name first: two builds at once never read half a sheet.
        part = path.with_suffix(".part")
        part.write_bytes(pdf)
        part.replace(path)
        return pdf

    def files(self, sheets: Iterable[Sheet], site_url: str) -> Mapping[str, bytes]:
        """Return the PDFs of ``sheets`` on every paper: path from the root of the site → content.

        Two are made at a time: Typst lets go of the interpreter's lock. (A pool of processes would hang after it.)
        """
        wanted = [(sheet, paper) for sheet in sheets for paper in Paper]
        with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
            made_ones = pool.map(lambda item: self.pdf(item[0], item[1], site_url), wanted)
            return {
                sheet.language.folder + pdf_path(sheet.name, paper): pdf
                for (sheet, paper), pdf in zip(wanted, made_ones, strict=True)
            }
