"""Where a site is put: the last good one stays, in a folder, behind a link, in a mount, after a kill."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from guide.publishing.place import FRESH, MOVING, OLD, OURS, Place, PlaceRefused
from tests.conftest import ROOT


def put(site: Path, **pages: str) -> None:
    """Build a site of these pages into ``site``."""
    place = Place(site)
    with place.fresh() as fresh:
        write(fresh, **pages)
        place.take(fresh)


def write(folder: Path, **pages: str) -> None:
    for name, text in pages.items():
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(text, encoding="utf-8")


def read(site: Path) -> dict[str, str]:
    return {path.parent.name: path.read_text(encoding="utf-8") for path in sorted(site.glob("*/index.html"))}


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob(f"{OURS}*"))


@pytest.fixture(params=["folder", "mount"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a site that holds one already: one that can be renamed, and one that must stay."""
    site = tmp_path / "site"
    site.mkdir()
    if request.param == "mount":
        monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == site)
    write(site, home="old", gone="old")
    return site


def test_a_new_site_takes_the_place_of_the_old_one_and_nothing_else_is_left(site: Path, tmp_path: Path) -> None:
    put(site, home="new", more="new")

    assert read(site) == {"home": "new", "more": "new"}
    assert left_in(site) + left_in(tmp_path) == []
    assert (site.stat().st_mode & 0o777) == 0o755


def test_a_build_that_fails_leaves_the_old_site_and_nothing_else(site: Path, tmp_path: Path) -> None:
    def build() -> None:
        with Place(site).fresh() as fresh:
            write(fresh, home="half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        build()

    assert read(site) == {"home": "old", "gone": "old"}
    assert left_in(site) + left_in(tmp_path) == []


@pytest.mark.parametrize("number", range(1, 8))
def test_whichever_rename_fails_the_old_site_is_back(
    site: Path, tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, count = Path.rename, 0

    def refuse(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == number:
            raise OSError(errno.ENOSPC, "No space left on device")
        return rename(self, target)

    place = Place(site)
    with place.fresh() as fresh:
        write(fresh, home="new", more="new")
        monkeypatch.setattr(Path, "rename", refuse)
        try:
            place.take(fresh)
        except OSError:
            wanted = {"home": "old", "gone": "old"}
        else:
            # A folder takes fewer renames than a mount.
            wanted = {"home": "new", "more": "new"}
        monkeypatch.undo()

    assert read(site) == wanted
    put(site, home="newer")
    assert read(site) == {"home": "newer"}
    assert left_in(site) + left_in(tmp_path) == []


def test_a_folder_that_refuses_to_be_renamed_is_changed_from_within(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So does a mount of the same file system, which nothing else tells."""
    site, rename = tmp_path / "site", Path.rename
    site.mkdir()
    write(site, home="old", gone="old")

    def refuse(self: Path, target: Path) -> Path:
        if self == site:
            raise OSError(errno.EBUSY, "Device or resource busy")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    put(site, home="new")

    assert read(site) == {"home": "new"}
    assert left_in(site) + left_in(tmp_path) == []


def test_a_link_leads_where_it_led_and_its_target_is_changed(tmp_path: Path) -> None:
    far = tmp_path / "far" / "www"
    far.mkdir(parents=True)
    write(far, home="old")
    link = tmp_path / "site"
    link.symlink_to(far)

    put(link, home="new")

    assert link.is_symlink()
    assert read(far) == {"home": "new"}
    assert left_in(tmp_path) + left_in(far.parent) == []


def test_a_link_to_a_folder_that_is_not_there_makes_it(tmp_path: Path) -> None:
    link = tmp_path / "site"
    link.symlink_to(tmp_path / "later" / "www")

    put(link, home="new")

    assert read(tmp_path / "later" / "www") == {"home": "new"}


def test_a_file_or_a_circle_is_refused_before_anything_is_built(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")

    with pytest.raises(PlaceRefused, match="is a file"):
        Place(tmp_path / "file")
    with pytest.raises(PlaceRefused, match="circle"):
        Place(tmp_path / "circle")
    with pytest.raises(PlaceRefused, match="Nothing can be written"), Place(tmp_path / "file" / "site").fresh():
        pass


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("guide.publishing.place.tempfile.mkdtemp", refuse)
    with pytest.raises(PlaceRefused, match="can only be read"), Place(tmp_path / "site").fresh():
        pass


CHILD = """
    import os, signal, sys
    from pathlib import Path
    from guide.publishing.place import Place

    site, number, mount = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "mount"
    if mount:
        os.path.ismount = lambda path: Path(path) == site
    rename, count = Path.rename, 0

    def killed(self, target):
        global count
        count += 1
        if count == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return rename(self, target)

    place = Place(site)
    with place.fresh() as fresh:
        for name in ("home", "more"):
            (fresh / name).mkdir()
            (fresh / name / "index.html").write_text("new")
        Path.rename = killed
        place.take(fresh)
"""


@pytest.mark.parametrize("number", range(1, 8))
def test_after_a_kill_the_next_build_finds_a_whole_site(
    site: Path, tmp_path: Path, number: int, request: pytest.FixtureRequest
) -> None:
    kind = request.node.callspec.params["site"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, "-c", textwrap.dedent(CHILD), str(site), str(number), kind]
    done = subprocess.run(command, env=environment, check=False)
    assert done.returncode in (0, -signal.SIGKILL)

    # A build that then fails shows what there is: one of the two sites, whole.
    with pytest.raises(RuntimeError), Place(site).fresh():
        raise RuntimeError

    assert read(site) in ({"home": "old", "gone": "old"}, {"home": "new", "more": "new"})
    assert left_in(site) + left_in(tmp_path) == []


def test_a_folder_of_a_living_build_is_left_alone(site: Path) -> None:
    place = Place(site)
    with place.fresh() as mine:
        write(mine, home="mine")
        put(site, home="theirs")

        assert read(mine) == {"home": "mine"}
        place.take(mine)

    assert read(site) == {"home": "mine"}


def test_names_of_what_stands_beside_a_site_are_ours_alone() -> None:
    assert all(name.startswith(OURS) for name in (FRESH, OLD, MOVING))
