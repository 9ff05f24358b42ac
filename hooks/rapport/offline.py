"""The site as one ZIP file: unpacked, it opens with a double click, from a USB stick for instance.

Beside the pipeline: `python -m rapport.offline` has MkDocs build the site by `offline.yml`, and
packs what is of use without a server. The same pages give the same bytes.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from rapport.words import read_words

ROOT = Path(__file__).parents[2]
CONFIGURATION = "offline.yml"
LEFT_OUT = ("*.map", "sitemap.xml*", "404.html", "search/search_index.json")
"""What only servers and developers need; search reads `search_index.js` here."""

READ_ME = "READ ME FIRST.txt"
START = "index.html"
NAMED = re.compile(r'data-site="([^"]+)"')
LONG_AGO = (1980, 1, 1, 0, 0, 0)
READABLE = 0o100644 << 16


def build(folder: Path) -> int:
    """Build the site into a folder; give MkDocs' exit code. What is wrong, it prints itself."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", CONFIGURATION]
    return subprocess.run([*command, "--site-dir", str(folder)], cwd=ROOT).returncode


def pack(built: Path, where: Path) -> Path:
    """Pack a built site as `<site>-offline.zip` in the folder `where`; give the file's path."""
    name = f"{site_name(built)}-offline"
    where.mkdir(parents=True, exist_ok=True)
    file = where / f"{name}.zip"
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        packed.writestr(
            entry(READ_ME), read_words().page["offline_read_me"].format(start=START) + "\n"
        )
        for path in packable(built):
            place = f"{name}/{path.relative_to(built).as_posix()}"
            packed.writestr(entry(place), path.read_bytes())
    return file


def packable(built: Path) -> Iterator[Path]:
    """Give the files of a built site that are of use without a server, in order."""
    for path in sorted(path for path in built.rglob("*") if path.is_file()):
        inside = PurePath(path.relative_to(built))
        if not any(inside.match(pattern) for pattern in LEFT_OUT):
            yield path


def site_name(built: Path) -> str:
    """Give the name under which the pages of a built site keep answers."""
    pages = (path.read_text(encoding="utf-8") for path in sorted(built.rglob("*.html")))
    return next((found[1] for page in pages if (found := NAMED.search(page))), "site")


def entry(name: str) -> ZipInfo:
    """Give an entry of the ZIP file that says nothing of the machine or the day."""
    made = ZipInfo(name, LONG_AGO)
    made.compress_type, made.create_system, made.external_attr = ZIP_DEFLATED, 3, READABLE
    return made


def main(arguments: list[str]) -> int:
    """Build and pack the site into the folder that is named, or `dist`; give the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        if code := build(Path(folder)):
            return code
        file = pack(Path(folder), Path(arguments[0]) if arguments else ROOT / "dist")
    print(f"{file} ({file.stat().st_size / 1_000_000:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
