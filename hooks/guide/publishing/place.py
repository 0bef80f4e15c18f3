"""Where a site is put: found to be writable before anything is built, and changed so that the last good site survives.

A folder gives its name to the fresh one by two renames. A mount, such as the volume of a container, cannot be renamed:
there the entries change places one by one. A link keeps leading where it led, and what it leads to changes. What a
build that was killed has left behind is cleared, or put back, by the next one.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from guide.model.system_error import sentence

#: Names of what stands beside a site, or within a mount, while it changes.
OURS = ".guide-"
FRESH = f"{OURS}next-"
#: The site before, whole. In a mount its entries stand in MOVING until all of them have left.
OLD = f"{OURS}old"
MOVING = f"{OURS}moving"
#: A folder cannot be renamed: it is a mount, or stands on another file system, or its parent is not ours.
_STAYS = (errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM, errno.EROFS)


class PlaceRefused(Exception):
    """No site can be put there; the message is a sentence to print."""


class Place:
    """The folder of a site, with links followed."""

    def __init__(self, asked: Path) -> None:
        """Look at the folder ``asked`` without changing anything.

        Raises:
            PlaceRefused: when it is a file, or a link in a circle, or leads nowhere because of one.
        """
        try:
            self.site = asked.resolve()
        except (OSError, RuntimeError) as error:
            raise PlaceRefused(f"{asked} leads in a circle: {error}.") from None
        if self.site.exists() and not self.site.is_dir():
            raise PlaceRefused(f"{asked} is a file. Name a folder for the site, or move the file away.")
        self._within = os.path.ismount(self.site) or (self.site.is_dir() and not os.access(self.site.parent, os.W_OK))
        #: The folder in which the fresh site arrives, on the same file system as the site.
        self.room = self.site if self._within else self.site.parent

    @contextmanager
    def fresh(self) -> Iterator[Path]:
        """Give an empty folder to build into, beside the site or within it; it is gone at the end, whatever happens.

        What a killed build has left is cleared first, and a site that it had put aside is put back.

        Raises:
            PlaceRefused: when nothing can be written there.
        """
        try:
            self.room.mkdir(parents=True, exist_ok=True)
            with _alone(self.room):
                self._recover()
                folder = Path(tempfile.mkdtemp(prefix=FRESH, dir=self.room))
                # Held as long as the build lives: a build beside this one sees by it that the folder is in use.
                hold = _held(folder)
            folder.chmod(0o755)
        except OSError as error:
            raise PlaceRefused(f"Nothing can be written into {self.room}. {sentence(error) or error}") from None
        try:
            yield folder
        finally:
            os.close(hold)
            shutil.rmtree(folder, ignore_errors=True)

    def take(self, fresh: Path) -> None:
        """Put what ``fresh`` holds in the place of the site; raises OSError when it fails, and the old site is back."""
        with _alone(self.room):
            if self._within:
                self._change_entries(fresh)
                return
            try:
                self._change_folder(fresh)
            except OSError as error:
                if error.errno not in _STAYS or not self.site.is_dir():
                    raise
                self._change_entries(fresh)

    def _change_folder(self, fresh: Path) -> None:
        """Two renames, so that no reader ever meets half a site."""
        old = self.room / f"{OLD}-{self.site.name}"
        had = self.site.exists()
        if had:
            self.site.rename(old)
        try:
            fresh.rename(self.site)
        except OSError:
            if had:
                old.rename(self.site)
            raise
        shutil.rmtree(old, ignore_errors=True)

    def _change_entries(self, fresh: Path) -> None:
        """Rename entry by entry inside a folder that must stay; for a moment a reader may meet both sites."""
        if not fresh.is_relative_to(self.site):
            # Another file system: what is far is copied first, and only then changes places.
            near = Path(tempfile.mkdtemp(prefix=FRESH, dir=self.site))
            try:
                shutil.copytree(fresh, near, dirs_exist_ok=True)
                self._change_entries(near)
            finally:
                shutil.rmtree(near, ignore_errors=True)
            return
        moving, moved = self.site / MOVING, self.site / OLD
        moving.mkdir()
        came: list[Path] = []
        try:
            for entry in self._entries():
                entry.rename(moving / entry.name)
            moving.rename(moved)
            for entry in sorted(fresh.iterdir()):
                came.append(entry.rename(self.site / entry.name))
            gone = self._put_away(moved)
        except OSError:
            for entry in came:
                entry.rename(fresh / entry.name)
            self._put_back()
            raise
        shutil.rmtree(gone, ignore_errors=True)

    def _entries(self) -> list[Path]:
        return [entry for entry in self.site.iterdir() if not entry.name.startswith(OURS)]

    def _recover(self) -> None:
        """Clear what killed builds have left, and put back a site that one of them had put aside."""
        for left in (*self.room.glob(f"{FRESH}*"), *self.site.glob(f"{FRESH}*")):
            if _abandoned(left):
                shutil.rmtree(left, ignore_errors=True)
        old = self.room / f"{OLD}-{self.site.name}"
        if old.is_dir():
            if not self.site.exists():
                old.rename(self.site)
            shutil.rmtree(old, ignore_errors=True)
        self._undo()

    def _undo(self) -> None:
        """Undo a change of entries that was cut off: what had come is incomplete, what was put aside is whole."""
        if (self.site / OLD).is_dir():
            half = Path(tempfile.mkdtemp(prefix=FRESH, dir=self.site))
            for entry in self._entries():
                entry.rename(half / entry.name)
            shutil.rmtree(half, ignore_errors=True)
        self._put_back()

    def _put_back(self) -> None:
        for aside in (self.site / MOVING, self.site / OLD):
            for entry in list(aside.iterdir()) if aside.is_dir() else []:
                entry.rename(self.site / entry.name)
            shutil.rmtree(aside, ignore_errors=True)

    def _put_away(self, old: Path) -> Path:
        """Give ``old`` the name of what a next build clears: from here on the change is done, whatever comes."""
        gone = Path(tempfile.mkdtemp(prefix=FRESH, dir=old.parent))
        old.rename(gone / old.name)
        return gone


def _held(folder: Path, how: int = fcntl.LOCK_EX | fcntl.LOCK_NB) -> int:
    """Return a descriptor that locks ``folder`` until it is closed or its process ends; raises BlockingIOError."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, how)
    except BlockingIOError:
        os.close(descriptor)
        raise
    except OSError:
        # Some file systems of a net lock no folders: two builds at once are then not kept apart.
        pass
    return descriptor


def _abandoned(folder: Path) -> bool:
    """Return whether no living build holds ``folder``."""
    try:
        os.close(_held(folder))
    except OSError:
        return False
    return True


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other build changes what stands in ``folder``."""
    descriptor = _held(folder, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(descriptor)
