"""The browser's code, run by Deno: a program of `tests/unit` takes JSON and gives JSON."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def run(program: str, given: Any) -> Any:
    """Give what a program makes of a value."""
    deno = Path(sys.executable).with_name("deno")
    path = str(deno) if deno.exists() else shutil.which("deno")
    assert path, "Deno is missing. Install the development lock: make test."
    ran = subprocess.run(
        [path, "run", "--quiet", "--allow-read", str(HERE / program)],
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
        cwd=HERE,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)
