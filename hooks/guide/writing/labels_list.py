"""The list of all labels of a platform: each in every language seen, its place in its list, and how it was seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from guide.model import Catalogue, MenuLabel, Platform
from guide.model.label import Sure
from guide.model.languages import LANGUAGES
from guide.model.text import Text
from guide.writing.label_view import Wording
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class SeenView:
    """Words that the same kinds of source show; ``once`` where one partial copy is all there is."""

    words: tuple[Wording, ...]
    seen: Markup
    once: bool


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A label: its words by how they were seen, what it means where the page's language has none, and its place."""

    id: str
    groups: tuple[SeenView, ...]
    meaning: Text | None
    position: int
    under: Markup | None


def label_rows(catalogue: Catalogue, platform: Platform, writer: Writer) -> list[LabelRow]:
    """Return every label of ``platform`` in the order of its file."""
    code = writer.language.code
    return [
        LabelRow(
            id=name,
            groups=tuple(_groups(catalogue, label, writer)),
            meaning=label.meaning if not label.wordings(code) else None,
            position=label.position or 0,
            under=_name_of(platform.labels[label.under], code) if label.under else None,
        )
        for name, label in platform.labels.items()
    ]


def sources_of(platform: Platform) -> list[str]:
    """Return the ids of the sources that show the labels of ``platform``, each once."""
    named = (name for label in platform.labels.values() for names in label.seen.values() for name in names)
    return list(dict.fromkeys(named))


def _groups(catalogue: Catalogue, label: MenuLabel, writer: Writer) -> Iterator[SeenView]:
    """Yield the words of ``label``: languages that were seen in the same way stand together."""
    groups: dict[tuple[Markup, bool], list[Wording]] = {}
    for code in label.languages:
        key = _seen(catalogue, label.seen[code], writer), label.sure_of(code) is Sure.LOW
        groups.setdefault(key, []).extend(Wording(code, word, LANGUAGES[code].name) for word in label.wordings(code))
    for (seen, once), words in groups.items():
        yield SeenView(tuple(words), seen, once)


def _seen(catalogue: Catalogue, names: tuple[str, ...], writer: Writer) -> Markup:
    """Return the kinds and dates of sources in words, each once: «texto de un programa, sin fecha»."""
    found = [catalogue.sources[name] for name in names]
    told = [Markup("{}, {}").format(writer.ui(f"source-{one.kind}"), writer.date(one.copy_read)) for one in found]
    return escape(writer.language.semicolon).join(dict.fromkeys(told))


def _name_of(label: MenuLabel, code: str) -> Markup:
    """Return the words by which another label is named: the page's own where they are sure, else the English ones."""
    own = code if label.wordings(code) and label.sure_of(code) is not Sure.LOW else ""
    shown = own or ("en" if label.en else label.languages[0])
    words = label.wordings(shown)[0]
    return Markup("{}").format(words) if own else Markup('<span lang="{}">{}</span>').format(shown, words)
