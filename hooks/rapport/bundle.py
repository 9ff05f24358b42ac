"""Bundles the browser's TypeScript and CSS into what the site publishes.

Beside the pipeline: building the site reads only the bundled files, which are committed, so that
it needs neither Deno nor a network. `python -m rapport.bundle` writes them, `--check` says whether
they are what the sources give. The same sources give the same bytes on every machine.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent
ROOT = PACKAGE.parents[1]
SOURCES = PACKAGE / "browser"
ASSETS = PACKAGE / "theme" / "assets"

# Classic scripts: browsers refuse modules from `file://`, and so do hosts with wrong MIME types.
SCRIPT_OPTIONS = ("--platform=browser", "--format=iife", "--sourcemap=linked")
STYLE_OPTIONS = ("--platform=browser", "--minify")
ENTRIES = (
    ("main.ts", "rapport.js", SCRIPT_OPTIONS),
    ("result.ts", "result.js", SCRIPT_OPTIONS),
    ("stepping.ts", "stepping.js", SCRIPT_OPTIONS),
    ("blank.ts", "blank.js", SCRIPT_OPTIONS),
    ("overview/overview.ts", "overview.js", SCRIPT_OPTIONS),
    ("keeping/keeping.ts", "keeping.js", SCRIPT_OPTIONS),
    ("commitments/commitments.ts", "commitments.js", SCRIPT_OPTIONS),
    ("handover.ts", "handover.js", SCRIPT_OPTIONS),
    ("link/link.ts", "link.js", SCRIPT_OPTIONS),
    ("markdown/markdown.ts", "markdown.js", SCRIPT_OPTIONS),
    ("kinds/kinds.ts", "kinds.js", SCRIPT_OPTIONS),
    ("before.ts", "before.js", SCRIPT_OPTIONS),
    ("customers.ts", "customers.js", SCRIPT_OPTIONS),
    ("portfolio/portfolio.ts", "portfolio.js", SCRIPT_OPTIONS),
    ("gap/gap.ts", "gap.js", SCRIPT_OPTIONS),
    ("notebook/notebook.ts", "notebook.js", SCRIPT_OPTIONS),
    ("notebook/managing.ts", "managing.js", SCRIPT_OPTIONS),
    ("iframe-worker.ts", "iframe-worker.js", SCRIPT_OPTIONS),
    ("style/main.css", "rapport.css", STYLE_OPTIONS),
    ("style/views.css", "views.css", STYLE_OPTIONS),
    ("style/customers.css", "customers.css", STYLE_OPTIONS),
    ("style/kinds.css", "kinds.css", STYLE_OPTIONS),
    ("style/before.css", "before.css", STYLE_OPTIONS),
    ("style/commitments.css", "commitments.css", STYLE_OPTIONS),
    ("style/alone.css", "alone.css", STYLE_OPTIONS),
    ("style/statement.css", "statement.css", STYLE_OPTIONS),
    ("style/print.css", "print.css", STYLE_OPTIONS),
    ("style/stepping.css", "stepping.css", STYLE_OPTIONS),
    ("style/blank.css", "blank.css", STYLE_OPTIONS),
)
LICENCES = "licences.txt"
# Terser makes scripts about 4 % smaller than Deno's own minifier does.
MINIFIER = ("run", "--quiet", "--frozen", "--allow-read", "--allow-write", "--allow-env", "terser")
MINIFIER_OPTIONS = (
    "--compress=passes=3,ecma=2022,toplevel,unsafe_arrows,pure_getters",
    "--mangle=toplevel",
    "--ecma=2022",
)

# Deno keeps a package of the npm registry in `…/npm/<host>/<name>/<version>/`.
IN_CACHE = re.compile(r"^(?P<root>.*/npm/[^/]+/(?P<name>(?:@[^/]+/)?[^/]+)/(?P<version>[^/]+))/")
OFFLINE = re.compile(
    r"dns error|client error|error sending request|Import .* failed", re.IGNORECASE
)


class BundleError(Exception):
    """The bundle could not be made; the message says why in one sentence or as Deno put it."""


def bundle() -> dict[str, bytes]:
    """Return the published files by name: scripts, their source maps, styles, licences.

    Raises:
        BundleError: Deno is missing, refuses the sources, or cannot fetch a package.
    """
    made: dict[str, bytes] = {}
    packages: dict[str, str] = {}
    for entry, name, options in ENTRIES:
        with tempfile.TemporaryDirectory() as folder:
            _bundle_one(SOURCES / entry, Path(folder) / name, options)
            for path in sorted(Path(folder).iterdir()):
                made[path.name] = path.read_bytes()
                if path.suffix == ".map":
                    source_map = json.loads(made[path.name])
                    packages |= _licences(path, source_map["sources"])
                    made[path.name] = _stable(path, source_map)
    made[LICENCES] = _licence_file(packages)
    return made


def stale(made: dict[str, bytes]) -> list[str]:
    """Return the names of the published files that differ from the ones `made` now."""
    names = [
        name
        for name, data in made.items()
        if not (ASSETS / name).is_file() or (ASSETS / name).read_bytes() != data
    ]
    return sorted(names)


def _bundle_one(entry: Path, output: Path, options: tuple[str, ...]) -> None:
    """Bundle one entry into `output`, minified, with a source map beside a script."""
    _run_deno(entry, "bundle", "--quiet", "--frozen", *options, f"--output={output}", str(entry))
    if output.suffix == ".js":
        source_map = f"content='{output}.map',url='{output.name}.map'"
        files = (str(output), "--output", str(output), "--source-map", source_map)
        _run_deno(entry, *MINIFIER, *files, *MINIFIER_OPTIONS)


def _run_deno(entry: Path, *arguments: str) -> None:
    """Run Deno for an entry, and word what may go wrong."""
    deno = Path(sys.executable).with_name("deno")
    program = str(deno) if deno.exists() else shutil.which("deno")
    if program is None:
        raise BundleError("Deno is missing. Install the development lock: make bundle.")
    environment = {**os.environ, "NO_COLOR": "1", "RUST_BACKTRACE": "0"}
    done = subprocess.run(
        [program, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    if done.returncode == 0:
        return
    if OFFLINE.search(done.stderr):
        raise BundleError(
            "The bundle cannot be made or checked offline the first time: Deno has to fetch "
            "the packages in deno.json from the npm registry once."
        )
    raise BundleError(f"Deno cannot bundle {entry.relative_to(ROOT)}:\n{done.stderr.strip()}")


def _stable(path: Path, source_map: dict[str, Any]) -> bytes:
    """Return a source map that names its sources alike on every machine."""
    stable = {**source_map, "sources": [_stable_name(path, s) for s in source_map["sources"]]}
    return (json.dumps(stable, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _stable_name(path: Path, source: str) -> str:
    """Return `npm:<name>@<version>/…` for a package's file, `browser/….ts` for ours."""
    full = _full_path(path, source)
    package = IN_CACHE.match(full)
    if package:
        return f"npm:{package['name']}@{package['version']}{full[package.end() - 1 :]}"
    return Path(full).relative_to(PACKAGE.resolve()).as_posix()


def _licences(path: Path, sources: Iterable[str]) -> dict[str, str]:
    """Return the licence text of each bundled package, by its name and version."""
    found = {}
    for source in sources:
        package = IN_CACHE.match(_full_path(path, source))
        if package:
            texts = sorted(Path(package["root"]).glob("LICEN[CS]E*"))
            title = f"{package['name']} {package['version']}"
            if not texts:
                raise BundleError(f"{title} comes without a licence text; it cannot be published.")
            found[title] = texts[0].read_text(encoding="utf-8").strip()
    return found


def _licence_file(packages: dict[str, str]) -> bytes:
    """Return the text published beside the scripts, as the licences ask."""
    head = "The scripts of this site contain these libraries.\n"
    parts = [f"\n{title}\n{'-' * len(title)}\n{packages[title]}\n" for title in sorted(packages)]
    return (head + "".join(parts)).encode()


def _full_path(path: Path, source: str) -> str:
    """Return where a source of the map at `path` lies, with slashes on every system."""
    return (path.parent / source).resolve().as_posix()


def main(arguments: list[str]) -> int:
    """Write the bundle, or with `--check` compare it; return 0, 1 when stale, 2 when it fails."""
    try:
        made = bundle()
    except BundleError as error:
        print(error, file=sys.stderr)
        return 2
    names = stale(made)
    if "--check" in arguments:
        if names:
            print(
                f"Out of date: {', '.join(names)}. Write them anew: make bundle.", file=sys.stderr
            )
        return 1 if names else 0
    ASSETS.mkdir(parents=True, exist_ok=True)
    for name in names:
        (ASSETS / name).write_bytes(made[name])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
