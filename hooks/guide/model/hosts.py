"""What links may lead to, and what they may not carry: the lists of ``hosts.yml``."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qsl, urlsplit

from pydantic import AfterValidator, Field

from guide.model.base import Record
from guide.model.fault import Refusal
from guide.model.fields import Words
from guide.model.link import host_of, public_host

HostName = Annotated[str, AfterValidator(public_host)]
#: Name of a part of an address that tells who followed a link; a star at its end stands for more letters.
TrackingName = Annotated[str, Field(pattern=r"^[a-z0-9_]+\*?$")]


class KnownHost(Record):
    """A host that the guide links to, and whose it is."""

    host: HostName
    who: Words


class Hosts(Record):
    """Everything in ``hosts.yml``: what links may lead to, and what they may not carry."""

    hosts: tuple[KnownHost, ...]
    shorteners: tuple[HostName, ...]
    tracking: tuple[TrackingName, ...]

    def why_not(self, url: str) -> Refusal | None:
        """Return why a link that is well made may not stand all the same; whether its host is listed is not asked."""
        host = host_of(url)
        if short := next((name for name in self.shorteners if host == name or host.endswith(f".{name}")), None):
            return Refusal("hidden-target", f"'{short}' hides where a link leads", "link to the page itself")
        parts = urlsplit(url)
        carried = parse_qsl(f"{parts.query}&{parts.fragment}", keep_blank_values=True)
        if told := next((name for name, _ in carried if self._tracks(name.lower())), None):
            return Refusal("tracking", f"'{told}' in '{url}' tells who followed it", f"take out '{told}=…'")
        return None

    def _tracks(self, name: str) -> bool:
        return any(name.startswith(t[:-1]) if t.endswith("*") else name == t for t in self.tracking)
