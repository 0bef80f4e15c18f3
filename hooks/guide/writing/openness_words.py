"""For whom a route is, in a short phrase: shown wherever it is offered and the page does not know (rule P4)."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from guide.deciding.openness import If, to_judge
from guide.model import Catalogue, Route
from guide.model.condition import Closing
from guide.model.text import Text
from guide.writing.filter_view import language_name, spoken
from guide.writing.places import place_name
from guide.writing.render import Writer

#: Most countries that are named on a line; the page of a route names all of them.
MOST_NAMED = 8
#: Phrases for fields that name countries. What a country is about goes with who fled; where she lives does not.
_COUNTRIES = {"country": "about", "comes_from": "from", "lives_in": "in"}


def openness_html(catalogue: Catalogue, left: If | None, writer: Writer) -> Markup:
    """Return what the reader must judge of herself, "Solo casos de: México."; empty if nothing."""
    return Markup(" ").join(
        writer.ui(key, names=escape(writer.language.comma).join(_html(name, writer) for name in names))
        for key, names in _told(catalogue, left, writer)
    )


def openness_words(catalogue: Catalogue, left: If | None, writer: Writer) -> str:
    """Return the same for paper."""
    ui = writer.interface
    return " ".join(
        writer.plain(ui[key], names=writer.language.comma.join(_plain(name, writer) for name in names))
        for key, names in _told(catalogue, left, writer)
    )


def named_with_openness(catalogue: Catalogue, route: Route, writer: Writer, *, short: bool = False) -> str:
    """Return the name of a route for paper, with for whom it is and its languages, where no country is known.

    ``short``: without the languages, for a sheet that folds.
    """
    languages = "" if short else spoken(route.speaks, writer.language)
    only = openness_words(catalogue, to_judge(catalogue, route), writer)
    told = f"{only} {languages}".strip().rstrip(".")
    return writer.plain(route.name) + (f" ({told})" if told else "")


def _html(name: Text | str, writer: Writer) -> Markup:
    return writer.t(name) if isinstance(name, Text) else escape(name)


def _plain(name: Text | str, writer: Writer) -> str:
    return writer.plain(name) if isinstance(name, Text) else name


def _told(catalogue: Catalogue, left: If | None, writer: Writer) -> Iterator[tuple[str, list[Text | str]]]:
    """Yield the phrase for each field that asks something, and the names that stand in it."""
    if left is not None:
        for begins, condition in (("only", left.only), ("never", left.never)):
            for field in condition.given():
                phrase, names = _named(catalogue, condition, field, writer)
                # Two things that must both hold would read as a choice.
                also = begins == "only" and field == "gender" and condition.role
                yield ("only-for-also" if also else f"{begins}-{phrase}"), names


def _named(catalogue: Catalogue, condition: Closing, field: str, writer: Writer) -> tuple[str, list[Text | str]]:
    ui, values = catalogue.interface, getattr(condition, field)
    if field == "exile":
        return "for", [ui["whom-exile" if values else "whom-no-exile"]]
    if field == "language":
        return "speaks", [language_name(value) for value in values]
    if field in ("role", "gender"):
        return "for", [ui[f"whom-{value}"] for value in values]
    if field in ("region", "party_to"):
        words = "region" if field == "region" else "treaty"
        return "about", [ui[f"{words}-{value}"] for value in values]
    if len(values) > MOST_NAMED:
        return _COUNTRIES[field], [writer.plain(ui["many-places"], count=len(values))]
    return _COUNTRIES[field], [place_name(catalogue, value, writer) for value in values]
