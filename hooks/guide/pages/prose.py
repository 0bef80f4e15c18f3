"""Hand-written pages, in each language; see :mod:`guide.reading.prose`."""

from __future__ import annotations

from pathlib import Path

from guide.deciding.how_tested import HowTested
from guide.model import Catalogue
from guide.model.fault import DataError
from guide.model.languages import SOURCE, Language
from guide.pages.page import Page
from guide.reading.prose import read_prose
from guide.reading.prose_parts import kept
from guide.writing.imprint import Imprint
from guide.writing.links import Here

#: How pages in every language write the way to the files that all languages share.
_SHARED = "](../data/"


def conditions(catalogue: Catalogue, imprint: Imprint) -> frozenset[str]:
    """Return which of :data:`guide.reading.prose_parts.CONDITIONS` hold."""
    if not imprint.working:
        return frozenset({"public"})
    return frozenset({"working", "untested" if imprint.how_tested(catalogue) is HowTested.NONE else "tested"})


def prose_pages(docs: Path, language: Language, holds: frozenset[str]) -> list[Page]:
    """Return the hand-written pages of ``docs`` in ``language``; where there is none, in the language likelier known.

    Args:
        docs: folder of the pages.
        language: of the pages.
        holds: conditions of sections that hold, see :func:`conditions`.

    Raises:
        DataError: with every fault of their form.
    """
    folder = read_prose(docs)
    if folder.faults:
        raise DataError(folder.faults)
    pages = []
    for name in folder.names():
        spanish = folder.pages[name, SOURCE]
        code = next(code for code in (language.code, language.likelier, SOURCE) if (name, code) in folder.pages)
        own = folder.pages[name, code]
        fallback = code != language.code
        stale = own is not spanish and own.front.translates != spanish.digest
        pages.append(
            Page(
                language=language,
                path=f"{name}/",
                kind="prose",
                title=own.front.title,
                title_lang=code if fallback else "",
                tab=own.front.tab,
                description=own.front.description,
                body=_from(Here(language, f"{name}/"), kept(own.body, holds)),
                edit=(own.file, own.body_line),
                words=own.front.words,
                lastmod=spanish.front.checked.isoformat(),
                meta={"content_lang": code} if fallback else {},
                stale=int(stale),
                missing=int(fallback),
            )
        )
    return pages


def _from(here: Here, body: str) -> str:
    """Return ``body`` with the way from ``here`` to the files that stand once for all languages."""
    return body.replace(_SHARED, f"]({here.asset('data')}/")
