"""Comments that cut a text: ``do: No llame #1 a la policía.`` is read as *No llame*.

YAML takes a ``#`` after a space for a comment, so half a warning can be lost without a word. A comment may stand on a
line of its own above a field, after a text in quotes, after ``]`` or ``}``, after the name of a list or record, and
after a number or ``true``. After any other value without quotes, or instead of one, it is a fault: no rule can tell a
remark from the rest of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from guide.model.fault import Fault

_NO_TEXT = (":int", ":bool")


def faults_of_comments(node: Node, lines: Sequence[str], file: str) -> Iterator[Fault]:
    """Yield a fault for each comment that follows a text without quotes; ``lines`` are those of the file."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(value, ScalarNode):
                indent = -1 if node.flow_style else key.start_mark.column
                yield from _after(value, lines, file, indent)
            else:
                yield from faults_of_comments(value, lines, file)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            if isinstance(item, ScalarNode):
                indent = -1 if node.flow_style else node.start_mark.column
                yield from _after(item, lines, file, indent)
            else:
                yield from faults_of_comments(item, lines, file)
    elif isinstance(node, ScalarNode):
        yield from _after(node, lines, file, 0)


def _after(node: ScalarNode, lines: Sequence[str], file: str, indent: int) -> Iterator[Fault]:
    """Yield a fault when a comment follows ``node``; ``indent`` is that of its field, or -1 within brackets."""
    if node.style in ("|", ">"):
        yield from _inside(node, lines, file, indent)
        return
    if node.style or node.tag.endswith(_NO_TEXT):
        return
    row, column = node.end_mark.line, node.end_mark.column
    rest = lines[row][column:] if row < len(lines) else ""
    if rest.lstrip().startswith("#"):
        yield _cut(file, row, column + len(rest) - len(rest.lstrip()), node)
        return
    if rest.strip():
        return
    # On a line of its own, deeper than its field, it stands where the text would have gone on.
    for number in range(row + 1, len(lines)):
        line = lines[number]
        if line.strip():
            at = len(line) - len(line.lstrip())
            if line[at] == "#" and at > indent:
                yield _cut(file, number, at, node)
            return


def _inside(node: ScalarNode, lines: Sequence[str], file: str, indent: int) -> Iterator[Fault]:
    """Yield a fault when a long text ends at a line that starts with ``#``, deeper than its field."""
    first = None
    for number in range(node.start_mark.line + 1, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        at = len(line) - len(line.lstrip())
        first = at if first is None else first
        if at < first or at <= indent:
            if line[at] == "#" and at > indent:
                yield _cut(file, number, at, node)
            return


def _cut(file: str, row: int, column: int, node: ScalarNode) -> Fault:
    read = f"only '{_shown(node.value)}'" if node.value else "nothing"
    return Fault(
        file,
        row + 1,
        column + 1,
        "comment-in-text",
        f"'#' after a space starts a comment, so {read} is read",
        "put the whole text in quotes; a remark goes on a line of its own above the field",
    )


def _shown(text: str) -> str:
    return text if len(text) <= 40 else f"… {text[-38:]}"
