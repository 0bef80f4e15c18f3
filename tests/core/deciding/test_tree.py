"""Decision trees: properties of every tree of the project, on every platform."""

from __future__ import annotations

import pytest

from guide.deciding.plan import GENERAL
from guide.deciding.tree import DEEPEST_TREE, UNSURE, Expanded, covered, expand
from guide.model.vocabulary import Group, PlanPart
from guide.reading.load import Loaded
from guide.writing.links import path_of, plan_path


def trees(loaded: Loaded) -> list[tuple[str, Expanded]]:
    catalogue = loaded.catalogue
    return [(p.id, expand(catalogue, catalogue.trees[p.tree], p)) for p in catalogue.platforms.values()]


def test_each_answer_leads_to_a_question_or_to_a_page_that_exists(loaded: Loaded) -> None:
    catalogue = loaded.catalogue
    pages = {"urgent/", "urgent/#taken"}
    for platform in catalogue.platforms.values():
        plans = [f"{platform.id}/{threat}" for threat in (GENERAL, *platform.threats)]
        pages |= {plan_path(plan, part) for plan in plans for part in PlanPart}
    for _, tree in trees(loaded):
        ids = {node.id for node in tree.nodes}
        for node in tree.nodes:
            assert node.ways
            for way in node.ways:
                if way.question:
                    assert way.question in ids
                else:
                    assert way.leaf is not None
                    path = path_of(way.leaf) or ""
                    assert path in pages or path.split("#")[0] in pages


def test_each_platform_offers_each_of_its_threats_once(loaded: Loaded) -> None:
    for name, tree in trees(loaded):
        platform = loaded.catalogue.platforms[name]
        ways = {way.id: way for way in tree.node("what").ways if way.group}

        assert len(ways) == sum(bool(way.group) for way in tree.node("what").ways)
        assert set(platform.threats) <= set(ways)


def test_each_other_word_for_a_threat_leads_on_as_the_threat_itself_does(loaded: Loaded) -> None:
    told = [answer for answer in loaded.catalogue.trees["report"].questions["what"].answers if answer.threat]
    assert {"page", "official", "call", "message", "symbols"} <= {answer.id for answer in told}

    for _, tree in trees(loaded):
        ways = {way.id: way for way in tree.node("what").ways}
        for answer in told:
            assert ways[answer.id].question == ways[str(answer.threat)].question
            assert ways[answer.id].group == answer.group


def test_another_word_for_a_threat_is_left_out_where_the_platform_has_no_such_plan(loaded: Loaded) -> None:
    catalogue = loaded.catalogue
    platform = next(iter(catalogue.platforms.values()))
    without = {name: entry for name, entry in platform.threats.items() if name != "brigading"}
    smaller = platform.model_copy(update={"threats": without})

    ways = expand(catalogue, catalogue.trees[platform.tree], smaller).node("what").ways

    assert not {"brigading", "page"} & {way.id for way in ways}
    assert "official" in {way.id for way in ways}


def test_threats_stand_in_the_four_groups_of_practice(loaded: Loaded) -> None:
    for platform in loaded.catalogue.platforms.values():
        groups = [loaded.catalogue.threats[name].group for name in covered(loaded.catalogue, platform)]

        assert groups == sorted(groups, key=list(loaded.catalogue.groups).index)
    assert set(loaded.catalogue.groups) == set(Group)


def test_each_question_is_reached_by_the_way_back_from_it(loaded: Loaded) -> None:
    for _, tree in trees(loaded):
        for node in tree.nodes:
            steps, at = 1, node
            while at.came_from:
                before = tree.node(at.came_from)
                assert any(way.question == at.id for way in before.ways)
                at, steps = before, steps + 1
            assert at.number == 1
            assert steps == node.depth <= DEEPEST_TREE


def test_three_questions_and_no_more_before_a_plan(loaded: Loaded) -> None:
    for _, tree in trees(loaded):
        assert tree.depth == 3


def test_who_does_not_know_always_has_an_answer(loaded: Loaded) -> None:
    for tree in loaded.catalogue.trees.values():
        for question in tree.questions.values():
            if question.shows_signs:
                assert question.answers[0].to == next(a.to for a in question.answers if a.id == "unsure")
            elif tree.id == "report":
                assert UNSURE in [answer.to for answer in question.answers]
            else:
                assert "unsure" in [answer.id for answer in question.answers]


def test_the_first_question_is_danger_asked_by_signs(loaded: Loaded) -> None:
    for name in ("report", "escalate"):
        tree = loaded.catalogue.trees[name]

        assert [name for name, question in tree.questions.items() if question.shows_signs] == [tree.start]
    assert len(loaded.catalogue.signs.items) >= 4
    first = loaded.catalogue.trees["report"].questions["danger"]
    leads = {answer.id: answer.to for answer in first.answers}
    assert leads["today"] == leads["unsure"] == "page:urgent"
    assert leads["taken"] == "page:urgent#taken"


def test_numbers_count_the_questions_as_paper_lists_them(loaded: Loaded) -> None:
    for _, tree in trees(loaded):
        assert [node.number for node in tree.nodes] == list(range(1, len(tree.nodes) + 1))


def test_an_unknown_question_raises(loaded: Loaded) -> None:
    _, tree = trees(loaded)[0]
    with pytest.raises(KeyError):
        tree.node("nothing")
