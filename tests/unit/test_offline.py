"""The ZIP file of the site: what goes in, and that the same pages give the same bytes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import yaml
from mkdocs.utils.yaml import yaml_load

from rapport.offline import READ_ME, ROOT, pack

PAGES = {
    "index.html": '<div data-site="house-2"></div>',
    "404.html": "<p>Not here</p>",
    "assets/rapport.js": "script",
    "assets/rapport.js.map": "{}",
    "assets/deep/er.css.map": "{}",
    "assessments/heart.html": "<p>Ü</p>",
    "search/search_index.js": "var __index = {}",
    "search/search_index.json": "{}",
    "sitemap.xml": "<urlset/>",
    "sitemap.xml.gz": "…",
}
PACKED = ["assessments/heart.html", "assets/rapport.js", "index.html", "search/search_index.js"]


def site(folder: Path, pages: dict[str, str]) -> Path:
    """Write a built site, on some day of the past."""
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        os.utime(path, (len(str(folder)), len(str(folder))))
    return folder


def configuration(name: str) -> dict[str, Any]:
    """Give what one of the site's two configurations says itself."""
    with (ROOT / name).open("rb") as file:
        return yaml_load(file) if name == "mkdocs.yml" else yaml.safe_load(file)


def test_what_is_of_use_without_a_server_is_packed(tmp_path: Path) -> None:
    """Pages, scripts and the index of the search are in one folder, with a word on how to begin."""
    file = pack(site(tmp_path / "site", PAGES), tmp_path / "dist")
    assert file.name == "house-2-offline.zip"
    with ZipFile(file) as packed:
        assert packed.namelist() == [READ_ME, *(f"house-2-offline/{name}" for name in PACKED)]
        assert "index.html" in packed.read(READ_ME).decode()
        assert packed.read("house-2-offline/assessments/heart.html").decode() == "<p>Ü</p>"


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    """Neither the day nor the folder of the build shows in the file."""
    first = pack(site(tmp_path / "site", PAGES), tmp_path / "one")
    second = pack(site(tmp_path / "elsewhere" / "site", PAGES), tmp_path / "two")
    assert first.read_bytes() == second.read_bytes()


def test_a_file_of_before_is_replaced(tmp_path: Path) -> None:
    """Nothing of a former build is left in it."""
    pack(site(tmp_path / "former", PAGES | {"gone.html": ""}), tmp_path)
    with ZipFile(pack(site(tmp_path / "site", PAGES), tmp_path)) as packed:
        assert "house-2-offline/gone.html" not in packed.namelist()


def test_the_lists_of_both_configurations_agree() -> None:
    """A list cannot be inherited in part: what is added to one has to be added to the other."""
    ours, offline = configuration("mkdocs.yml"), configuration("offline.yml")
    features = [each for each in ours["theme"]["features"] if "instant" not in each]
    assert offline["theme"]["features"] == features
    assert offline["plugins"] == [*ours["plugins"], "offline"]
