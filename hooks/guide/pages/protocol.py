"""``/protocol/``: the Esperanza Protocol, this guide's twelve steps in its spirit, and the tree that leads to one."""

from __future__ import annotations

from types import SimpleNamespace as View

from markupsafe import Markup

from guide.checking.complete import STATE_GUARD
from guide.model import Catalogue, Question, Tree
from guide.model.reference import Reference
from guide.model.vocabulary import PageId
from guide.pages.lists import page_from
from guide.pages.page import Page
from guide.pages.picture import Branch, draw_path
from guide.writing import view
from guide.writing.render import Writer

PROTOCOL = "esperanza"
TREE = "protocol"


def protocol_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page of the Protocol."""
    protocol = catalogue.protocols[PROTOCOL]
    boxes = [
        Branch(f"{number}. {writer.plain(step.title)}", "", (), "answer", writer.foreign(step.title))
        for number, step in enumerate(protocol.steps, 1)
    ]
    steps = [
        View(
            id=step.id,
            number=number,
            record=step,
            letter=view.copy_text(step.letter, f"{step.id}-") if step.letter else None,
        )
        for number, step in enumerate(protocol.steps, 1)
    ]
    return page_from(
        catalogue,
        PageId.PROTOCOL,
        "protocol.md",
        writer,
        edit,
        protocol=protocol,
        steps=steps,
        questions=_questions(catalogue.trees[TREE], catalogue, writer),
        svg=Markup(draw_path(boxes, writer.language.direction)),  # noqa: S704 - the drawing escapes its words
        guard=catalogue.guards[STATE_GUARD],
        named=view.named_sources(protocol),
    )


def _questions(tree: Tree, catalogue: Catalogue, writer: Writer) -> list[View]:
    """Return the questions of the tree, the start first, with where each answer leads."""
    order = [tree.start, *(name for name in tree.questions if name != tree.start)]
    return [_question(name, tree.questions[name], catalogue, writer) for name in order]


def _question(name: str, question: Question, catalogue: Catalogue, writer: Writer) -> View:
    titles = {step.id: step.title for step in catalogue.protocols[PROTOCOL].steps}
    answers = []
    for answer in question.answers:
        to = Reference.parse(answer.to)
        assert to is not None
        href = f"#ask-{to.name}" if to.kind == "question" else writer.here.resolve(answer.to)
        answers.append(View(say=answer.say, hint=answer.hint, href=href, step=titles.get(to.anchor)))
    return View(id=f"ask-{name}", ask=question.ask, hint=question.hint, answers=answers)
