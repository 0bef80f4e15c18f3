"""The pages of a decision tree: ``/<platform>/`` and its picture ``/<platform>/tree/``."""

from __future__ import annotations

from types import SimpleNamespace as View

from markupsafe import Markup, escape

from guide.deciding.tree import Expanded, Node, Way, expand
from guide.model import Catalogue, Platform
from guide.model.reference import OTHER_WAY, Reference
from guide.model.text import Text
from guide.pages.page import Page
from guide.pages.picture import Branch, draw
from guide.writing.links import path_of
from guide.writing.render import Writer, render


def tree_page(catalogue: Catalogue, platform: Platform, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page on which the reader answers the questions."""
    expanded = expand(catalogue, catalogue.trees[platform.tree], platform)
    numbers = {node.id: node.number for node in expanded.nodes}
    body = render(
        "tree.md",
        writer,
        title=writer.uim("tree-title"),
        intro=platform.intro,
        picture=f"{platform.id}/tree/",
        other_way=f"{platform.id}/{OTHER_WAY}/",
        other_way_title=catalogue.other_way.title,
        nodes=[_node(catalogue, node, numbers, writer) for node in expanded.nodes],
        depth=expanded.depth,
        start=expanded.nodes[0].id,
    )
    return Page(
        language=writer.language,
        path=f"{platform.id}/",
        kind="tree",
        title=writer.plain(catalogue.interface["tree-title"]),
        title_lang=writer.foreign(catalogue.interface["tree-title"]),
        tab=writer.plain(platform.tab),
        description=writer.plain(catalogue.interface["tree-description"]),
        body=body,
        edit=edit,
        words="; ".join([platform.name, *_labels(platform, writer)]),
        headings=tuple(writer.plain(node.question.ask) for node in expanded.nodes[:3]),
        lastmod=_newest(catalogue, platform),
        stale=writer.stale,
        missing=writer.missing,
    )


def picture_page(catalogue: Catalogue, platform: Platform, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page with the whole tree as a picture and as a list."""
    expanded = expand(catalogue, catalogue.trees[platform.tree], platform)
    root = _branch(catalogue, expanded, writer)
    body = render(
        "tree-picture.md",
        writer,
        title=writer.uim("tree-picture-title"),
        platform=f"platform:{platform.id}",
        svg=Markup(draw(root, writer.language.direction)),  # noqa: S704 - the drawing escapes its words
        outline=_outline(root),
    )
    return Page(
        language=writer.language,
        path=f"{platform.id}/tree/",
        kind="picture",
        title=writer.plain(catalogue.interface["tree-picture-title"]),
        title_lang=writer.foreign(catalogue.interface["tree-picture-title"]),
        tab=writer.plain(catalogue.interface["tree-picture-tab"]),
        description=writer.plain(catalogue.interface["tree-picture-description"]),
        body=body,
        edit=edit,
        lastmod=_newest(catalogue, platform),
        stale=writer.stale,
        missing=writer.missing,
    )


def _labels(platform: Platform, writer: Writer) -> list[str]:
    """Return the labels that a report begins with, in every wording seen: people search for what their screen says."""
    seen = [label for surface in platform.surfaces for way in surface.report for label in way.path if not label.icon]
    words = [word for label in seen for word in (*label.wordings(writer.language.code), *label.en)]
    return list(dict.fromkeys(words))


def _newest(catalogue: Catalogue, platform: Platform) -> str:
    return max(str(catalogue.sources[name].checked) for surface in platform.surfaces for name in surface.sources)


def _node(catalogue: Catalogue, node: Node, numbers: dict[str, int], writer: Writer) -> View:
    groups: dict[str, list[View]] = {}
    for way in node.ways:
        groups.setdefault(way.group, []).append(_way(way, numbers, writer))
    names = {group.id.value: group.name for group in catalogue.groups.values()}
    return View(
        id=node.id,
        number=node.number,
        depth=node.depth,
        ask=node.question.ask,
        hint=node.question.hint,
        signs=catalogue.signs if node.question.shows_signs else None,
        chosen=catalogue.threats[node.threat].name if node.threat else None,
        groups=[View(name=names.get(key), ways=ways) for key, ways in groups.items()],
        back=node.came_from,
    )


def _way(way: Way, numbers: dict[str, int], writer: Writer) -> View:
    if way.question:
        return View(href=f"#{way.question}", say=way.say, hint=way.hint, goto=numbers[way.question], danger=False)
    assert way.leaf is not None
    path = path_of(way.leaf)
    assert path is not None
    return View(href=writer.here.to(path), say=way.say, hint=way.hint, goto=0, danger=way.leaf.name == "urgent")


def _branch(catalogue: Catalogue, expanded: Expanded, writer: Writer) -> Branch:
    """Return the tree for the picture. A question that many answers share is drawn once, then pointed to."""
    drawn: set[str] = set()

    def box(text: Text, kind: str, href: str = "", children: tuple[Branch, ...] = ()) -> Branch:
        return Branch(writer.plain(text), href, children, kind, writer.foreign(text))

    def question(name: str) -> Branch:
        node = expanded.node(name)
        shared = node.id.removesuffix(f"-{node.threat}") if node.threat else node.id
        if shared in drawn:
            return box(node.question.ask, "question")
        drawn.add(shared)
        return box(node.question.ask, "question", f"../#{node.id}", tuple(answer(way, node) for way in node.ways))

    def answer(way: Way, node: Node) -> Branch:
        if way.question:
            return box(way.say, "answer", children=(question(way.question),))
        assert way.leaf is not None
        if node.threat and way.leaf.name.endswith(f"/{node.threat}"):
            # The leaf differs for each threat; the picture shows it once, without a link of its own.
            return box(way.say, "answer", children=(box(catalogue.interface["tree-own-plan"], "leaf"),))
        target = writer.here.to(path_of(way.leaf) or "")
        return box(way.say, "answer", children=(box(_leaf_name(catalogue, way.leaf), "leaf", target),))

    return question(expanded.nodes[0].id)


def _leaf_name(catalogue: Catalogue, leaf: Reference) -> Text:
    if leaf.kind == "page":
        return next(text.title for key, text in catalogue.page_texts.items() if key.value == leaf.name)
    return catalogue.threats.get(leaf.name.partition("/")[2], catalogue.general).name


def _outline(branch: Branch) -> Markup:
    words = escape(branch.words)
    if branch.lang:
        words = Markup('<span lang="{}">{}</span>').format(branch.lang, words)
    inner = Markup('<a href="{}">{}</a>').format(branch.href, words) if branch.href else words
    if branch.kind == "question":
        inner = Markup("<strong>{}</strong>").format(inner)
    children = Markup("").join(Markup("<li>{}</li>").format(_outline(child)) for child in branch.children)
    return inner + (Markup("<ul>{}</ul>").format(children) if children else Markup(""))
