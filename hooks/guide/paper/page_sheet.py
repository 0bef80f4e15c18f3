"""A sheet of a page that belongs to no platform: what all of those sheets say besides their own."""

from __future__ import annotations

from collections.abc import Sequence

from guide.model import Catalogue
from guide.writing.imprint import Imprint
from guide.writing.plan_words import Section, Sheet
from guide.writing.render import Writer
from guide.writing.validity import Validity


def page_sheet(
    catalogue: Catalogue,
    writer: Writer,
    imprint: Imprint,
    *,
    path: str,
    name: str,
    title: str,
    safety: str,
    warnings: Sequence[str],
    sections: Sequence[Section],
    valid: Validity,
    avoid_title: str = "",
    avoid: Sequence[str] = (),
    blanks_title: str = "",
    blanks: Sequence[str] = (),
    notes: Sequence[str] | None = None,
) -> Sheet:
    """Return a sheet without texts to copy; ``notes`` replace what is usually said of contacts and of carrying it."""
    ui, plain = catalogue.interface, writer.plain
    edition = [plain(text) for text in imprint.edition_line(catalogue)]
    usual = [*edition, plain(ui["sheet-care"])] if notes is None else notes
    return Sheet(
        language=writer.language,
        path=path,
        name=name,
        title=title,
        safety=safety,
        warnings=tuple(warnings),
        avoid_title=avoid_title,
        avoid=tuple(avoid),
        sections=tuple(sections),
        choose="",
        help_title="",
        help=(),
        blanks_title=blanks_title,
        blanks=tuple(blanks),
        texts=(),
        address_word=plain(ui["sheet-address"]),
        notes=(
            valid.words(catalogue, writer.language),
            *usual,
            *imprint.lines(catalogue),
        ),
        draft=plain(ui["translation-draft"]) if imprint.draft else "",
        after=valid.after,
        missing=writer.missing,
    )
