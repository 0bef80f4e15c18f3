"""What the system refuses (no space, no permission), as a sentence instead of a traceback."""

from __future__ import annotations

import errno

#: What a person can mend without knowing the code. Any other error of the system is a fault of ours.
_MENDS = {
    errno.ENOSPC: "The disk is full. Free some space and run it again",
    errno.EDQUOT: "Your share of the disk is full. Free some space and run it again",
    errno.EFBIG: "The system lets no file grow so long. Raise the limit (ulimit -f) or choose another disk",
    errno.EROFS: "The disk can only be read. Choose another folder, or mount it to be written",
    errno.EACCES: "The system gives no permission. Look at who owns the file or folder",
    errno.EPERM: "The system gives no permission. Look at who owns the file or folder",
    errno.EMFILE: "Too many files are open. Close other programs and run it again",
    errno.ENAMETOOLONG: "A name is too long for this disk. Choose a folder with a shorter path",
    errno.EIO: "The disk could not be read or written. Look at its health",
}


def sentence(error: BaseException) -> str:
    """Return what to print for ``error``; empty when it is nothing that a person could mend."""
    if not isinstance(error, OSError) or error.errno not in _MENDS:
        return ""
    place = f": {error.filename}" if error.filename else ""
    return f"{_MENDS[error.errno]}{place}."
