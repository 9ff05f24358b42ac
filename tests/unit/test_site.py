"""The folder as a whole: what is built, what is remembered, and what a problem leaves standing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from rapport import pages
from rapport.edition import assessment_code, form_code
from rapport.outcome import Outcome, read
from rapport.settings import Settings
from rapport.site import CARDS, CONTACT, Memo, Site, build
from unit.cases import CASES, VALID
from unit.markup import parse
from unit.rendered import planned

SETTINGS = Settings()
SMALLEST = CASES / "valid" / "smallest.yml"
HOOKS = CASES.parents[1] / "hooks"
DIGEST = """
import sys
from pathlib import Path
from rapport.edition import fingerprint
from rapport.settings import Settings
from rapport.site import build
site = build(Path(sys.argv[1]), Settings(), {})
print(fingerprint([[p.path, p.html, p.search, p.title] for p in site.pages]))
print(fingerprint([[path, script.decode()] for path, script in site.files.items()]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of assessments with every valid case."""
    made = tmp_path / "assessments"
    shutil.copytree(CASES / "library", made / "library")
    for path in VALID:
        shutil.copy(path, made)
    return made


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by each file that is read."""
    found: list[str] = []

    def counted(path: Path, *rest: object) -> Outcome:
        found.append(path.stem)
        return read(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("rapport.site.read", counted)
    return found


def edit(path: Path, old: str, new: str) -> None:
    """Change a text in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def shown(site: Site) -> dict[str, str]:
    """Give the HTML of each page by its path."""
    return {page.path: page.html for page in site.pages}


def messages(site: Site) -> list[str]:
    """Give the problems as people read them."""
    return [str(each) for each in site.problems]


def test_every_form_has_a_page_and_every_file_a_plan_and_a_card(folder: Path) -> None:
    """The first form stands for the questionnaire, the others below it."""
    site = build(folder, SETTINGS, {})
    assert site.problems == ()
    paths = {page.path for page in site.pages}
    assert {"assessments/smallest", "assessments/forms-of-a-gap/customer"} <= paths
    plans = {f"assets/plans/{path.stem}.js" for path in VALID}
    others = {"assets/forms/forms-of-a-gap-customer.html", "assets/contents.js"}
    assert set(site.files) == plans | others
    assert {card.path for card in site.cards} == {f"assessments/{path.stem}" for path in VALID}


def test_a_page_names_the_version_of_its_plan(folder: Path) -> None:
    """A browser that holds an old plan notices."""
    versions = []
    for title in ("A case", "B case"):
        edit(folder / "smallest.yml", "title: A case", f"title: {title}")
        html = shown(build(folder, SETTINGS, {}))["assessments/smallest"]
        versions.append(parse(html).one("form", data_assessment="smallest")["data-plan-version"])
    assert versions[0] != versions[1]


def test_what_has_not_changed_is_not_read_again(folder: Path, reads: list[str]) -> None:
    """An edit in `serve` costs one file."""
    memo: Memo = {}
    first = build(folder, SETTINGS, memo)
    reads.clear()
    assert build(folder, SETTINGS, memo) == first
    assert reads == []
    edit(folder / "smallest.yml", "A case", "Another case")
    second = build(folder, SETTINGS, memo)
    assert reads == ["smallest"]
    assert "Another case" in shown(second)["assessments/smallest"]


def test_a_change_of_the_library_reads_everything_again(folder: Path, reads: list[str]) -> None:
    """A practice in new words reaches every page that names it."""
    memo: Memo = {}
    build(folder, SETTINGS, memo)
    reads.clear()
    edit(folder / "library" / "principles.yml", "Say back what you", "Repeat what you")
    site = build(folder, SETTINGS, memo)
    assert len(reads) == len(VALID)
    assert "Repeat what you" in shown(site)["assessments/references-near-and-far"]


def test_a_change_of_the_settings_reads_everything_again(folder: Path, reads: list[str]) -> None:
    """The storage's name stands in every page."""
    memo: Memo = {}
    build(folder, SETTINGS, memo)
    reads.clear()
    site = build(folder, Settings(storage="other"), memo)
    assert len(reads) == len(VALID)
    assert 'data-site="other"' in shown(site)["assessments/smallest"]


def test_a_file_that_is_gone_leaves_nothing(folder: Path) -> None:
    """What is remembered is not shown without its file."""
    memo: Memo = {}
    build(folder, SETTINGS, memo)
    (folder / "smallest.yml").unlink()
    site = build(folder, SETTINGS, memo)
    assert "assessments/smallest" not in shown(site)
    assert "assets/plans/smallest.js" not in site.files


def test_two_builds_are_the_same_byte_for_byte(folder: Path) -> None:
    """Neither memory nor the order that Python hashes in shows in a page."""
    digests = {
        subprocess.run(
            [sys.executable, "-c", DIGEST, str(folder)],
            env={**os.environ, "PYTHONPATH": str(HOOKS), "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(digests) == 1


def test_a_broken_file_hides_no_problem_of_another(folder: Path) -> None:
    """Everything is reported in one go, by file and line."""
    edit(folder / "two-steps.yml", "audience: team", "audience: crowd")
    edit(folder / "smallest.yml", "minutes: 1", "minutes: many")
    edit(folder / "smallest.yml", "title: A case", "titel: A case")
    (folder / "notes.yaml").write_text("x: y", encoding="utf-8")
    found = [message.split(": ")[0] for message in messages(build(folder, SETTINGS, {}))]
    assert found == [
        "assessments/notes.yaml:1:1",
        "assessments/smallest.yml:1:1",
        "assessments/smallest.yml:4:10",
        "assessments/two-steps.yml:3:11",
    ]


def test_a_broken_file_keeps_the_pages_it_had(folder: Path) -> None:
    """In `serve` its addresses still answer, with the problems."""
    memo: Memo = {}
    paths = set(shown(build(folder, SETTINGS, memo)))
    edit(folder / "forms-of-a-gap.yml", "audience: team", "audience: crowd")
    broken = build(folder, SETTINGS, memo)
    assert set(shown(broken)) == paths
    assert "assessments/forms-of-a-gap" not in {card.path for card in broken.cards}
    assert "assets/plans/forms-of-a-gap.js" not in broken.files


def test_a_file_broken_from_the_start_has_an_address(folder: Path) -> None:
    """Whoever begins a questionnaire finds its problems where it will be."""
    (folder / "new.yml").write_text("title: New\n", encoding="utf-8")
    assert "assessments/new" in shown(build(folder, SETTINGS, {}))


@pytest.mark.parametrize("kind", ["principles", "scales", "bands", "sources"])
@pytest.mark.parametrize("text", ["- {id: x", "[]", "a: b", "- {id: x, more: y}"])
def test_a_broken_library_is_reported_and_never_raises(folder: Path, kind: str, text: str) -> None:
    """Whatever stands in the library, the problems are named, and every address still answers."""
    (folder / "library" / f"{kind}.yml").write_text(text, encoding="utf-8")
    site = build(folder, SETTINGS, {})
    assert site.problems
    assert {f"assessments/{path.stem}" for path in VALID} <= set(shown(site))


def test_a_broken_library_keeps_the_pages_it_had(folder: Path) -> None:
    """In `serve` the addresses of the principles still answer, with the problems."""
    memo: Memo = {}
    before = set(shown(build(folder, SETTINGS, memo)))
    assert {"principles/index", "principles/listen", "documents"} <= before
    (folder / "library" / "principles.yml").write_text("- {id: x", encoding="utf-8")
    assert set(shown(build(folder, SETTINGS, memo))) == before


def test_an_edited_question_shows_at_its_principle(folder: Path) -> None:
    """What is remembered of a principle's page is not older than the questionnaires."""
    memo: Memo = {}
    assert "We listened." in shown(build(folder, SETTINGS, memo))["principles/listen"]
    edit(folder / "smallest.yml", "We listened.", "We heard them out.")
    assert "We heard them out." in shown(build(folder, SETTINGS, memo))["principles/listen"]


def test_what_is_not_published_is_not_listed_at_a_principle(folder: Path) -> None:
    """A template's questions are nobody's questions yet."""
    (folder / "smallest.yml").rename(folder / "_smallest.yml")
    assert "../assessments/smallest/" not in shown(build(folder, SETTINGS, {}))["principles/listen"]


def alike(code: Callable[[str], str]) -> tuple[str, str]:
    """Give the first two names `a-1`, `a-2`, … that come to the same characters."""
    first: dict[str, str] = {}
    for name in (f"a-{number}" for number in count(1)):
        if (other := first.setdefault(code(name), name)) != name:
            return other, name
    raise AssertionError


def test_two_files_with_the_same_code_are_a_problem(folder: Path) -> None:
    """Somebody would read answers to the one as answers to the other."""
    first, second = sorted(alike(assessment_code))
    for name in (first, second):
        shutil.copy(SMALLEST, folder / f"{name}.yml")
    assert messages(build(folder, SETTINGS, {})) == [
        f"assessments/{second}.yml:1:1: The codes of this questionnaire could not be told from"
        f' those of "{first}.yml". Rename the newer of the two files; another letter is enough.'
    ]


def test_two_forms_with_the_same_code_are_a_problem(folder: Path) -> None:
    """So it is within one file, for every form that has codes."""
    text = SMALLEST.read_text(encoding="utf-8")
    [form] = planned(text)["forms"]
    first, second = alike(lambda name: form_code(name, form["edition"], []))
    forms = f"forms: {{{first}: {{title: A}}, {second}: {{title: B}}}}\n"
    (folder / "smallest.yml").write_text(text + forms, encoding="utf-8")
    assert messages(build(folder, SETTINGS, {})) == [
        f'assessments/smallest.yml:1:1: The codes of the form "{second}" could not be told from'
        f' those of the form "{first}". Give the newer of the two another id; another letter is'
        " enough."
    ]
    (folder / "smallest.yml").write_text(text + forms + "private: true\n", encoding="utf-8")
    assert messages(build(folder, SETTINGS, {})) == []


def test_problems_are_reported_below_their_number(folder: Path) -> None:
    """A build's last words say how much there is to do, and then what."""
    edit(folder / "smallest.yml", "minutes: 1", "minutes: many")
    heading, problem = build(folder, SETTINGS, {}).report.splitlines()
    assert heading == "There is one problem to mend"
    assert problem.startswith("assessments/smallest.yml:4:10: ")


def test_a_missing_folder_is_one_problem(tmp_path: Path) -> None:
    """Nobody has to read five messages to learn that a folder is missing."""
    assert messages(build(tmp_path / "assessments", SETTINGS, {})) == [
        "assessments:1:1: This folder is missing, and the questionnaires belong into it."
        " Add it, with the folder library/ in it."
    ]


def test_an_empty_folder_lacks_its_library(tmp_path: Path) -> None:
    """Each missing file is named."""
    (tmp_path / "assessments").mkdir()
    found = messages(build(tmp_path / "assessments", SETTINGS, {}))
    assert [message.split(":")[0] for message in found] == [
        f"assessments/library/{kind}.yml" for kind in ("bands", "principles", "scales", "sources")
    ]


def test_a_folder_without_questionnaires_is_an_empty_site(folder: Path) -> None:
    """A library alone is a beginning, and no problem; its own pages are there."""
    for path in folder.glob("*.yml"):
        path.unlink()
    site = build(folder, SETTINGS, {})
    assert (site.cards, list(site.files), site.problems) == ((), ["assets/contents.js"], ())
    paths = {page.path.partition("/")[0] for page in site.pages}
    assert paths == {"principles", "documents", "notebook"}


def test_what_begins_with_an_underscore_is_checked_and_not_published(folder: Path) -> None:
    """A template to copy is no questionnaire, and stays right."""
    shutil.move(folder / "smallest.yml", folder / "_smallest.yml")
    assert "smallest" not in " ".join(shown(build(folder, SETTINGS, {})))
    edit(folder / "_smallest.yml", "minutes: 1", "minutes: many")
    assert len(build(folder, SETTINGS, {}).problems) == 1


def test_cards_stand_where_a_page_asks_for_them(folder: Path) -> None:
    """A hand-written page decides where, and any other page stays as it is."""
    site = build(folder, SETTINGS, {})
    html = site.filled(f"<p>All</p>{CARDS}", "assessments/index")
    assert 'href="smallest/"' in html
    assert site.filled("<p>All</p>", "assessments/index") == "<p>All</p>"


def test_a_hand_written_page_leads_to_the_contact(folder: Path) -> None:
    """Where a page asks for it stands a link if the site names a contact, and else nothing."""
    page = f"<p>All</p>{CONTACT}"
    assert build(folder, SETTINGS, {}).filled(page, "contribute").strip() == "<p>All</p>"
    named = build(folder, Settings(contact="mailto:anna@example.org"), {})
    assert 'href="mailto:anna@example.org"' in named.filled(page, "contribute")


def test_templates_are_rendered_with_words_that_exist() -> None:
    """A word that no language has is an error, and never an empty place."""
    assert pages.environment().undefined.__name__ == "StrictUndefined"
