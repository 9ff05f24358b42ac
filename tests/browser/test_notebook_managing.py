"""What can be done in the notebook: naming, saving, deleting, and nothing of it by accident."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import act, agree, answer, open_form, ready, share_computer, stored
from browser.awaiting import hearing, wait_for_visit
from browser.built_site import plan_of
from browser.notebook import (
    HEART,
    HOSTILE,
    button,
    fill,
    open_notebook,
    steps,
    thread,
    unfold,
    version,
)

GARBAGE = [
    {"id": "JUNK01", "answers": 7},
    {"id": "JUNK02", "format": 2, "assessment": "from-the-future"},
]


@pytest.fixture
def records(site_dir: Path) -> list[dict[str, Any]]:
    """Return answers about two customers in two questionnaires, and about nobody."""
    heart, stages = plan_of(site_dir, HEART), plan_of(site_dir, "stages")
    healthy = plan_of(site_dir, "healthy-relationship")
    place = {"where-now": "first-work"}
    return [
        version(stages, place, "2026-01-01", 1, subject="Ann"),
        version(stages, place, "2026-02-01", 2, subject="Ben"),
        version(healthy, steps(healthy, 3), "2026-03-01", 3, subject="ann"),
        version(heart, steps(heart, 3), "2026-04-01", 4),
        version(heart, steps(heart, 4), "2026-05-01", 5),
    ]


def subjects(page: Page) -> list[str]:
    """Return whom the stored answers are about, in the order of their ids."""
    return [each.get("subject", "") for each in sorted(stored(page), key=lambda each: each["id"])]


def turn_away(page: Page) -> None:
    """Leave the dialog that asks, and wait until it is gone."""
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()


def rename(page: Page, name: str, to: str) -> None:
    """Give a customer another name, as far as the notebook needs no answer."""
    button(page, f"Rename {name}").locator("visible=true").first.click()
    page.get_by_label("New name").fill(to)
    page.keyboard.press("Enter")


def test_a_customer_is_renamed_everywhere(
    page: Page, site: str, records: list[dict[str, Any]]
) -> None:
    """One change of name reaches all answers about that customer, and nobody else's."""
    fill(page, site, records)
    unfold(page, "ann")
    rename(page, "ann", HOSTILE)
    expect(page.locator("[data-announce]")).to_have_text(
        f"The name is now “{HOSTILE}”, in every questionnaire."
    )
    assert subjects(page) == [HOSTILE, "Ben", HOSTILE, "", ""]
    assert page.evaluate("globalThis.broken") is None
    expect(page.locator("summary:focus")).to_contain_text(HOSTILE)


def test_a_name_that_is_taken_asks_once(
    page: Page, site: str, records: list[dict[str, Any]]
) -> None:
    """Two customers become one only when the reader says so, with the name that was there."""
    fill(page, site, records)
    unfold(page, "Ben")
    rename(page, "Ben", " ANN ")
    expect(page.locator("dialog p")).to_contain_text("There are already 2 versions")
    page.locator("dialog button:not([value])").click()
    expect(page.locator("dialog")).to_be_hidden()
    assert subjects(page) == ["Ann", "Ben", "ann", "", ""]
    button(page, "Use this name").click()
    agree(page)
    expect(page.locator("[data-announce]")).to_contain_text("The name is now")
    assert sorted({each.lower() for each in subjects(page)}) == ["", "ann"]
    expect(thread(page, "2 versions, the newest from 1 February 2026")).to_have_count(1)


def test_renaming_can_be_left(page: Page, site: str, records: list[dict[str, Any]]) -> None:
    """Escape, an empty name and the same name change nothing, and the button has the focus back."""
    fill(page, site, records)
    unfold(page, "Ben")
    for name in ("", "Ben"):
        rename(page, "Ben", name)
        page.keyboard.press("Escape")
        expect(button(page, "Rename Ben")).to_be_focused()
    assert subjects(page) == ["Ann", "Ben", "ann", "", ""]


def test_answers_about_nobody_get_a_name_where_they_stand(
    page: Page, site: str, site_dir: Path
) -> None:
    """What named nobody in one questionnaire is named there, and nowhere else."""
    stages, healthy = plan_of(site_dir, "stages"), plan_of(site_dir, "healthy-relationship")
    fill(
        page,
        site,
        [
            version(stages, {"where-now": "first-work"}, "2026-01-01", 1),
            version(healthy, steps(healthy, 3), "2026-03-01", 2),
        ],
    )
    found = unfold(page, "No name yet")
    found.get_by_role("button", name="Say which customer this is about").click()
    page.get_by_label("New name").fill("The baker")
    page.keyboard.press("Enter")
    expect(page.locator("[data-announce]")).to_contain_text("The baker")
    assert subjects(page) == ["The baker", ""]


def test_deleting_a_version_asks_once(page: Page, site: str, records: list[dict[str, Any]]) -> None:
    """The question names the day, and only that version goes."""
    fill(page, site, records)
    unfold(page, "2 versions")
    name = "Delete the version from 1 April 2026: Do I have a serving heart?"
    button(page, name).click()
    expect(page.locator("dialog p")).to_contain_text("Delete your answers from 1 April 2026")
    turn_away(page)
    assert len(stored(page)) == 5
    button(page, name).click()
    agree(page)
    expect(page.locator("[data-announce]")).to_have_text("This version is deleted.")
    assert [each["id"] for each in stored(page)] == ["NTE001", "NTE002", "NTE003", "NTE005"]
    expect(page.locator("summary:focus")).to_contain_text("1 version, from 1 May 2026")


def test_everything_is_deleted_garbage_too(
    page: Page, site: str, records: list[dict[str, Any]]
) -> None:
    """One question, and nothing of this site is left: no damaged record, nothing of a later one."""
    fill(page, site, [*records, *GARBAGE])
    act(page, "delete-all")
    expect(page.locator("dialog p")).to_contain_text("5 sets of answers")
    turn_away(page)
    assert len(stored(page)) == 7
    act(page, "delete-all")
    agree(page)
    expect(page.locator("[data-announce]")).to_contain_text("Everything is deleted.")
    expect(page.get_by_role("heading", name="Nothing is written here yet")).to_be_visible()
    expect(page.locator("[data-damaged]")).to_be_hidden()
    assert stored(page) == []


def test_damaged_records_are_counted_and_can_be_saved(
    page: Page, site: str, records: list[dict[str, Any]]
) -> None:
    """The others are listed as ever, and the file holds what was found, as it was found."""
    fill(page, site, [*records, GARBAGE[0], {"id": "JUNK03", "note": HOSTILE}])
    expect(page.locator("[data-damaged]")).to_contain_text("2 records in this browser were damaged")
    expect(page.locator(".thread")).to_have_count(4)
    with page.expect_download() as download:
        act(page, "save-damaged")
    content = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert content["sheets"] == []
    found = sorted((each["record"] for each in content["damaged"]), key=lambda each: each["id"])
    assert found == [GARBAGE[0], {"id": "JUNK03", "note": HOSTILE}]


def test_a_copy_of_everything_comes_back(
    page: Page, site: str, records: list[dict[str, Any]], tmp_path: Path
) -> None:
    """What was saved before deleting is there again afterwards, to the last letter."""
    fill(page, site, records)
    before = stored(page)
    with page.expect_download() as download:
        act(page, "keep")
    copy = tmp_path / "copy.json"
    download.value.save_as(copy)
    act(page, "delete-all")
    agree(page)
    expect(page.locator(".thread")).to_have_count(0)
    with page.expect_file_chooser() as chooser:
        act(page, "import")
    chooser.value.set_files(copy)
    expect(page.locator("dialog p")).to_contain_text("5")
    agree(page)
    expect(page.locator(".thread")).to_have_count(4)
    assert stored(page) == before


def test_a_questionnaire_is_saved_as_a_table(page: Page, site: str, site_dir: Path) -> None:
    """A row a version, read by any spreadsheet, and no cell of it is a formula."""
    heart = plan_of(site_dir, HEART)
    wrote = '=HYPERLINK("http://x")\nand "more", too'
    records = [
        version(heart, steps(heart, 3) | {"own-self": wrote}, "2026-03-01", 1),
        version(heart, {"clear-head": None, "in-the-way": {"tools": "seen"}}, "2026-04-01", 2),
    ]
    fill(page, site, records)
    with page.expect_download() as download:
        button(page, "Save as a table (CSV): Do I have a serving heart?").click()
    assert download.value.suggested_filename == "serving-heart.csv"
    data = download.value.path().read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    first, second = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert (first["started"], first["score.presence"]) == ("2026-03-01T12:00:00Z", "50")
    assert (first["answer.patient"], first["words.patient"]) == ("3", "About half the time")
    assert first["answer.own-self"] == "'" + wrote
    assert (second["answer.clear-head"], second["answer.in-the-way.tools"]) == ("na", "seen")


def test_another_tab_is_heard(context: BrowserContext, site: str, site_dir: Path) -> None:
    """What is answered in one tab stands in the notebook of the other, opened as it was."""
    heart = plan_of(site_dir, HEART)
    first, second = context.new_page(), context.new_page()
    fill(first, site, [version(heart, steps(heart, 3), "2026-03-01", 1)])
    unfold(first, "1 version")
    open_form(second, f"{site}assessments/stages/")
    second.locator("[data-new-customer] input").fill("The baker")
    second.keyboard.press("Enter")
    expect(second.locator(".progress")).to_be_focused()
    answer(second, {"where-now": "first-work"})
    expect(thread(first, "The baker")).to_have_count(1)
    expect(thread(first, "1 version, from 1 March 2026")).to_have_attribute("open", "")


def test_what_is_being_typed_survives_another_tab(
    context: BrowserContext, site: str, records: list[dict[str, Any]]
) -> None:
    """A new name half typed stays, and the news come when the field is left."""
    first, second = context.new_page(), context.new_page()
    fill(first, site, records)
    unfold(first, "Ben")
    button(first, "Rename Ben").click()
    first.get_by_label("New name").fill("Benja")
    open_notebook(second, site)
    unfold(second, "2 versions")
    with hearing(first):
        button(second, "Delete the version from 1 April 2026: Do I have a serving heart?").click()
        agree(second)
    expect(second.locator("[data-announce]")).to_have_text("This version is deleted.")
    expect(first.get_by_label("New name")).to_have_value("Benja")
    button(first, "Leave it").click()
    expect(thread(first, "1 version, from 1 May 2026")).to_have_count(1)


def test_a_shared_computer_is_said_and_can_be_left(page: Page, site: str) -> None:
    """In a shared visit the notebook says so, keeps the answers if asked, or leaves nothing."""
    open_form(page, f"{site}assessments/{HEART}/")
    share_computer(page)
    answer(page, {"patient": 4})
    wait_for_visit(page, "patient", 4)
    open_notebook(page, site)
    expect(page.locator('[data-kept="visit"]')).to_be_visible()
    expect(page.locator('[data-kept="browser"]')).to_be_hidden()
    expect(page.locator(".thread")).to_have_count(1)
    act(page, "unshare-computer")
    expect(page.locator('[data-kept="browser"]')).to_be_visible()
    assert len(stored(page)) == 1


def test_finishing_leaves_nothing_of_a_visit(page: Page, site: str) -> None:
    """Asked once, what this visit brought is gone, and Back shows none of it."""
    open_form(page, f"{site}assessments/{HEART}/")
    share_computer(page)
    answer(page, {"patient": 4})
    wait_for_visit(page, "patient", 4)
    open_notebook(page, site)
    act(page, "leave-nothing")
    agree(page)
    expect(page).to_have_url(site)
    page.go_back()
    ready(page)
    expect(page.locator(".thread, fieldset input:checked")).to_have_count(0)
    open_notebook(page, site)
    expect(page.locator(".thread")).to_have_count(0)


@pytest.mark.noisy("a script that is refused is a failed request")
def test_a_script_that_cannot_be_had_is_said(page: Page, site: str) -> None:
    """Where the network is gone, a button says that it did not work and nothing is lost."""
    open_notebook(page, site)
    page.route("**/managing.js", lambda route: route.abort())
    act(page, "delete-all")
    expect(page.locator("[data-announce]")).to_contain_text("That did not work.")
    page.unroute("**/managing.js")
    act(page, "delete-all")
    expect(page.locator("dialog")).to_be_visible()
