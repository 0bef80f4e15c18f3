"""``/appeal/``: they said no, or nothing: what was tried, and the one thing that is next."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from guide.model import Catalogue, Route, Tried
from guide.model.roles import Ask, GuardRole
from guide.model.text import Text
from guide.model.vocabulary import PageId
from guide.pages.buttons import ButtonView, buttons
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing import label_view, source_view, step_view
from guide.writing.copy_text import CopyTextView, copy_text
from guide.writing.numbers import board_numbers, values_of
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where a platform shows answer and number: its line, and the way there where none before it has the same."""

    name: str
    text: Markup
    ways: tuple[tuple[label_view.LabelView, ...], ...]


@dataclass(frozen=True, slots=True)
class WayView:
    """A way beyond the platform; ``state`` is its mark, empty where nothing read says that a State learns of it."""

    id: str
    name: Text
    text: Text | None
    state: str


@dataclass(frozen=True, slots=True)
class TriedView:
    """What was tried, and what is next."""

    id: str
    say: Text
    title: Text
    before: Text | None
    next: step_view.StepView
    way: WayView | None
    buttons: tuple[ButtonView, ...]
    told: tuple[Text, ...]
    text: CopyTextView | None
    what_if: tuple[Text, ...]


def appeal(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page for who was told no: it asks what was tried, because the answer decides what is next."""
    record = catalogue.appeal
    # The days of the Board stand in texts of the page, not only in those of a platform.
    own = writer.with_values(board_numbers(catalogue))
    named = source_view.named_sources(record)
    for platform in catalogue.platforms.values():
        lines = platform.appeal
        named += source_view.named_sources((lines.find, lines.where))
    tried = [_tried(catalogue, item, own) for item in record.tried]
    ways = [_way(catalogue.routes[way.route], way.text) for way in record.ways]
    return page_from(
        catalogue,
        PageId.APPEAL,
        "appeal.md",
        own,
        edit,
        record=record,
        tried=tried,
        platforms=list(catalogue.platforms),
        places=_places(catalogue, own),
        ways=ways,
        guard=catalogue.guard(GuardRole.STATE),
        # It stands once, before the first thing that a State can learn of (rules P5, P30).
        guard_at=next((item.id for item in tried if item.way and item.way.state), ""),
        guard_ways=any(way.state for way in ways),
        named=named,
    )


def _tried(catalogue: Catalogue, item: Tried, writer: Writer) -> TriedView:
    return TriedView(
        id=item.id,
        say=item.say,
        title=item.title,
        before=item.before,
        # What the other side may learn is told with its condition, and not by a label that says it for certain.
        next=replace(step_view.step(item.next, writer, prefix=f"{item.id}-"), learns=""),
        way=_way(catalogue.routes[item.route]) if item.route else None,
        buttons=buttons(catalogue, f"plan:{item.plan}", writer) if item.plan else (),
        told=tuple(told.text for told in item.told),
        text=copy_text(item.text) if item.text else None,
        what_if=tuple(case.text for case in item.what_if),
    )


def _places(catalogue: Catalogue, writer: Writer) -> list[PlaceView]:
    shown: set[tuple[tuple[str, str], ...]] = set()
    places = []
    for platform in catalogue.platforms.values():
        found = [way for way in platform.appeal.where if way.asks is Ask.REMOVAL]
        ways = [label_view.labels(way.path, writer.language.code) for way in found]
        # Two platforms whose screens say the same are told once.
        new = {tuple((item.sign, item.words) for item in way): way for way in ways}
        text = writer.with_values(values_of(catalogue, platform)).t(platform.appeal.find.text)
        places.append(PlaceView(platform.name, text, tuple(way for key, way in new.items() if key not in shown)))
        shown.update(new)
    return places


def _way(route: Route, text: Text | None = None) -> WayView:
    state = route.reaches_state.mark
    return WayView(route.id, route.name, text, state)
