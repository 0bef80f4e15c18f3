"""``/protocol/``: the Esperanza Protocol, this guide's twelve steps in its spirit, and the tree that leads to one."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from guide.model import Catalogue, ProtocolStep, Question, Tree
from guide.model.reference import Reference
from guide.model.roles import GuardRole, TreeRole
from guide.model.text import Text
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.pages.picture import Branch, draw_path
from guide.writing import source_view
from guide.writing.copy_text import CopyTextView, copy_text
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class StepView:
    """One of the twelve steps with its number, and its letter where it has one."""

    id: str
    number: int
    record: ProtocolStep
    letter: CopyTextView | None


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer, where it leads, and the title of the step that it leads to."""

    say: Text
    hint: Text | None
    href: str | None
    step: Text | None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question of the tree that leads to a step."""

    id: str
    ask: Text
    hint: Text | None
    answers: tuple[AnswerView, ...]


def protocol_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page of the Protocol."""
    protocol = catalogue.protocol
    boxes = [
        Branch(f"{number}. {writer.plain(step.title)}", "", (), "answer", writer.foreign(step.title))
        for number, step in enumerate(protocol.steps, 1)
    ]
    steps = [
        StepView(
            id=step.id,
            number=number,
            record=step,
            letter=copy_text(step.letter, f"{step.id}-") if step.letter else None,
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
        questions=_questions(catalogue.tree(TreeRole.PROTOCOL), catalogue, writer),
        svg=Markup(draw_path(boxes, writer.language.direction)),  # noqa: S704 - the drawing escapes its words
        guard=catalogue.guard(GuardRole.STATE),
        named=source_view.named_sources(protocol),
    )


def _questions(tree: Tree, catalogue: Catalogue, writer: Writer) -> list[QuestionView]:
    """Return the questions of the tree, the start first, with where each answer leads."""
    order = [tree.start, *(name for name in tree.questions if name != tree.start)]
    return [_question(name, tree.questions[name], catalogue, writer) for name in order]


def _question(name: str, question: Question, catalogue: Catalogue, writer: Writer) -> QuestionView:
    titles = {step.id: step.title for step in catalogue.protocol.steps}
    answers = []
    for answer in question.answers:
        to = Reference.parse(answer.to)
        assert to is not None
        href = f"#ask-{to.name}" if to.kind == "question" else writer.here.resolve(answer.to)
        answers.append(AnswerView(answer.say, answer.hint, href, titles.get(to.anchor)))
    return QuestionView(f"ask-{name}", question.ask, question.hint, tuple(answers))
