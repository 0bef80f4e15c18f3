"""Texts to copy as pages and paper show them: who says a line, and what must be true for it to stay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from guide.deciding.voices import SpokenLine, SpokenText
from guide.model import CopyText
from guide.model.text import Text
from guide.writing.render import Writer
from guide.writing.runs import to_html
from guide.writing.step_view import only


@dataclass(frozen=True, slots=True)
class LineView:
    """A line; ``only`` are the classes of those who say it, ``claim`` what must be true for it to stay."""

    text: Text
    only: str = ""
    claim: Text | None = None


@dataclass(frozen=True, slots=True)
class CopyTextView:
    """A text to copy, line by line."""

    anchor: str
    title: Text
    lines: tuple[LineView, ...]
    only: str = ""


def copy_text(text: CopyText, prefix: str = "") -> CopyTextView:
    """Return a text to copy that everybody says alike; ``prefix`` tells a second language's ids from the first's."""
    lines = tuple(LineView(line.text, claim=line.claim) for line in text.lines)
    return CopyTextView(f"{prefix}text-{text.id}", text.title, lines)


def spoken_text(text: SpokenText) -> CopyTextView:
    """Return a text of a plan with the lines of everybody who may send it."""
    lines = spoken_lines(text.lines)
    return CopyTextView(f"text-{text.id}", text.title, lines, only(text.whom))


def spoken_lines(lines: tuple[SpokenLine, ...]) -> tuple[LineView, ...]:
    """Return lines with whose they are."""
    return tuple(LineView(line.text, only(line.whom), line.claim) for line in lines)


@dataclass(frozen=True, slots=True)
class FinishedLine:
    """A line in another language than the page's, already written, with what must be true for it to stay."""

    html: Markup
    claim: str


def finished(lines: Iterable[SpokenLine], writer: Writer) -> tuple[FinishedLine, ...]:
    """Return lines that stand in another language on purpose: the writer must not count them as untranslated."""
    return tuple(
        FinishedLine(
            to_html(line.text.runs, writer.here.resolve, writer.values), line.claim.words if line.claim else ""
        )
        for line in lines
    )
