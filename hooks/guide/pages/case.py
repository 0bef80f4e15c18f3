"""``/case/``, ``/decisions/`` and ``/goals/``: the public case, the decisions to cite, the goals beside it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from guide.model import Catalogue, Decision, GoalTarget
from guide.model.vocabulary import PageId, Side
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.pages.picture import Branch, draw_path
from guide.writing import source_view, step_view
from guide.writing.filter_view import FilterView, option, options
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class LinkView:
    """An outside address and how people read it."""

    url: str
    words: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision with its date in words; ``classes`` are those by which the list is narrowed."""

    id: str
    name: str
    date: Markup
    platforms: tuple[str, ...]
    side: str
    weight: str
    result: str
    record: Decision
    links: tuple[LinkView, ...]
    classes: str


@dataclass(frozen=True, slots=True)
class TargetView:
    """A target in its official wording; ``lang`` is the language of that wording."""

    id: str
    number: str
    lang: str
    official: str
    record: GoalTarget


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal and its targets."""

    number: int
    targets: tuple[TargetView, ...]


def case_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page of the public case: its timeline as a picture and as a list, and what can be learned."""
    case = catalogue.case
    boxes = [
        Branch(f"{writer.plain(m.when)}: {writer.plain(m.short)}", "", (), "answer", writer.foreign(m.short))
        for m in case.moments
    ]
    return page_from(
        catalogue,
        PageId.CASE,
        "case.md",
        writer,
        edit,
        case=case,
        board=catalogue.board.id,
        svg=Markup(draw_path(boxes, writer.language.direction)),  # noqa: S704 - the drawing escapes its words
        named=source_view.named_sources(case),
    )


def decisions_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the list of decisions, newest first, with what narrows it."""
    decisions = sorted(catalogue.decisions.values(), key=lambda item: item.date, reverse=True)
    used = {name for item in decisions for name in item.threats}
    filters = [
        FilterView("threat", tuple(option(t.id, text=t.name) for t in catalogue.threats.values() if t.id in used)),
        FilterView("platform", tuple(option(p.id, label=p.name) for p in catalogue.platforms.values())),
        FilterView("side", options(Side, "side")),
    ]
    return page_from(
        catalogue,
        PageId.DECISIONS,
        "decisions.md",
        writer,
        edit,
        decisions=[decision_view(item, catalogue, writer) for item in decisions],
        filters=filters,
        named=[name for item in decisions for name in item.sources],
    )


def decision_view(item: Decision, catalogue: Catalogue, writer: Writer) -> DecisionView:
    """Return a decision with its date in words and the classes by which it is narrowed."""
    classes = [f"side-{item.side}", *(f"platform-{p}" for p in item.platforms), *(f"threat-{t}" for t in item.threats)]
    return DecisionView(
        id=item.id,
        name=item.name,
        date=writer.date(item.date),
        platforms=tuple(catalogue.platforms[name].name for name in item.platforms),
        side=item.side.value,
        weight=item.weight.value,
        result=item.result.value,
        record=item,
        links=tuple(LinkView(url, step_view.shown_address(url)) for url in item.links),
        classes=" ".join(classes),
    )


def goals_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the goals: official wording, the article's beside it, and the project's own indicators."""
    code = writer.language.code
    goals = [
        GoalView(
            number=goal.number,
            targets=tuple(
                TargetView(
                    id=target.id,
                    number=target.number,
                    lang=code if code in target.official else "en",
                    official=target.official.get(code) or target.official["en"],
                    record=target,
                )
                for target in goal.targets
            ),
        )
        for goal in catalogue.goals.goals
    ]
    named = source_view.named_sources(catalogue.goals)
    return page_from(
        catalogue, PageId.GOALS, "goals.md", writer, edit, goals=goals, about=catalogue.goals.intro, named=named
    )
