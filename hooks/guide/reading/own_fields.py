"""The fields that a record takes at a place of a file, so that a fault suggests those and no others."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel


def fields_at(kind: Any, loc: tuple[int | str, ...]) -> frozenset[str]:
    """Return the names of the fields of the records that may stand at ``loc`` of a value of ``kind``."""
    here = list(_plain(kind))
    for part in loc:
        # pydantic puts the tag of a union into the place of an error: no field and no item has that name.
        here = [inner for one in here for inner in _inner(one, part)] or here
    return frozenset(name for one in here if _is_record(one) for name in one.model_fields)


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _plain(kind: Any) -> Iterator[Any]:
    """Yield ``kind`` without annotations, and each kind of a union."""
    origin = get_origin(kind)
    if origin is Annotated:
        yield from _plain(get_args(kind)[0])
    elif origin in (Union, types.UnionType):
        for one in get_args(kind):
            yield from _plain(one)
    else:
        yield kind


def _inner(kind: Any, part: int | str) -> Iterator[Any]:
    origin = get_origin(kind)
    if _is_record(kind):
        if part in kind.model_fields:
            yield from _plain(kind.model_fields[part].annotation)
    elif origin is tuple:
        if isinstance(part, int):
            yield from _plain(get_args(kind)[0])
    elif origin is not None and issubclass(origin, Mapping):
        yield from _plain(get_args(kind)[1])
