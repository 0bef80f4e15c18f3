"""Sheets of a platform by who reads: without an account, for an organisation, for somebody under 18.

They are not made once a threat: what they say first holds whatever happened. Names and titles are dull (rule P35).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guide.deciding.owners import for_owner
from guide.deciding.plan import GENERAL, compose
from guide.model import Catalogue, OtherWayPart, Platform, WhomBlock
from guide.model.languages import Language
from guide.model.platform import WithoutAccount
from guide.model.reference import OTHER_WAY
from guide.model.roles import GuardRole
from guide.model.text import RunKind, Text, walk_runs
from guide.paper.page_sheet import page_sheet
from guide.writing import source_view
from guide.writing.address import Address
from guide.writing.file_names import person_name
from guide.writing.imprint import Imprint
from guide.writing.links import Here
from guide.writing.numbers import values_of
from guide.writing.passages import Passage
from guide.writing.plan_words import Line, Section, Sheet, plan_sheet
from guide.writing.render import Writer
from guide.writing.validity import Validity


def person_sheets(catalogue: Catalogue, language: Language, imprint: Imprint) -> list[Sheet]:
    """Return the sheets of every platform by who reads, from the catalogue in ``language``."""
    return [
        sheet
        for platform in catalogue.platforms.values()
        for sheet in _of(for_owner(catalogue, platform.owner), platform, language, imprint)
    ]


def _of(catalogue: Catalogue, platform: Platform, language: Language, imprint: Imprint) -> Iterator[Sheet]:
    yield other_way_sheet(catalogue, platform, language, imprint)
    plan = compose(catalogue, platform, GENERAL)
    writer = _writer(catalogue, platform, language, f"{platform.id}/{GENERAL}/")
    for whom, block in catalogue.whom.items():
        if block.sheet:
            sheet = plan_sheet(catalogue, plan, language, imprint, whom)
            yield replace(
                sheet,
                name=person_name(platform, block.sheet.code),
                title=f"{platform.name} · {writer.plain(block.sheet.tab)}",
                sections=(_first(block, writer), *sheet.sections),
                texts=sheet.texts[:1],
            )


def other_way_sheet(catalogue: Catalogue, platform: Platform, language: Language, imprint: Imprint) -> Sheet:
    """Return the sheet of ``platform`` for who has no account there: no step of it needs one."""
    record = catalogue.other_way
    writer = _writer(catalogue, platform, language, f"{platform.id}/{OTHER_WAY}/")
    ui, plain = catalogue.interface, writer.plain
    age = catalogue.guard(GuardRole.AGE)
    names = source_view.named_sources(record)
    checked = [catalogue.sources[name].checked for name in names]
    sheet = page_sheet(
        catalogue,
        writer,
        imprint,
        path=f"{platform.id}/{OTHER_WAY}/",
        name=person_name(platform, record.code),
        title=f"{platform.name} · {plain(record.tab)}",
        safety=f"{plain(ui['safety-first'])} {plain(ui['safety-paper'])}",
        warnings=[f"{plain(age.title)}. {plain(age.text)}"],
        avoid_title=plain(ui["avoid-title"]),
        avoid=[plain(item.text) for item in record.avoid],
        sections=[_part(catalogue, part, platform, writer) for part in record.parts],
        blanks_title=plain(ui["sheet-blanks"]),
        blanks=[plain(ui[f"sheet-blank-{name}"]) for name in ("date", "link")],
        valid=Validity.of(checked, catalogue.freshness.days("rule")),
    )
    text = Passage(plain(record.text.title), tuple(plain(line.text) for line in record.text.lines))
    return replace(sheet, texts=(text,), missing=writer.missing)


def _part(catalogue: Catalogue, part: OtherWayPart, platform: Platform, writer: Writer) -> Section:
    """Return a part with what its steps say; the forms that ask for no account follow the steps that name them."""
    plain = writer.plain
    forms = [form for form in platform.forms if part.forms and form.without_account]
    lines = [
        Line(" ".join(plain(text) for text in (step.do, step.more) if text and _alone(text))) for step in part.steps
    ]
    for form in forms:
        only = form.without_account is WithoutAccount.ONLY
        words = plain(form.name) if only else f"{plain(form.name)}. {plain(writer.interface['form-also'])}"
        lines.append(Line(words, addresses=(Address.of_site(form.url),)))
    if part.forms and not forms:
        lines[-1:] = [Line(plain(catalogue.other_way.none))]
    # A capture can endanger: on paper too (rule P28).
    notes = (plain(writer.interface["keep-capture"]),) if part.captures else ()
    return Section(plain(part.title), tuple(lines), notes)


def _alone(text: Text) -> bool:
    """Return whether ``text`` leads to no page: on paper nobody can follow it."""
    return not any(run.kind is RunKind.LINK for run in walk_runs(text.runs))


def _first(block: WhomBlock, writer: Writer) -> Section:
    """Return what holds for such a reader whatever happened."""
    texts = [item.text for item in (*block.first, *block.do)] + [item.text for item in block.dont]
    notes = (writer.plain(block.intro),) if block.intro else ()
    return Section(
        writer.plain(writer.interface["sheet-before"]), tuple(Line(writer.plain(text)) for text in texts), notes
    )


def _writer(catalogue: Catalogue, platform: Platform, language: Language, path: str) -> Writer:
    return Writer(Here(language, path), catalogue.interface, values_of(catalogue, platform))
