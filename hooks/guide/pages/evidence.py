"""``/evidence/`` and ``/evidence/patterns/``: what to keep and how, the incident log, patterns over time."""

from __future__ import annotations

from types import SimpleNamespace as View

from guide.checking.complete import AGE_GUARD
from guide.model import Catalogue
from guide.model.vocabulary import PageId
from guide.pages.lists import page_from
from guide.pages.page import Page
from guide.paper.incident_log import columns, files_of
from guide.writing import view
from guide.writing.numbers import numbers_of
from guide.writing.render import Writer


def evidence_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page on evidence: principles, capture by place and device, fingerprints, custody, care, the log."""
    evidence = catalogue.evidence
    platforms = [
        View(
            id=platform.id,
            name=platform.name,
            surfaces=[s for s in platform.surfaces if s.link or s.gone],
            values={"platform": platform.name, **numbers_of(catalogue, platform)},
        )
        for platform in catalogue.platforms.values()
    ]
    named = [*view.named_sources(evidence)]
    named += [name for p in catalogue.platforms.values() for s in p.surfaces if s.link or s.gone for name in s.sources]
    return page_from(
        catalogue,
        PageId.EVIDENCE,
        "evidence.md",
        writer,
        edit,
        evidence=evidence,
        capture=[view.step(step, writer) for step in evidence.capture],
        systems=[
            View(id=s.id, name=s.name, steps=[view.step(step, writer, prefix=f"{s.id}-") for step in s.steps])
            for s in evidence.hash_systems
        ],
        platforms=platforms,
        guard=catalogue.guards[AGE_GUARD],
        files=[
            View(href=writer.here.asset(writer.language.folder + path), kind=kind) for kind, path in files_of(catalogue)
        ],
        named=named,
    )


def patterns_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page on patterns of risk: the sheet, the letter, the standards to hold a platform to."""
    patterns = catalogue.patterns
    return page_from(
        catalogue,
        PageId.PATTERNS,
        "patterns.md",
        writer,
        edit,
        patterns=patterns,
        letter=view.copy_text(patterns.letter),
        named=view.named_sources(patterns),
    )


#: Fields of the paper form that need more than one line.
_WIDE = ("exact-words", "meaning-of-code", "offline-incidents")


def sheet_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the paper form of the incident log: one sheet, no name, its warning on it (practice P18)."""
    return page_from(
        catalogue,
        PageId.SHEET,
        "sheet.md",
        writer,
        edit,
        warning=catalogue.evidence.log_warning,
        fields=[entry for entry in columns(catalogue) if entry.printed],
        wide=_WIDE,
    )
