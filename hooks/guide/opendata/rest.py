"""Threats, trees, decisions of the Oversight Board, and sources."""

from __future__ import annotations

from guide.model import Catalogue
from guide.model import Question as OurQuestion
from guide.model.reference import Reference
from guide.model.tree import Answer as OurAnswer
from guide.opendata.base import ReadFirst
from guide.opendata.help import read_first, said
from guide.opendata.shapes import Answer, Decision, Question, Source, Threat, Tree
from guide.opendata.words import AllWords
from guide.writing.links import path_of


def threats(catalogue: Catalogue, words: AllWords) -> list[Threat]:
    """Return every threat; what never to do stands before it (rule P11)."""
    out = []
    for threat in catalogue.threats.values():
        before: tuple[ReadFirst, ...] = ()
        for item in threat.avoid:
            before += read_first(words, "avoid", item.text, name=item.id)
        out.append(
            Threat(
                id=threat.id,
                page=f"threats/{threat.id}/",
                read_first=before,
                name=words.key(threat.name),
                group=threat.group.value,
                platforms=threat.platforms,
                say=words.key(threat.say),
                what=words.key(threat.what),
                signs=said(words, threat.signs),
                examples=said(words, threat.examples),
                leads_to=said(words, threat.leads_to),
                asks_danger=threat.asks_danger,
                routes=threat.routes,
                sources=threat.sources,
            )
        )
    return out


def trees(catalogue: Catalogue, words: AllWords) -> list[Tree]:
    """Return every tree."""
    return [
        Tree(
            id=tree.id,
            start=tree.start,
            questions=tuple(_question(catalogue, name, item, words) for name, item in tree.questions.items()),
        )
        for tree in catalogue.trees.values()
    ]


def _question(catalogue: Catalogue, name: str, question: OurQuestion, words: AllWords) -> Question:
    return Question(
        id=name,
        ask=words.key(question.ask),
        hint=words.maybe(question.hint),
        each=question.each,
        each_to=question.each_to,
        signs=said(words, catalogue.signs.items) if question.shows_signs else (),
        answers=tuple(_answer(item, words) for item in question.answers),
    )


def _answer(answer: OurAnswer, words: AllWords) -> Answer:
    reference = Reference.parse(answer.to)
    each = reference is None or reference.kind == "question" or "@" in reference.name
    return Answer(
        id=answer.id,
        say=words.key(answer.say),
        hint=words.maybe(answer.hint),
        threat=answer.threat,
        to=answer.to,
        page=None if each or reference is None else path_of(reference),
    )


def decisions(catalogue: Catalogue, words: AllWords) -> list[Decision]:
    """Return every decision; what cuts against whoever cites it stands before it."""
    return [
        Decision(
            id=decision.id,
            page=f"decisions/#{decision.id}",
            read_first=read_first(words, "limit", decision.against),
            name=decision.name,
            number=decision.number,
            date=decision.date,
            platforms=decision.platforms,
            threats=decision.threats,
            side=decision.side.value,
            weight=decision.weight.value,
            result=decision.result.value,
            holding=words.key(decision.holding),
            paste=words.maybe(decision.paste),
            paste_back=words.maybe(decision.paste_back),
            answer=words.maybe(decision.answer),
            links=decision.links,
            confidence=decision.confidence.value,
            checked=decision.checked,
            sources=decision.sources,
        )
        for decision in catalogue.decisions.values()
    ]


def sources(catalogue: Catalogue, _words: AllWords) -> list[Source]:
    """Return every source with the date of its copy."""
    return [
        Source(
            id=source.id,
            title=source.title,
            publisher=source.publisher,
            url=source.url,
            kind=source.kind.value,
            copy_read=source.copy_read,
            checked=source.checked,
            how=source.how.value,
            language=source.language,
        )
        for source in catalogue.sources.values()
    ]
