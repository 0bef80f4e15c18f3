"""``/<platform>/other-way/``: what somebody can do who has no account there. No step needs one."""

from __future__ import annotations

from dataclasses import dataclass

from guide.model import Catalogue, OtherWayPart, Platform
from guide.model.reference import OTHER_WAY
from guide.model.roles import GuardRole
from guide.model.text import Text
from guide.model.vocabulary import Paper
from guide.pages.form_view import FormView, form_view
from guide.pages.page import Page
from guide.writing import source_view, step_view
from guide.writing.copy_text import copy_text
from guide.writing.file_names import pdf_path, person_name
from guide.writing.render import Writer, render


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of the page, and the forms that stand in it; ``none`` is said where there is no form."""

    id: str
    title: Text
    steps: tuple[step_view.StepView, ...]
    forms: tuple[FormView, ...]
    none: Text | None
    captures: bool


def other_way_page(catalogue: Catalogue, platform: Platform, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page of ``platform`` for who has no account there."""
    record = catalogue.other_way
    forms = [form for form in platform.forms if form.without_account]
    named = [*source_view.named_sources(record), *(name for form in forms for name in form.sources)]
    parts = [_part(catalogue, part, platform, writer) for part in record.parts]
    body = render(
        "other-way.md",
        writer,
        platform=platform,
        record=record,
        parts=parts,
        text=copy_text(record.text),
        age=catalogue.guard(GuardRole.AGE),
        sheets={paper.value: pdf_path(person_name(platform, record.code), paper) for paper in Paper},
        sources=source_view.sources(catalogue, named),
    )
    return Page(
        language=writer.language,
        path=f"{platform.id}/{OTHER_WAY}/",
        kind="other-way",
        title=f"{writer.plain(record.title)} · {platform.name}",
        title_lang=writer.foreign(record.title),
        tab=f"{platform.name} · {writer.plain(record.tab)}",
        description=writer.plain(record.description),
        body=body,
        edit=edit,
        lastmod=max((str(catalogue.sources[name].checked) for name in named), default=""),
        stale=writer.stale,
        missing=writer.missing,
    )


def _part(catalogue: Catalogue, part: OtherWayPart, platform: Platform, writer: Writer) -> PartView:
    forms = tuple(form_view(form) for form in platform.forms if part.forms and form.without_account)
    # Where no form is known, the step that names one would lead nowhere.
    steps = [step for step in part.steps if forms or not part.forms or step.id != part.steps[-1].id]
    none = catalogue.other_way.none if part.forms and not forms else None
    shown = tuple(step_view.step(step, writer, outward=True) for step in steps)
    return PartView(part.id, part.title, shown, forms, none, part.captures)
