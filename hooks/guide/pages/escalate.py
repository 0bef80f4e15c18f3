"""``/escalate/``: what happened, and what the platform said; and the small page that each answer leads to."""

from __future__ import annotations

from dataclasses import dataclass

from guide.deciding.results import said_of
from guide.model import Answer, Catalogue, Country, Result, Tree
from guide.model.reference import Reference
from guide.model.roles import TreeRole
from guide.model.text import Text
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing.links import path_of
from guide.writing.render import Writer, render
from guide.writing.result_view import said_view


@dataclass(frozen=True, slots=True)
class StepView:
    """An answer: where it leads, and the ids of places that once led there."""

    say: Text
    hint: Text | None
    href: str
    formerly: tuple[str, ...]
    goto: int


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question of the tree; ``number`` is its place, from 1."""

    id: str
    number: int
    ask: Text
    hint: Text | None
    shows_signs: bool
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class LinkView:
    """Words that lead somewhere."""

    words: Text
    href: str


def escalate_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page that asks what happened, and leads to who can help besides the platform."""
    tree = catalogue.tree(TreeRole.ADVICE)
    numbers = {name: number for number, name in enumerate(tree.questions, 1)}
    told: set[str] = set()
    questions = [
        QuestionView(
            id=name,
            number=numbers[name],
            ask=question.ask,
            hint=question.hint,
            shows_signs=question.shows_signs,
            steps=tuple(_step(catalogue, answer, numbers, told, writer) for answer in question.answers),
        )
        for name, question in tree.questions.items()
    ]
    return page_from(
        catalogue,
        PageId.ESCALATE,
        "escalate.md",
        writer,
        edit,
        questions=questions,
        start=tree.start,
        signs=catalogue.signs,
    )


def _step(catalogue: Catalogue, answer: Answer, numbers: dict[str, int], told: set[str], writer: Writer) -> StepView:
    to = Reference.parse(answer.to)
    assert to is not None, "checked when loaded"
    if to.kind == "question":
        return StepView(answer.say, answer.hint, f"#{to.name}", (), numbers[to.name])
    formerly = catalogue.results[to.name].formerly if to.kind == "result" and to.name not in told else ()
    told.add(to.name)
    return StepView(answer.say, answer.hint, writer.here.resolve(answer.to) or "", formerly, 0)


def result_path(result: Result) -> str:
    """Return the path of a result, which says nothing of what happened (rule P27)."""
    path = path_of(Reference("result", result.id, ""))
    assert path is not None
    return path


def result_page(catalogue: Catalogue, result: Result, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page of a result: for everybody, then by the one choice on it, then the reader's country."""
    ui, plain = catalogue.interface, writer.plain
    body = render(
        "result.md",
        writer,
        title=writer.m(result.title),
        said=said_view(catalogue, said_of(catalogue, result.known), result.known, writer),
        onward=[LinkView(_title(catalogue, target), writer.here.resolve(target) or "") for target in result.to],
        countries=[LinkView(item.name, writer.here.resolve(f"country:{item.id}") or "") for item in _sorted(catalogue)],
        others=[
            LinkView(item.say, writer.here.resolve(f"result:{item.id}") or "") for item in _others(catalogue, result)
        ],
    )
    return Page(
        language=writer.language,
        path=result_path(result),
        kind="result",
        title=plain(result.title),
        title_lang=writer.foreign(result.title),
        tab=f"{plain(catalogue.page_texts[PageId.ESCALATE].tab)} · {result.code}",
        description=plain(ui["result-description"]),
        body=body,
        edit=edit,
        words=plain(result.words) if result.words else "",
        lastmod=max(str(route.checked) for route in catalogue.routes.values()),
        stale=writer.stale,
        missing=writer.missing,
    )


def _title(catalogue: Catalogue, target: str) -> Text:
    reference = Reference.parse(target)
    assert reference is not None, "checked when loaded"
    return (
        catalogue.page_texts[PageId(reference.name)].title
        if reference.name in catalogue.page_texts
        else (catalogue.urgent.title)
    )


def _sorted(catalogue: Catalogue) -> list[Country]:
    return sorted(catalogue.countries.values(), key=lambda country: country.name.words)


def _others(catalogue: Catalogue, result: Result) -> list[Result]:
    """Return results that need no answer of a platform: what else a reader may need, whatever happened."""
    tree: Tree = catalogue.tree(TreeRole.ADVICE)
    firsts = {answer.to for name in list(tree.questions)[1:2] for answer in tree.questions[name].answers}
    return [item for item in catalogue.results.values() if f"result:{item.id}" in firsts and item is not result]
