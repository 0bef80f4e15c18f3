"""build.json: what somebody needs to build the same site again, and prove that nobody changed it (``make verify``)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from guide.model.variables import SHEETS, given
from guide.reading.stamp import Stamp

NAME = "build.json"
#: Variables that change what a build makes. What each says is on the pages or the paper of the site anyway.
SETTINGS = ("SITE_URL", "EDITION", "CONTACT", "EDIT_BASE", "QR", "COVER", "COUNTRY_SHEETS", "LANGS", SHEETS)
#: Signs that a value may have where it is shown in a command: none that a shell or make would act on.
_PLAIN = re.compile(r"[\w .,:;@/+~&?=%#()-]{1,300}")
_VALUE = re.compile(r"[^\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]{1,300}")
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?|")
_VERSION = re.compile(r"[0-9A-Za-z.+-]{0,40}")


class BadRecord(ValueError):
    """A record that cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """What a site was built from; two builds with the same record are the same, byte by byte."""

    version: str
    commit: str
    changed: bool
    epoch: int
    settings: dict[str, str] = field(default_factory=dict)


def record_of(stamp: Stamp) -> BuildRecord:
    """Return the record of a build that runs now."""
    settings = {name: given(name) for name in SETTINGS if given(name)}
    return BuildRecord(stamp.version, stamp.commit, stamp.changed, stamp.epoch, settings)


def written(record: BuildRecord) -> str:
    """Return ``record`` as the text of its file."""
    values = {
        "version": record.version,
        "commit": record.commit,
        "changed": record.changed,
        "SOURCE_DATE_EPOCH": record.epoch,
        "settings": record.settings,
    }
    return json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def read_record(text: str) -> BuildRecord:
    """Return the record from the text of its file, which may be anybody's; raises :class:`BadRecord`."""
    try:
        values = json.loads(text)
        found = BuildRecord(
            version=_like(_VERSION, values["version"]),
            commit=_like(_COMMIT, values["commit"]),
            changed=bool(values["changed"]),
            epoch=int(values["SOURCE_DATE_EPOCH"]),
            settings={str(name): _like(_VALUE, value) for name, value in values["settings"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadRecord(f"{NAME} is not what a build of this guide writes.") from None
    if not set(found.settings) <= set(SETTINGS) or not 0 <= found.epoch < 253_402_300_800:
        raise BadRecord(f"{NAME} is not what a build of this guide writes.")
    return found


def _like(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError(value)
    return value


def command(record: BuildRecord) -> str:
    """Return what builds the same, to be typed where the commit is checked out.

    A value that a shell or make would act on is not shown: whoever wrote the record may be who changed the site.
    """
    shown = {name: value if _PLAIN.fullmatch(value) else "…" for name, value in record.settings.items()}
    settings = "".join(f"{name}='{value}' " for name, value in shown.items())
    return f"{settings}SOURCE_DATE_EPOCH={record.epoch} make site"
