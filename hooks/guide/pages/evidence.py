"""``/evidence/`` and ``/evidence/patterns/``: what to keep and how, the incident log, patterns over time."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from guide.model import Catalogue
from guide.model.roles import GuardRole
from guide.model.text import Text
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.paper.incident_log import columns, files_of
from guide.writing import source_view, step_view
from guide.writing.copy_text import copy_text
from guide.writing.numbers import values_of
from guide.writing.render import Writer, piece


@dataclass(frozen=True, slots=True)
class PlatformView:
    """A platform, and the finished piece on its places whose link or whose vanishing matters."""

    id: str
    name: str
    part: Markup


@dataclass(frozen=True, slots=True)
class SystemView:
    """How to compute a fingerprint on one system."""

    id: str
    name: Text
    steps: tuple[step_view.StepView, ...]


@dataclass(frozen=True, slots=True)
class FileView:
    """A file of the incident log."""

    href: str
    kind: str


def evidence_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page on evidence: principles, capture by place and device, fingerprints, custody, care, the log."""
    evidence = catalogue.evidence
    platforms = [
        PlatformView(
            id=platform.id,
            name=platform.name,
            part=piece(
                "evidence-surfaces.html",
                writer.with_values(values_of(catalogue, platform)),
                surfaces=[s for s in platform.surfaces if s.link or s.gone],
            ),
        )
        for platform in catalogue.platforms.values()
    ]
    named = [*source_view.named_sources(evidence)]
    named += [name for p in catalogue.platforms.values() for s in p.surfaces if s.link or s.gone for name in s.sources]
    return page_from(
        catalogue,
        PageId.EVIDENCE,
        "evidence.md",
        writer,
        edit,
        evidence=evidence,
        capture=[step_view.step(step, writer) for step in evidence.capture],
        systems=[
            SystemView(s.id, s.name, tuple(step_view.step(step, writer, prefix=f"{s.id}-") for step in s.steps))
            for s in evidence.hash_systems
        ],
        platforms=platforms,
        guard=catalogue.guard(GuardRole.AGE),
        files=[FileView(writer.here.asset(writer.language.folder + path), kind) for kind, path in files_of(catalogue)],
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
        letter=copy_text(patterns.letter),
        named=source_view.named_sources(patterns),
    )


def sheet_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the paper form of the incident log: one sheet, no name, its warning on it (rule P18)."""
    return page_from(
        catalogue,
        PageId.SHEET,
        "sheet.md",
        writer,
        edit,
        warning=catalogue.evidence.log_warning,
        fields=[entry for entry in columns(catalogue) if entry.printed],
    )
