"""Records against their models; what pydantic finds, in a contributor's words and at its place in the file."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from guide import model
from guide.model.clock import today
from guide.model.fault import REFUSED, Fault, nearest
from guide.model.text import LONGEST_TEXT, VALUES
from guide.reading.own_fields import fields_at
from guide.reading.yamltree import Document, locate, suggest


@cache
def reader_of(kind: Any) -> TypeAdapter[Any]:
    """Return what reads values of ``kind``; made once."""
    return TypeAdapter(kind)


def validate(kind: Any, document: Document, faults: list[Fault]) -> Any:
    """Return the record in ``document``, or ``None`` and its faults added to ``faults``."""
    try:
        return _record(kind, document)
    except ValidationError as error:
        for found in map(dict, error.errors(include_url=False)):
            if not _short_of_sound_entries(found):
                faults.append(_fault_of(found, document, kind))
        return None


def _short_of_sound_entries(error: dict[str, Any]) -> bool:
    """Return whether a list is too short only because entries of it are refused, each of which is told by itself."""
    if error["type"] != "too_short" or not isinstance(error["input"], (list, tuple)):
        return False
    return len(error["input"]) >= int(error["ctx"]["min_length"])


# Documents are kept by content, so the same file gives the very same record, frozen, as long as it does not change.
@lru_cache(maxsize=256)
def _record(kind: Any, document: Document) -> Any:
    return reader_of(kind).validate_python(document.data)


#: Fields that hold countries.
_PLACE_FIELDS = {"country", "lives_in", "comes_from", "based_in"}
#: pydantic's codes for a value of the wrong type, with what was expected in a contributor's words.
_WRONG_TYPE = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list (lines that start with '- ', or [one, two])",
    "dict_type": "a record (lines of 'name: value')",
    "mapping_type": "a record (lines of 'name: value')",
    "model_type": "a record (lines of 'name: value')",
    "model_attributes_type": "a record (lines of 'name: value')",
    "date_type": "a date in quotes",
}


def _fault_of(error: dict[str, Any], document: Document, record: Any) -> Fault:
    kind: str = error["type"]
    loc: tuple[int | str, ...] = error["loc"]
    context: dict[str, Any] = error.get("ctx", {})
    value = error.get("input")
    name = str(loc[-1]) if loc else ""
    line, column = locate(document.node, loc, key=kind == "extra_forbidden")

    def fault(rule: str, message: str, mend: str = "") -> Fault:
        return Fault(document.file, line, column, rule, message, mend)

    if kind == "missing":
        if "contacts" in loc and name == "known":
            return fault(
                "unknown-contact",
                "this contact does not say how it is known",
                "add 'known: live', 'own-page' or 'elsewhere' (rule P1)",
            )
        if name in ("copy_read", "checked") and document.file.endswith("sources.yml"):
            return fault("undated-source", f"this source has no '{name}'", f'add it, such as {name}: "{_today()}"')
        if name == "sources":
            return fault("no-source", "this fact names no source", "add 'sources: [id]' from sources.yml")
        if name == "avoid":
            return fault("no-avoid", "this plan does not say what not to do", "add 'avoid' with at least one item")
        return fault("missing-field", f"the field '{name}' is missing", f"add '{name}: …'")
    if kind == "extra_forbidden":
        return fault("unknown-field", f"unknown field '{name}'", _mend_of_field(name, fields_at(record, loc[:-1])))
    if kind in ("enum", "literal_error"):
        expected = str(context.get("expected", "")).replace("' or '", "', '").replace("'", "")
        known = {word.strip() for word in expected.split(", ") if word.strip()}
        return fault("unknown-value", f"unknown value '{value}' for '{_field(loc)}'", suggest(str(value), known))
    if kind == "text":
        rule = {"unknown-value": "unknown-value-name"}.get(context["rule"], context["rule"])
        return fault(rule, str(context["message"]), _TEXT_MENDS.get(rule, "write plain words"))
    if kind == REFUSED:
        return fault(str(context["rule"]), str(context["message"]), str(context["mend"]))
    if kind in _WRONG_TYPE:
        shown = (
            "nothing" if value is None else f"'{value}'" if isinstance(value, (str, int, bool)) else "something else"
        )
        mend = (
            f'write "{value}"'
            if kind == "string_type" and isinstance(value, (int, bool))
            else "see the schema, or a record beside it"
        )
        return fault("wrong-type", f"'{_field(loc)}' takes {_WRONG_TYPE[kind]}, not {shown}", mend)
    if kind == "string_pattern_mismatch":
        if _PLACE_FIELDS & set(map(str, loc)):
            return fault("bad-id", f"'{value}' is no country", "write its two letters in lower case, such as 'gt'")
        return fault("bad-id", f"'{value}' is no id", "short English words in lower case, joined by hyphens")
    if kind.startswith("date"):
        return fault("bad-date", f"'{value}' is no date", f'write it as today is written: "{_today()}"')
    if kind == "copy_date":
        day = _today()
        return fault("bad-date", str(error["msg"]), f'write "{day}", "{day[:7]}", "{day[:4]}" or undated')
    if kind == "too_short":
        if _field(loc) == "sources":
            return fault("no-source", "this fact names no source", "add an id from sources.yml")
        return fault(
            "too-few",
            f"'{_field(loc)}' has {context.get('actual_length')} entries",
            f"it needs at least {context.get('min_length')}",
        )
    if kind == "too_long":
        return fault(
            "too-many",
            f"'{_field(loc)}' has more than {context.get('max_length')} entries",
            "keep the most useful",
        )
    if kind == "one_thing":
        return fault("one-of-three", str(error["msg"]), "write {route: id}, {action: id} or {kinds: [kind]}")
    if kind == "answer":
        return fault("one-answer", str(error["msg"]), "write 'choices: [{id: …, text: …}]' or 'lines: 2'")
    if kind == "minutes":
        return fault("agenda-minutes", str(error["msg"]), "change the minutes of a row")
    if kind == "empty_label":
        return fault("empty-label", "this label shows neither words nor a sign", "write es, en … or icon")
    if kind == "string_too_short":
        return fault("empty-text", f"'{_field(loc)}' is empty", "write the words, or leave the field out")
    if kind == "action_too_long":
        return fault(
            "action-too-long",
            f"'{name}' has {context['length']} characters",
            f"the most is {model.LONGEST_ACTION}; " + ("move the rest to 'more'" if name == "do" else "say less"),
        )
    if kind in ("greater_than_equal", "less_than_equal"):
        return fault("out-of-range", f"{value} is out of range for '{_field(loc)}'", str(error["msg"]))
    return fault("wrong-type", f"'{_field(loc)}': {error['msg']}")


_TEXT_MENDS = {
    "invisible-sign": "delete it",
    "text-too-long": f"the most is {LONGEST_TEXT}; make it shorter, or two entries",
    "raw-html": "write plain words; for emphasis use **two stars**",
    "attribute-list": "delete the braces",
    "image": "describe it in words",
    "unbalanced": "close the mark, or write a backslash before it",
    "unknown-value-name": f"values that exist: {', '.join(f'{{{name}}}' for name in VALUES)}",
    "placeholder": "write the text, or leave the field out",
    "empty-text": "write the text, or leave the field out",
    "script-link": "delete the link",
    "link-target": "write https://… or a reference such as page:urgent",
}


def _today() -> str:
    return today().isoformat()


def _mend_of_field(name: str, known: frozenset[str]) -> str:
    """Return the field of the same record that was meant, or those that there are."""
    return nearest(name, known) or f"delete it; the fields here are {', '.join(sorted(known))}"


def _field(loc: tuple[int | str, ...]) -> str:
    return str(next((part for part in reversed(loc) if isinstance(part, str)), "record"))
