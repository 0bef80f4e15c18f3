"""What else there is to know of a plan: ``/<platform>/<threat>/more/``, with its sources and their dates."""

from __future__ import annotations

from guide.deciding.label_age import newest_copy
from guide.deciding.plan import Plan, compose
from guide.model import Catalogue
from guide.model.vocabulary import PlanPart, Stage
from guide.model.whom import Whom
from guide.pages.page import Page
from guide.pages.plan_view import (
    first_routes,
    page_of,
    route_view,
    routes_of,
    rules_of,
    stages_of,
    state_guard,
    threat_id,
)
from guide.writing import precedents, source_view, step_view
from guide.writing.copy_text import FinishedLine, finished, spoken_text
from guide.writing.render import Writer

#: Language in which reviewers may read.
ENGLISH = "en"


def plan_more_page(
    catalogue: Catalogue, plan: Plan, writer: Writer, edit: tuple[str, int], english: Catalogue | None = None
) -> Page:
    """Return the page with the rule's wording, what else protects, decisions to cite and sources.

    ``english`` is the catalogue in English: who reviews may read that only, so the text stands in it too.
    """
    rules = rules_of(catalogue, plan)
    decisions = precedents.decisions_for(catalogue, threat_id(catalogue, plan))
    menu_sources = [name for surface in plan.surfaces for way in surface.report for name in way.sources]
    menu_sources += [name for choice in plan.choices for name in choice.sources]
    menus = newest_copy(catalogue, menu_sources) if plan.reports_by_menu and menu_sources else ""
    first = first_routes(catalogue, plan)
    routes = [route for route in routes_of(catalogue, plan) if route not in first]
    return page_of(
        catalogue,
        plan,
        PlanPart.MORE,
        writer,
        edit,
        description=writer.plain(catalogue.interface["plan-more-description"]),
        named=[
            *source_view.plan_sources(plan, rules),
            *(name for decision in decisions for name in decision.sources),
        ],
        texts=[spoken_text(text) for text in plan.texts if text not in plan.first_texts],
        moved=["text-helper", *(f"text-{text.id}" for text in plan.first_texts[1:])],
        english=_in_english(plan, threat_id(catalogue, plan), writer, english) if english else (),
        english_why=catalogue.plan.english_why,
        write=_shared(plan, Stage.WRITE, catalogue, writer),
        beyond=_shared(plan, Stage.BEYOND, catalogue, writer),
        rules=[step_view.rule(item, writer.language.code) for item in rules],
        notes=plan.threat.notes,
        stages=stages_of(plan, PlanPart.MORE, catalogue, writer),
        routes=[route_view(item, catalogue, writer) for item in routes],
        state_guard=state_guard(catalogue, routes),
        decisions=decisions,
        rules_date=writer.date(newest_copy(catalogue, [plan.platform.rules_source])),
        menus_undated=menus == "undated",
        menus_date=writer.date(menus) if menus else "",
    )


def _shared(plan: Plan, stage: Stage, catalogue: Catalogue, writer: Writer) -> list[step_view.StepView]:
    """Return the steps of ``stage`` that hold whatever happened."""
    shared = {step.id for step in catalogue.plan.steps}
    found = [step for item in plan.stages if item.stage is stage for step in item.steps if step.id in shared]
    return [step_view.step(step, writer, outward=True) for step in found]


def _in_english(plan: Plan, name: str, writer: Writer, english: Catalogue) -> tuple[FinishedLine, ...]:
    """Return the first text of the plan ``name`` in English as the person herself says it; empty on an English page."""
    if writer.language.code == ENGLISH:
        return ()
    own = compose(english, english.platforms[plan.platform.id], name)
    lines = own.first_texts[0].said_by(Whom.ME)
    # What nobody has translated yet stands on the page already.
    return finished(lines, writer) if all(line.text.lang == ENGLISH for line in lines) else ()
