"""The port of ``make serve``: whether somebody listens there already, before anything is built for it."""

from __future__ import annotations

import socket

from guide.model.variables import HIGHEST_PORT, WrongVariable

HOST = "127.0.0.1"


def refuse_taken(number: int) -> None:
    """Raise :class:`WrongVariable` when nothing can listen on port ``number``; it names a command that works."""
    reason = _refusal(number)
    if not reason:
        return
    other = next((one for one in range(max(number, 1024) + 1, HIGHEST_PORT + 1) if not _refusal(one)), 0)
    raise WrongVariable(f"Port {number} {reason}. Try: make serve PORT={other}")


def _refusal(number: int) -> str:
    with socket.socket() as probe:
        # As the server does it: a port that was closed a moment ago is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, number))
        except PermissionError:
            return "may not be used by you"
        except OSError:
            return "is taken, perhaps by another 'make serve'"
    return ""
