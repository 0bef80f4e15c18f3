"""What to do now of a plan: ``/<platform>/<threat>/`` and ``/<platform>/general/``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from types import SimpleNamespace as View

from guide.deciding.plan import FIRST_PROTECTIONS, Plan
from guide.model import Catalogue, Choice, MenuPath, Surface
from guide.model.platform import WithoutAccount
from guide.model.reference import OTHER_WAY
from guide.model.text import Text
from guide.model.vocabulary import Device, Paper, PlanPart, Stage, TargetReport
from guide.model.whom import Whom
from guide.pages.form_view import form_view
from guide.pages.page import Page
from guide.pages.plan_view import (
    StageView,
    first_routes,
    name_of,
    onward,
    page_of,
    route_view,
    rules_of,
    stages_of,
    threat_id,
)
from guide.writing import source_view, step_view
from guide.writing.copy_text import spoken_text
from guide.writing.file_names import SINGLE_FILE, TEXT_FILE, pdf_path, plan_name
from guide.writing.reading_time import minutes
from guide.writing.render import Writer

#: A place that the plan names without its menu.
OTHER_PLACE = "other"
#: Who the plan is for, one tap away; the rest stands in a fold beside them.
ALWAYS_SHOWN = (Whom.ME, Whom.YOUNG, Whom.HELPER)


def plan_page(catalogue: Catalogue, plan: Plan, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page of what to do now."""
    name = name_of(catalogue, plan)
    shown = plan.first_surfaces
    elsewhere = [item for item in plan.surfaces if item not in shown] if shown else []
    learns = _commonest(shown)
    stages = [_first_steps(stage, plan, catalogue) for stage in stages_of(plan, PlanPart.NOW, catalogue, writer)]
    page = page_of(
        catalogue,
        plan,
        PlanPart.NOW,
        writer,
        edit,
        description=_description(catalogue, plan, writer),
        named=source_view.plan_sources(plan, rules_of(catalogue, plan)),
        threat_link="" if plan.threat is catalogue.general else f"threat:{plan.threat.id}",
        minutes="{minutes}",
        near=_near(plan, writer),
        twins=[
            View(name=other.name, href=writer.here.to(f"{other.id}/{threat_id(catalogue, plan)}/"))
            for other in catalogue.platforms.values()
            if other is not plan.platform and (plan.threat is catalogue.general or plan.threat.id in other.threats)
        ],
        things=[
            View(href=writer.here.resolve(f"plan:{name}#{item.stage.value}"), do=item.do) for item in plan.threat.now
        ],
        whom=_whom(catalogue, plan),
        stages=stages,
        target_report=plan.entry.target_report.value,
        # Who reports matters, unless anyone's report serves (rule P14).
        badged=plan.entry.target_report is not TargetReport.ANYONE,
        surfaces=[_surface(catalogue, item, writer, told=learns) for item in shown],
        surfaces_learn=learns,
        elsewhere=[View(id=item.id, name=item.name) for item in elsewhere],
        choices=[_choice(catalogue, choice, plan, writer) for choice in plan.choices],
        # What serves without an account alone is on a page of its own.
        forms=[form_view(form) for form in plan.forms if form.without_account is not WithoutAccount.ONLY],
        other_way=f"{plan.platform.id}/{OTHER_WAY}/" if plan.reports_by_menu else "",
        other_way_title=catalogue.other_way.title,
        texts=[spoken_text(text) for text in plan.first_texts],
        texts_more=[spoken_text(text) for text in plan.texts if text not in plan.first_texts],
        onward=onward(catalogue, plan, writer),
        routes=[route_view(item, catalogue, writer) for item in first_routes(catalogue, plan)],
        sheet_a4=pdf_path(plan_name(plan), Paper.A4),
        sheet_letter=pdf_path(plan_name(plan), Paper.LETTER),
        text_file=f"{name}/{TEXT_FILE}",
        single_file=f"{name}/{SINGLE_FILE}",
    )
    return replace(page, body=page.body.replace("{minutes}", str(minutes(page.body))))


def _first_steps(stage: StageView, plan: Plan, catalogue: Catalogue) -> StageView:
    """Return ``stage`` with what has no time to wait; the rest of its steps is under *more*."""
    if stage.id == Stage.PROTECT:
        told = {item.id for item in plan.platform.protections}
        first = stage.steps[:FIRST_PROTECTIONS]
        # What a platform's own protections do in full is with all menus.
        return replace(stage, steps=tuple(replace(s, more=None) if s.anchor in told else s for s in first))
    if stage.id in (Stage.WRITE, Stage.BEYOND):
        # What holds whatever happened is under *more*; here stands what this threat alone asks for.
        shared = {step.id for step in catalogue.plan.steps}
        return replace(stage, steps=tuple(step for step in stage.steps if step.anchor not in shared))
    return stage


def _description(catalogue: Catalogue, plan: Plan, writer: Writer) -> str:
    hint = writer.plain(plan.threat.hint)
    if plan.threat is catalogue.general:
        return hint
    return f"{hint} {plan.platform.name}: {writer.plain(plan.platform.intro)}"


def _commonest(surfaces: Iterable[Surface]) -> Text | None:
    """Return what most places say of who may notice: it stands once, before them."""
    told = Counter(item.learns_how for item in surfaces if item.learns_how)
    return told.most_common(1)[0][0] if told else None


def _near(plan: Plan, writer: Writer) -> list[View]:
    """Return the plans near this one: in its place, before it, and after it."""
    out = []
    for word, first in (("near-instead", None), ("near-first", True), ("near-after", False)):
        there = [item for item in plan.threat.near if item.first is first and item.plan in plan.platform.threats]
        plans = [View(href=writer.here.to(f"{plan.platform.id}/{item.plan}/"), when=item.when) for item in there]
        if plans:
            out.append(View(word=word, plans=plans, follows=first is False))
    return out


def _surface(catalogue: Catalogue, surface: Surface, writer: Writer, *, told: Text | None) -> View:
    return View(
        id=surface.id,
        name=surface.name,
        who_can=surface.who_can.value,
        report=[step_view.menu(catalogue, way, writer) for way in _on_phone(surface)],
        instead=surface.instead,
        keep=[text for text in (surface.link, surface.gone) if text],
        learns="" if surface.learns_how == told else surface.author_learns.value,
        learns_how=surface.learns_how,
    )


def _on_phone(surface: Surface) -> tuple[MenuPath, ...]:
    """Return the ways of a phone; those of a browser alone are with all menus, unless there is no other."""
    return tuple(way for way in surface.report if way.device != (Device.WEB,)) or surface.report


def _choice(catalogue: Catalogue, choice: Choice, plan: Plan, writer: Writer) -> View:
    """Return a choice with the places that it is for, where it is not for all: those shown, and ``other``."""
    names = {surface.id: surface.name for surface in plan.surfaces if surface.id in plan.places_of(choice)}
    shown = {surface.id for surface in plan.first_surfaces}
    at = [name for name in names if name in shown]
    if names.keys() - shown:
        at.append(OTHER_PLACE)
    menu = step_view.menu(catalogue, choice, writer)
    return View(at=at, menu=replace(menu, surfaces=tuple(names.values())))


def _whom(catalogue: Catalogue, plan: Plan) -> list[View]:
    # What else holds for this person whatever happened is on the page of who helps.
    return [
        View(
            id=who.value,
            first=who in ALWAYS_SHOWN,
            label=block.label,
            intro=block.intro,
            do=[item for item in block.first if plan.reports_by_menu or not item.reporting],
            dont=(),
            special=plan.threat.whom.get(who),
        )
        for who, block in catalogue.whom.items()
    ]
