"""The page of a plan: ``/<platform>/<threat>/`` and ``/<platform>/general/``."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace as View

from guide.checking.learns import OUTWARD
from guide.deciding.label_age import newest_copy
from guide.deciding.openness import to_judge
from guide.deciding.plan import GENERAL, Plan
from guide.deciding.results import onward_of, result_for
from guide.model import Catalogue, Choice, Form, Route, Step, Surface
from guide.model.roles import GuardRole, StepRole
from guide.model.situation import Dimension
from guide.model.vocabulary import Paper, ReachesState, Stage, TargetReport, Whom
from guide.pages.page import Page
from guide.writing import precedents, source_view, step_view
from guide.writing.file_names import SINGLE_FILE, TEXT_FILE, pdf_path, plan_name, plan_title
from guide.writing.openness_words import openness_html
from guide.writing.render import Writer, render

#: Words a minute that a tired person reads on a phone. Slower than the usual 200, on purpose.
READING_SPEED = 160

#: Who the plan is for, one tap away; the rest stands in a fold beside them.
ALWAYS_SHOWN = (Whom.ME, Whom.HELPER)


def plan_page(
    catalogue: Catalogue, plan: Plan, writer: Writer, edit: tuple[str, int], as_text: tuple[str, str] = ("", "")
) -> Page:
    """Return the page of ``plan``; ``as_text`` is the plan as a message, with the tag of its language."""
    language = writer.language
    threat_id = GENERAL if plan.threat is catalogue.general else plan.threat.id
    rules = [catalogue.policies[name] for name in plan.entry.rules]
    stages = [_stage(stage.stage, stage.steps, catalogue, writer) for stage in plan.stages]
    routes = [catalogue.routes[name] for name in plan.threat.routes]
    choices = [_choice(catalogue, choice, plan, writer) for choice in plan.choices]
    surfaces = [_surface(catalogue, surface, writer) for surface in plan.surfaces] if plan.reports_by_menu else []
    named = source_view.plan_sources(plan, rules)
    named += [name for decision in precedents.decisions_for(catalogue, threat_id) for name in decision.sources]
    menu_sources = [name for s in plan.surfaces for way in s.report for name in way.sources]
    menu_sources += [name for choice in plan.choices for name in choice.sources]
    menus = newest_copy(catalogue, menu_sources) if surfaces and menu_sources else ""
    title = f"{writer.plain(plan.threat.name)} · {plan.platform.name}"
    body = render(
        "plan.md",
        writer,
        plan=plan,
        title=writer.m(plan.threat.name) + " · " + writer.m(catalogue.interface["on-platform"]),
        threat_link=f"threat:{threat_id}" if threat_id != GENERAL else "",
        minutes=_minutes(plan),
        rules_date=writer.date(newest_copy(catalogue, [plan.platform.rules_source])),
        menus_undated=menus == "undated",
        menus_date=writer.date(menus) if menus else "",
        age_first=plan.threat.age_first,
        g9=catalogue.guard(GuardRole.AGE),
        near=_near(plan, writer),
        now=plan.threat.now,
        whom=_whom(catalogue, plan),
        general=threat_id == GENERAL,
        hiding=[step_view.protection(item, writer) for item in plan.hiding],
        stages=stages,
        target_report=plan.entry.target_report.value,
        # Steps in which it matters who reports carry the badge, unless anyone's report serves (rule P14).
        badged=plan.entry.target_report is not TargetReport.ANYONE,
        rules=[step_view.rule(item, language.code) for item in rules],
        notes=plan.threat.notes,
        surfaces=surfaces,
        choices=choices,
        links=[s for s in plan.surfaces if s.link],
        gone=[s for s in plan.surfaces if s.gone],
        last_evidence=_last_evidence(plan),
        forms=[_form(form) for form in plan.forms],
        texts=[
            View(anchor=f"text-{text.id}", title=text.title, lines=[line.text for line in text.lines], only="")
            for text in plan.texts
        ],
        appeal=_appeal(catalogue, plan, writer) if Stage.REFUSED not in plan.threat.steps else None,
        decisions=precedents.decisions_for(catalogue, threat_id),
        board=catalogue.board.id,
        board_text=precedents.appeal_for(catalogue, threat_id),
        onward=_onward(catalogue, plan, writer),
        routes=[_route(item, catalogue, writer) for item in routes],
        state_guard=catalogue.guard(GuardRole.STATE) if any(map(_reaches_state, routes)) else None,
        sheet_a4=pdf_path(plan_name(plan), Paper.A4),
        sheet_letter=pdf_path(plan_name(plan), Paper.LETTER),
        text_file=f"{plan.platform.id}/{threat_id}/{TEXT_FILE}",
        single_file=f"{plan.platform.id}/{threat_id}/{SINGLE_FILE}",
        as_text=as_text[0],
        as_text_lang=as_text[1] if as_text[1] != language.tag else "",
        sources=source_view.sources(catalogue, named),
    )
    return Page(
        language=language,
        path=f"{plan.platform.id}/{threat_id}/",
        kind="plan",
        title=title,
        title_lang=writer.foreign(plan.threat.name),
        tab=plan_title(catalogue, plan, writer.plain(plan.threat.tab)),
        description=writer.plain(plan.threat.hint) if threat_id == GENERAL else _description(plan, writer),
        body=body,
        edit=edit,
        words=writer.plain(plan.threat.words),
        headings=tuple(writer.plain(stage.title, platform=plan.platform.name) for stage in stages),
        lastmod=max((str(catalogue.sources[name].checked) for name in named), default=""),
        stale=writer.stale,
        missing=writer.missing,
    )


def _description(plan: Plan, writer: Writer) -> str:
    return f"{writer.plain(plan.threat.hint)} {plan.platform.name}: {writer.plain(plan.platform.intro)}"


def _near(plan: Plan, writer: Writer) -> list[View]:
    """Return the plans near this one: in its place, before it, and after it."""
    out = []
    for word, first in (("near-instead", None), ("near-first", True), ("near-after", False)):
        there = [item for item in plan.threat.near if item.first is first and item.plan in plan.platform.threats]
        plans = [View(href=writer.here.to(f"{plan.platform.id}/{item.plan}/"), when=item.when) for item in there]
        if plans:
            out.append(View(word=word, plans=plans, follows=first is False))
    return out


def _stage(stage: Stage, steps: tuple[Step, ...], catalogue: Catalogue, writer: Writer) -> View:
    frame = catalogue.plan.stages[stage]
    return View(
        id=stage.value,
        title=frame.title,
        short=frame.short,
        intro=frame.intro,
        steps=[step_view.step(item, writer, outward=stage in OUTWARD) for item in steps],
    )


def _surface(catalogue: Catalogue, surface: Surface, writer: Writer) -> View:
    return View(
        id=surface.id,
        name=surface.name,
        who_can=surface.who_can.value,
        report=[step_view.menu(catalogue, way, writer) for way in surface.report],
        instead=surface.instead,
        learns=surface.author_learns.value,
        learns_how=surface.learns_how,
    )


def _choice(catalogue: Catalogue, choice: Choice, plan: Plan, writer: Writer) -> step_view.MenuView:
    shown = step_view.menu(catalogue, choice, writer)
    names = {surface.id: surface.name for surface in plan.surfaces}
    return replace(shown, surfaces=tuple(names[name] for name in choice.surfaces if name in names))


def _form(form: Form) -> View:
    return View(
        name=form.name,
        purpose=form.purpose,
        login=form.login,
        url=form.url,
        link_words=step_view.shown_address(form.url),
        who_can=form.who_can.value,
        learns=form.author_learns.value,
        learns_how=form.learns_how,
    )


def _appeal(catalogue: Catalogue, plan: Plan, writer: Writer) -> View:
    appeal = plan.platform.appeal
    return View(
        where=[step_view.menu(catalogue, way, writer) for way in appeal.where], where_instead=appeal.where_instead
    )


def _onward(catalogue: Catalogue, plan: Plan, writer: Writer) -> dict[str, list[View]]:
    """Return where a plan leads beyond the platform, with what is known by then: nobody answers twice."""
    words = {"": "nav-escalate", "not-yet": "nav-escalate", "refused": "escalate-refused", "silent": "escalate-silent"}
    out: dict[str, list[View]] = {}
    for onward in onward_of(plan.threat):
        result = result_for(catalogue, onward.known)
        href = writer.here.resolve(f"result:{result.id}" if result else "page:escalate")
        word = words[onward.known.get(Dimension.ANSWER, "")]
        out.setdefault(onward.stage.value, []).append(View(href=href, word=word))
    return out


def _reaches_state(route: Route) -> bool:
    return route.reaches_state is not ReachesState.NO


def _route(route: Route, catalogue: Catalogue, writer: Writer) -> View:
    state = route.reaches_state.value if _reaches_state(route) else ""
    only = openness_html(catalogue, to_judge(catalogue, route), writer)
    return View(id=route.id, name=route.name, can=route.can, only=only, state=state, state_why=route.reaches_why)


def _whom(catalogue: Catalogue, plan: Plan) -> list[View]:
    return [
        View(
            id=who.value,
            first=who in ALWAYS_SHOWN,
            label=block.label,
            intro=block.intro,
            do=block.do,
            dont=block.dont,
            special=plan.threat.whom.get(who),
        )
        for who, block in catalogue.whom.items()
    ]


def _last_evidence(plan: Plan) -> str:
    """Return the evidence step under which the page warns of what vanishes."""
    for stage in plan.stages:
        if stage.stage is Stage.EVIDENCE:
            names = [item.id for item in stage.steps if item.role in (StepRole.KEEPS_LINK, StepRole.KEEPS_SCREEN)]
            return names[-1] if names else ""
    return ""


def _minutes(plan: Plan) -> int:
    words = sum(
        len(item.do.words.split()) + len(item.more.words.split() if item.more else ())
        for s in plan.stages
        for item in s.steps
    )
    words += sum(len(line.text.words.split()) for text in plan.texts for line in text.lines)
    return max(1, round(words / READING_SPEED) + 2)
