"""Walking over records: every leaf with its place, its name for translators, and the marks of its type."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from guide.model.reference import ByName, RefTo
from guide.model.text import Text

Loc = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value of a record.

    ``loc`` is its place in the file (names and list positions); ``path`` is the same made of ids, stable when
    a list is reordered; ``marks`` are the markers of its type (``RefTo``, ``TextKind`` …).
    """

    loc: Loc
    path: tuple[str, ...]
    value: Any
    marks: tuple[Any, ...]
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class _Shape:
    marks: tuple[Any, ...]
    item: _Shape | None = None
    key: _Shape | None = None


@cache
def _shape(annotation: Any) -> _Shape:
    marks: tuple[Any, ...] = ()
    while get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        marks += tuple(more)
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        inner = [_shape(arg) for arg in get_args(annotation) if arg is not type(None)]
        for shape in inner:
            marks += shape.marks
        return _Shape(marks, inner[0].item if inner else None, inner[0].key if inner else None)
    if origin is tuple:
        return _Shape(marks, item=_shape(get_args(annotation)[0]))
    if origin is not None and issubclass(origin, Mapping):
        key, value = get_args(annotation)
        return _Shape(marks, item=_shape(value), key=_shape(key))
    return _Shape(marks)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, _Shape], ...]:
    """Return each field's name in code, its name in the file (``from`` for ``from_``), and its shape."""
    out = []
    for name, info in model.model_fields.items():
        annotation: Any = info.annotation
        shape = _shape(annotation)
        out.append((name, info.alias or name, _Shape((*info.metadata, *shape.marks), shape.item, shape.key)))
    return tuple(out)


def leaves(value: Any, loc: Loc = (), path: tuple[str, ...] = ()) -> Iterator[Leaf]:
    """Yield every leaf under ``value``, in the order of the models' fields."""
    if isinstance(value, BaseModel) and not loc and not path:
        yield from _leaves_of(Same(value))
    else:
        yield from _leaves(value, loc, path, _Shape(()))


class Same:
    """A record as a key: equal to itself only, as records are frozen and comparing them takes long."""

    __slots__ = ("record",)

    def __init__(self, record: Any) -> None:
        self.record = record

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.record is other.record

    def __hash__(self) -> int:
        return id(self.record)


# Half a dozen checks walk over the same records.
@lru_cache(maxsize=4096)
def _leaves_of(same: Same) -> tuple[Leaf, ...]:
    return tuple(_leaves(same.record, (), (), _Shape(())))


def _leaves(value: Any, loc: Loc, path: tuple[str, ...], shape: _Shape) -> Iterator[Leaf]:
    if isinstance(value, ByName):
        yield Leaf(loc, path, value.name, (RefTo(value.kind),))
    elif isinstance(value, BaseModel):
        for name, key, field in _fields(type(value)):
            inner = getattr(value, name)
            if inner is not None and inner != ():
                yield from _leaves(inner, (*loc, key), (*path, key), field)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if shape.key and shape.key.marks:
                yield Leaf((*loc, str(key)), (*path, str(key)), str(key), shape.key.marks, is_key=True)
            yield from _leaves(inner, (*loc, str(key)), (*path, str(key)), shape.item or _Shape(()))
    elif isinstance(value, tuple):
        for position, inner in enumerate(value):
            yield from _leaves(inner, (*loc, position), (*path, name_of(inner, position)), shape.item or _Shape(()))
    else:
        yield Leaf(loc, path, value, shape.marks)


def records(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, BaseModel]]:
    """Yield every record under ``value`` with its place, itself first."""
    if isinstance(value, BaseModel) and not loc:
        yield from _records_of(Same(value))
    else:
        yield from _records(value, loc)


@lru_cache(maxsize=4096)
def _records_of(same: Same) -> tuple[tuple[Loc, BaseModel], ...]:
    return tuple(_records(same.record, ()))


def _records(value: Any, loc: Loc) -> Iterator[tuple[Loc, BaseModel]]:
    if isinstance(value, BaseModel):
        yield loc, value
        for name in type(value).model_fields:
            yield from _records(getattr(value, name), (*loc, name))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _records(inner, (*loc, str(key)))
    elif isinstance(value, tuple):
        for position, inner in enumerate(value):
            yield from _records(inner, (*loc, position))


def name_of(item: Any, position: int) -> str:
    """Return the id of a list's item; items without one are never translatable, so their position serves."""
    return str(getattr(item, "id", None) or getattr(item, "use", None) or position)


def rebuild(
    value: Any, change: Callable[[tuple[str, ...], tuple[Any, ...], Text], Text], path: tuple[str, ...] = ()
) -> Any:
    """Return ``value`` with every text replaced by what ``change(path, marks, text)`` answers."""
    return _rebuild(value, change, path, _Shape(()))


def _rebuild(value: Any, change: Callable[..., Text], path: tuple[str, ...], shape: _Shape) -> Any:
    if isinstance(value, Text):
        return change(path, shape.marks, value)
    if isinstance(value, ByName):
        return value  # its words belong to the record that it names
    if isinstance(value, BaseModel):
        updates = {}
        for name, _, field in _fields(type(value)):
            old = getattr(value, name)
            new = _rebuild(old, change, (*path, name), field)
            if new is not old:
                updates[name] = new
        return value.model_copy(update=updates) if updates else value
    if isinstance(value, Mapping):
        changed = {k: _rebuild(v, change, (*path, str(k)), shape.item or _Shape(())) for k, v in value.items()}
        return changed if any(changed[k] is not v for k, v in value.items()) else value
    if isinstance(value, tuple) and value and not isinstance(value[0], str):
        new_items = tuple(
            _rebuild(v, change, (*path, name_of(v, i)), shape.item or _Shape(())) for i, v in enumerate(value)
        )
        return new_items if any(n is not o for n, o in zip(new_items, value, strict=True)) else value
    return value
