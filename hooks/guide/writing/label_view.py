"""What stands for a label of a menu: the words that the reader's screen shows, as far as somebody has seen them.

In the language of the page its own words decide, where one whole copy shows them. Words of one partial copy stand
beside the English ones only. Where there are none, the place in the list and the meaning decide, and the English words
stand in small. On the page, on paper and as text it is the same :class:`LabelView`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guide.model import Label, MenuLabel, NamedLabel
from guide.model.label import LABEL_LANGUAGES, Sure
from guide.model.languages import LANGUAGES
from guide.model.text import Text
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording of a label in another language of the app, and that language's own name."""

    lang: str
    words: str
    language: str


@dataclass(frozen=True, slots=True)
class LabelView:
    """A menu label: a sign, or words in ``lang``, which is ``foreign`` where it is not the page's language.

    ``meant`` stands before foreign words. ``position`` is the line of the list (0: not known), ``low`` what one copy
    showed in the page's language. ``varies``: the screen may differ a little. ``look_for``: the word to look for.
    """

    sign: str
    words: str
    lang: str
    foreign: bool
    others: tuple[Wording, ...]
    meant: Text | None = None
    position: int = 0
    low: str = ""
    varies: bool = False
    look_for: Text | None = None

    @property
    def unexplained(self) -> bool:
        """Whether its words are foreign and nothing in the page's language stands beside them."""
        return self.foreign and not self.meant and not self.low


def label(item: Label, language: str, before: str = "") -> LabelView:
    """Return a menu label as a page in ``language`` shows it, with its wordings in other languages.

    Args:
        item: the label.
        language: code of the language of the page.
        before: the id of the label tapped before it: a place in a list is told in that list only.
    """
    if item.icon:
        return LabelView(f"sign-{item.icon.value}", "", language, foreign=False, others=())
    own = item.label if isinstance(item, NamedLabel) else None
    sure = own.sure_of(language) if own else Sure.MEDIUM
    low = item.wordings(language) if sure is Sure.LOW else ()
    shown = language if item.wordings(language) and not low else _fallback(item, language)
    first, *more = item.wordings(shown)
    others = [(shown, word) for word in more]
    others += [(code, word) for code in item.languages if code != shown for word in item.wordings(code)]
    foreign = shown != language
    return LabelView(
        sign="",
        words=first,
        lang=shown,
        foreign=foreign,
        others=tuple(Wording(code, word, LANGUAGES[code].name) for code, word in others),
        meant=own.meaning if own and foreign and not low and _readable(own.meaning, language) else None,
        position=own.position or 0 if own and (own.under is None or own.under == before) else 0,
        low=low[0] if low else "",
        varies=own is not None and not foreign and sure is Sure.MEDIUM,
        look_for=own.look_for if own else None,
    )


def _fallback(item: Label | MenuLabel, language: str) -> str:
    """Return the language of the words that stand where the page's own has none: English first."""
    return next(code for code in ("en", *LABEL_LANGUAGES) if code != language and item.wordings(code))


def _readable(text: Text | None, language: str) -> bool:
    return text is not None and text.lang == language


def labels(items: Iterable[Label], language: str) -> tuple[LabelView, ...]:
    """Return a menu path for :func:`parts.path`."""
    out, before = [], ""
    for item in items:
        out.append(label(item, language, before))
        before = item.named if isinstance(item, NamedLabel) else ""
    return tuple(out)


def place_words(view: LabelView, writer: Writer) -> str:
    """Return what stands in brackets after the words of a label, as plain text; empty for nothing."""
    plain, phrases = writer.plain, writer.interface
    said = [plain(phrases["label-position"], number=view.position)] if view.position else []
    if view.low:
        said.append(plain(phrases["label-low"], name=view.low))
    if view.meant:
        words = f"«{view.words}»"
        said.append(plain(phrases["label-in-english"], name=words) if view.lang == "en" else words)
    return writer.language.semicolon.join(said)


def label_words(view: LabelView, writer: Writer) -> str:
    """Return a label as text: its words or what it means, and in brackets where it is and what else it is called."""
    words = writer.plain(view.meant) if view.meant else view.words
    after = place_words(view, writer)
    return f"{words} ({after})" if after else words


__all__ = ["LabelView", "Wording", "label", "label_words", "labels", "place_words"]
