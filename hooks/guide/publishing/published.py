"""A published site to read from: a folder, or a server that is asked politely and never sends us elsewhere."""

from __future__ import annotations

import http.client
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, urljoin, urlsplit

from guide.publishing.sums import digests_of

#: Says what asks, and nothing of who asks.
AGENT = "reporting-guide-verify"
SECONDS = 30
MOST_REDIRECTS = 3
_REDIRECTS, _NOT_THERE = (301, 302, 303, 307, 308), (404, 410)
#: Of an answer that is thrown away, so that the connection serves the next request too.
_LEFT_OVER = 64 * 1024


class Unreachable(Exception):
    """A published site that cannot be read; the message says where, and why."""


class Published(Protocol):
    """Where files of a site are read from."""

    def read(self, path: str, most: int) -> bytes | None:
        """Return the first ``most`` bytes of a file and one more; ``None`` when it is not there.

        Raises:
            Unreachable: when nobody can tell.
        """
        ...

    def unlisted(self) -> set[str]:
        """Return the paths of all files where that can be seen: a server shows only what it is asked for."""
        ...


class FolderOf:
    """A site in a folder, perhaps on somebody else's stick."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def read(self, path: str, most: int) -> bytes | None:
        """Return what stands in the file; see :class:`Published`."""
        file = self._folder / path
        # A link could lead to a file of whoever verifies, or to one without end.
        if not file.is_file() or not file.resolve().is_relative_to(self._folder):
            return None
        try:
            with file.open("rb") as stream:
                return stream.read(most + 1)
        except OSError as error:
            raise Unreachable(f"{path}: {error.strerror}.") from None

    def unlisted(self) -> set[str]:
        """Return every path in the folder."""
        return set(digests_of(self._folder))


class ServerOf:
    """A site on a server: one request after another, over one connection while it lasts."""

    def __init__(self, address: str) -> None:
        """Ask at ``address``, which ends with a slash and is safe (:func:`guide.model.variables.site_address`)."""
        self._address = address
        self._origin = urlsplit(address)[:2]
        self._connection: http.client.HTTPConnection | None = None

    def read(self, path: str, most: int) -> bytes | None:
        """Return what the server answers; see :class:`Published`. No redirect to another host is followed."""
        address = self._address + quote(path)
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._ask(path, address)
            if answer.status in _REDIRECTS:
                address = urljoin(address, answer.getheader("Location", ""))
                self._throw_away(answer)
                if urlsplit(address)[:2] != self._origin:
                    raise Unreachable(f"{path}: the server leads to another host, where nothing is asked.")
                continue
            if answer.status in _NOT_THERE:
                self._throw_away(answer)
                return None
            if answer.status != http.client.OK:
                raise Unreachable(f"{path}: the server answers {answer.status}.")
            return self._content(path, answer, most)
        raise Unreachable(f"{path}: the server leads in circles.")

    def unlisted(self) -> set[str]:
        """Return nothing: what a server has besides its list cannot be seen."""
        return set()

    def _ask(self, path: str, address: str) -> http.client.HTTPResponse:
        parts = urlsplit(address)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
        fresh = self._connection is None
        try:
            connection = self._open()
            connection.request("GET", target, headers=headers)
            return connection.getresponse()
        except (OSError, ValueError, http.client.HTTPException) as error:
            self._close()
            if not fresh:  # the server has closed a connection that it kept for a while: that is no fault
                return self._ask(path, address)
            raise Unreachable(f"{path}: {_why(error)}.") from None

    def _content(self, path: str, answer: http.client.HTTPResponse, most: int) -> bytes:
        told = answer.length
        try:
            content = answer.read(most + 1)
        except (OSError, http.client.HTTPException) as error:
            self._close()
            raise Unreachable(f"{path}: {_why(error)}.") from None
        if told is not None and len(content) < min(told, most + 1):
            self._close()
            raise Unreachable(f"{path}: the answer broke off.")
        if not answer.isclosed():
            self._throw_away(answer)
        return content

    def _throw_away(self, answer: http.client.HTTPResponse) -> None:
        try:
            answer.read(_LEFT_OVER)
        except (OSError, http.client.HTTPException):
            self._close()
        if not answer.isclosed():
            self._close()

    def _open(self) -> http.client.HTTPConnection:
        if self._connection is None:
            scheme, host = self._origin
            kind = http.client.HTTPSConnection if scheme == "https" else http.client.HTTPConnection
            self._connection = kind(host, timeout=SECONDS)
        return self._connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return f"no answer in {SECONDS} seconds"
    # What a library says of a server may quote the server: only its kind is told.
    return (
        error.strerror if isinstance(error, OSError) else ""
    ) or f"no answer that can be read ({type(error).__name__})"
