"""Sheets as PDF: Typst from its wheel, fonts from a package, no file of the machine.

A file is kept by the digest of everything that it is made from, so that what has not changed is not made again.
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
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import fontpkg_atkinson_hyperlegible as latin
import fontpkg_ibm_plex_sans_arabic as arabic
import segno
import typst

from guide.writing import zipped
from guide.writing.store import Store

FOLDER = Path(__file__).parent
#: A sheet holds on one leaf, both sides.
MOST_PAGES = 2
#: Sizes of letters in points: the largest with which a sheet fits is taken. Footer and notes are never under 9.
SIZES = (12, 11.5, 11, 10.5, 10, 9.5, 9)


class SheetFailed(RuntimeError):
    """A sheet could not be made, or Typst warned (a missing font is only a warning there)."""


@dataclass(frozen=True, slots=True)
class Job:
    """A PDF to be: its path from the root of the site, everything that it says, and how it is made."""

    path: str
    data: Mapping[str, Any]
    make: Callable[[], bytes]


@lru_cache(maxsize=256)
def qr_code(address: str) -> str:
    """Return the QR code of ``address`` as SVG: it leads to the page itself and to nobody else."""
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", xmldecl=False, border=2)
    return out.getvalue().decode()


def _with_codes(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``data`` with the QR codes that it and the sheets in it ask for, drawn only where a file is made."""
    code = qr_code(str(data["address"])) if data.get("qr") else ""
    parts: dict[str, Any] = {"sheets": [_with_codes(one) for one in data["sheets"]]} if "sheets" in data else {}
    if "pocket" in data:
        parts["pocket"] = _with_codes(data["pocket"])
    return {**data, "qr": code, **parts}


def compiled(data: Mapping[str, Any], template: str) -> bytes:
    """Return the PDF that ``template`` makes of ``data``, whose ``day`` is the date in the file: always the same bytes.

    Raises:
        SheetFailed: when Typst warns or fails.
    """
    day = dt.datetime.fromisoformat(str(data["day"])).replace(tzinfo=dt.UTC)
    try:
        pdf, warnings = typst.compile_with_warnings(
            str(FOLDER / template),
            sys_inputs={"sheet": json.dumps(_with_codes(data), ensure_ascii=False)},
            font_paths=[str(Path(font.ROOT) / "files") for font in (latin, arabic)],
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


def made_by() -> str:
    """Return what, besides its data, decides the bytes of a file, as it is now: templates, code, fonts, versions."""
    digest = hashlib.sha256()
    for path in [*sorted(FOLDER.glob("*.typ")), *sorted(Path(__file__).parent.glob("*.py")), Path(zipped.__file__)]:
        digest.update(path.read_bytes())
    for name in ("typst", "segno", "fontpkg-atkinson-hyperlegible", "fontpkg-ibm-plex-sans-arabic"):
        digest.update(version(name).encode())
    return digest.hexdigest()


class Kept:
    """PDFs, and in which letters they fit, by the digest of what they are made from, in ``.cache/sheets/``.

    One serves one build: a server makes a new one for each, as templates may have changed.
    """

    def __init__(self, folder: Path, told: Callable[[int, int], None] | None = None) -> None:
        """Keep files in ``folder``; ``told`` hears how many of how many are made."""
        self._store = Store(folder)
        self._told = told
        self._made_by = made_by()

    def pdf(self, job: Job) -> bytes:
        """Return the PDF of ``job``, made when it is not known; raises :class:`SheetFailed`, which names its path."""
        try:
            return self.of("pdf", job.data, job.make)
        except SheetFailed as error:
            raise SheetFailed(f"{job.path}: {error}") from None

    def of(self, kind: str, data: Mapping[str, Any], make: Callable[[], bytes]) -> bytes:
        """Return what ``make`` gives for ``data``, made once for the same data, templates, fonts and code.

        Args:
            kind: of file, the end of its name.
            data: everything that the file depends on besides templates, fonts and code.
            make: makes it; what it raises is raised.
        """
        digest = hashlib.sha256(f"{self._made_by}{json.dumps(data, sort_keys=True)}".encode()).hexdigest()[:40]
        content = self._store.get(digest, kind)
        if content is None:
            content = make()
            self._store.put(digest, kind, content)
        return content

    def used(self) -> frozenset[str]:
        """Return the digests of what this run has used."""
        return self._store.used()

    def also_used(self, digests: Iterable[str]) -> None:
        """Count what another process of this run has used."""
        self._store.also_used(digests)

    def prune(self) -> None:
        """Delete what this run has not used, when there is much of it."""
        self._store.prune()

    def files(self, jobs: Iterable[Job]) -> dict[str, bytes]:
        """Return the PDFs of ``jobs`` by path.

        As many are made at a time as there are processors: Typst lets go of the interpreter's lock. (A pool of
        processes would hang after it.)
        """
        wanted = list(jobs)
        out: dict[str, bytes] = {}
        with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
            for job, pdf in zip(wanted, pool.map(self.pdf, wanted), strict=True):
                out[job.path] = pdf
                if self._told:
                    self._told(len(out), len(wanted))
        return out
