"""`mkdocs build --strict`, as everybody runs it: what it publishes, and how it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from serve.project import CHOSEN, Project, make
from unit.markup import Element, parse

SMALLEST = "assessments/smallest.yml"
HOSTILE = "</title></script><script>alert(1)</script>\" onload='x' &amp;"
HEAD = "title: T\nsummary: S\naudience: team\nminutes: 1\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a project once that has everything, and give the site's folder."""
    project = make(tmp_path_factory.mktemp("built"))
    nav = [{"Home": "index.md"}, {"All": "assessments/index.md"}, {"About": "about.md"}]
    template = "https://example.org/edit/main/docs/{path}"
    project.configure(nav=nav, edit_uri_template=template)
    targets = ("smallest.md#one", "smallest.md#result", "forms-of-a-gap/customer.md#heard")
    links = " ".join(f"[link](assessments/{target})" for target in targets)
    project.write("docs/about.md", f"# About\n\n{links}\n")
    text = project.read(SMALLEST).replace("A case", json.dumps(HOSTILE))
    project.write("assessments/hostile.yml", text.replace("Nothing is wrong.", json.dumps(HOSTILE)))
    done = project.build()
    assert (done.returncode, "Documentation built" in done.stdout) == (0, True), done.stdout
    assert "WARNING" not in done.stdout
    return project.folder / "site"


def page(site: Path, address: str) -> Element:
    """Give a built page, as a browser takes it."""
    html = (site / address / "index.html").read_text(encoding="utf-8")
    return parse(html.replace("<!doctype html>", ""))


def index(site: Path) -> list[dict[str, str]]:
    """Give the entries of the search index."""
    text = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    entries: list[dict[str, str]] = json.loads(text)["docs"]
    return entries


def test_every_questionnaire_has_its_page_and_its_plan(site: Path) -> None:
    """What stands in the folder is published, the template and the library are not."""
    published = {path.parent.name for path in site.glob("assessments/*/index.html")}
    assert published == {*CHOSEN, "hostile"}
    assert {path.stem for path in site.glob("assets/plans/*.js")} == {*CHOSEN, "hostile"}
    assert (site / "assessments/forms-of-a-gap/customer/index.html").is_file()
    assert (site / "assets/rapport.js").is_file()


def test_the_script_and_the_style_are_loaded_by_every_page(site: Path) -> None:
    """One classic script that waits, before the theme's, and one style."""
    for address in ("", "assessments/smallest"):
        root = page(site, address)
        ours, themes = root.all("script", defer=True)
        assert ours["src"].endswith("assets/rapport.js")
        assert "type" not in ours.attributes
        assert "assets/javascripts/bundle." in themes["src"]
        styles = [each["href"] for each in root.all("link", rel="stylesheet")]
        assert [each for each in styles if each.endswith("assets/rapport.css")]


def test_a_page_has_no_sidebars_and_leads_to_its_file(site: Path) -> None:
    """The questions have the page to themselves; a better one can be proposed from there."""
    root = page(site, "assessments/smallest")
    sidebars = root.all("div", data_md_component="sidebar")
    assert not [each for each in sidebars if "hidden" not in each.attributes]
    edit = [each["href"] for each in root.all("a", rel="edit")]
    assert edit == ["https://example.org/edit/main/docs/../assessments/smallest.yml"]


def test_every_question_is_found_by_search_where_it_stands(site: Path) -> None:
    """Questions are in the index with their anchors, and the labels of answers are not."""
    entries = {each["location"]: each for each in index(site)}
    assert entries["assessments/smallest/#one"]["title"] == "We listened."
    assert "assessments/flags-and-obstacles/#walk" in entries
    assert "Most of the time" not in json.dumps(index(site))


def test_a_form_for_customers_stands_alone(site: Path) -> None:
    """It is neither in the navigation nor in the search, and has no way into the house."""
    customer = "assessments/forms-of-a-gap/customer"
    assert not [each for each in index(site) if customer in each["location"]]
    for address in ("", "assessments", "assessments/smallest"):
        links = page(site, address).one("body").all("a", href=True)
        assert not [link for link in links if "customer" in link["href"]]
    assert page(site, customer).all("nav") == []
    assert (site / customer / "index.html").is_file()


def test_titles_and_summaries_stay_text_in_every_page(site: Path) -> None:
    """A title is shown as it was written, and adds no element to any page."""
    hostile, harmless = page(site, "assessments/hostile"), page(site, "assessments/smallest")
    assert HOSTILE in hostile.one("title").text
    assert hostile.one("h1").text == HOSTILE
    [description] = hostile.all("meta", name="description")
    assert description["content"] == HOSTILE
    assert len(hostile.all("script")) == len(harmless.all("script"))
    for address in ("", "about", "assessments"):
        assert "alert(1)" not in [each.text for each in page(site, address).all("script")]


def test_the_overview_has_a_card_for_each(site: Path) -> None:
    """A card leads to the questionnaire."""
    cards = page(site, "assessments").all("li", class_="card")
    links = {each.one("a")["href"] for each in cards}
    assert links == {f"{name}/" for name in (*CHOSEN, "hostile")}


def test_no_page_asks_another_host(site: Path) -> None:
    """Scripts, styles, pictures and fonts all come from the site."""
    for path in site.rglob("*.html"):
        root = parse(path.read_text(encoding="utf-8").replace("<!doctype html>", ""))
        asked = [each["src"] for each in root.below() if "src" in each.attributes]
        asked += [each["href"] for each in root.all("link") if each["rel"] == "stylesheet"]
        assert not [address for address in asked if "//" in address]


def break_two_files(project: Project) -> None:
    """Put a fault into one questionnaire, and write another that has two."""
    project.edit(SMALLEST, "minutes: 1", "minutes: many")
    project.write("assessments/other.yml", HEAD + "scale: never\n")


BROKEN: dict[str, tuple[Callable[[Project], None], list[str]]] = {
    "files": (
        break_two_files,
        [
            "There are 3 problems to mend",
            "assessments/other.yml:1:1: ",
            "assessments/other.yml:5:8: ",
            "assessments/smallest.yml:4:10: ",
        ],
    ),
    "settings": (
        lambda project: project.configure(extra={"rapport": {"site": "my site", "sitte": 1}}),
        ['"my site" cannot be the name', '"sitte" is no setting of Rapport. Did you mean "site"?'],
    ),
    "library": (
        lambda project: (project.folder / "assessments/library/scales.yml").unlink(),
        ["assessments/library/scales.yml:1:1: This file is missing"],
    ),
    "code": (
        lambda project: project.edit("hooks/rapport/forms.py", "def form_view(", "def form_view(("),
        ["hooks/rapport cannot be imported: SyntaxError"],
    ),
}


@pytest.mark.parametrize("flags", [(), ("--quiet",)], ids=["usual", "quiet"])
@pytest.mark.parametrize("what", BROKEN)
def test_a_build_with_a_problem_ends_with_it(
    project: Project, what: str, flags: tuple[str, ...]
) -> None:
    """Exit code 1 and all there is to mend, in plain words, also when everything else is quiet."""
    break_it, messages = BROKEN[what]
    break_it(project)
    done = project.build(*flags)
    assert done.returncode == 1
    assert [each for each in messages if each not in done.stdout] == []
    assert "Traceback" not in done.stdout


def test_a_link_to_a_question_that_is_gone_ends_a_build(project: Project) -> None:
    """Anchors of generated pages are known to MkDocs, which names the link."""
    project.write("docs/index.md", "# Home\n\n[gone](assessments/smallest.md#gone)\n")
    done = project.build()
    assert done.returncode == 1
    assert "does not contain an anchor '#gone'" in done.stdout


@pytest.mark.parametrize(
    "settings",
    [{"use_directory_urls": False}, {"nav": None}, {"extra": {}}, {"site_url": ""}],
    ids=["files", "no navigation", "no settings", "no address"],
)
def test_other_settings_build_too(project: Project, settings: dict[str, object]) -> None:
    """A site may be set up otherwise, and is still built without a warning."""
    project.configure(**settings)
    done = project.build()
    assert done.returncode == 0, done.stdout


def test_two_builds_are_the_same_byte_for_byte(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever builds a version gets the files that others get."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    files: list[dict[Path, bytes]] = []
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        assert project.build("--site-dir", seed).returncode == 0
        built = project.folder / seed
        found = sorted(path for path in built.rglob("*") if path.is_file())
        files.append({path.relative_to(built): path.read_bytes() for path in found})
    assert files[0] == files[1]
