"""The pages of a decision tree: ``/<platform>/`` and its picture ``/<platform>/tree/``."""

from __future__ import annotations

from types import SimpleNamespace as View

from markupsafe import Markup, escape

from guide.links import path_of
from guide.model import Catalogue, Platform
from guide.page import Page
from guide.picture import Branch, draw
from guide.reference import Reference
from guide.render import Writer, render
from guide.tree import CHOSEN, Expanded, Node, Way, expand


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
        nodes=[_node(catalogue, node, numbers, writer) for node in expanded.nodes],
        depth=expanded.depth,
        start=expanded.nodes[0].id,
    )
    return Page(
        language=writer.language,
        path=f"{platform.id}/",
        kind="tree",
        title=writer.plain(catalogue.interface["tree-title"]),
        tab=writer.plain(platform.tab),
        description=writer.plain(catalogue.interface["tree-description"]),
        body=body,
        edit=edit,
        words=platform.name,
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
        tab=writer.plain(catalogue.interface["tree-picture-tab"]),
        description=writer.plain(catalogue.interface["tree-picture-description"]),
        body=body,
        edit=edit,
        lastmod=_newest(catalogue, platform),
        stale=writer.stale,
        missing=writer.missing,
    )


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
        signs=node.question.signs,
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

    def question(name: str) -> Branch:
        node = expanded.node(name)
        shared = node.id.removesuffix(f"-{node.threat}") if node.threat else node.id
        words = writer.plain(node.question.ask)
        if shared in drawn:
            return Branch(words, "", (), "question")
        drawn.add(shared)
        return Branch(words, f"../#{node.id}", tuple(answer(way, node) for way in node.ways), "question")

    def answer(way: Way, node: Node) -> Branch:
        words = writer.plain(way.say)
        if way.question:
            return Branch(words, "", (question(way.question),), "answer")
        assert way.leaf is not None
        if node.threat and way.leaf.name.endswith(f"/{node.threat}"):
            # The leaf differs for each threat; the picture shows it once, without a link of its own.
            return Branch(
                words,
                "",
                (Branch(writer.plain(catalogue.interface["tree-own-plan"]), "", (), "leaf"),),
                "answer",
            )
        target = writer.here.to(path_of(way.leaf) or "")
        return Branch(words, "", (Branch(_leaf_name(catalogue, way.leaf, writer), target, (), "leaf"),), "answer")

    return question(expanded.nodes[0].id)


def _leaf_name(catalogue: Catalogue, leaf: Reference, writer: Writer) -> str:
    if leaf.kind == "page":
        return next(writer.plain(text.title) for key, text in catalogue.page_texts.items() if key.value == leaf.name)
    name = leaf.name.partition("/")[2]
    threat = catalogue.threats.get(name, catalogue.general)
    return writer.plain(threat.name)


def _outline(branch: Branch) -> Markup:
    words = escape(branch.words)
    inner = Markup('<a href="{}">{}</a>').format(branch.href, words) if branch.href else words
    if branch.kind == "question":
        inner = Markup("<strong>{}</strong>").format(inner)
    children = Markup("").join(Markup("<li>{}</li>").format(_outline(child)) for child in branch.children)
    return inner + (Markup("<ul>{}</ul>").format(children) if children else Markup(""))


__all__ = ["CHOSEN", "picture_page", "tree_page"]
