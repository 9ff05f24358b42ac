"""Keeping a copy and bringing it back; what others wrote into a file stays text."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import (
    act,
    agree,
    answer,
    open_form,
    picked,
    question,
    ready,
    show_result,
    stored,
    wait_until_stored,
)
from browser.awaiting import wait_until_finished
from browser.copies import SHEET, asked, bring_back, choose_copy, keep_copy
from browser.storing import put

HEART = "assessments/serving-heart/"
CUSTOMER = "assessments/marriage/customer/"
HOSTILE = '<img src=x onerror="globalThis.broken=true"><script>globalThis.broken=true</script>'
DAMAGE = """() => new Promise(resolve => {
  indexedDB.open("rapport-rapport").onsuccess = ({ target }) => {
    const writing = target.result.transaction("sheets", "readwrite");
    writing.objectStore("sheets").put({ id: "X", answers: 7 }, "X");
    writing.oncomplete = resolve;
  };
})"""
REFUSED = {
    "no JSON": ("Dear diary", "it is not a copy made by this site, or it was cut off on its way."),
    "other JSON": ('{"a": 1}', "it is not a copy made by this site."),
    "null": ("null", "it is not a copy made by this site."),
    "a newer copy": (
        json.dumps({"format": 2, "sheets": [SHEET]}),
        "it was made by a newer version of this site.",
    ),
    "a newer sheet": (
        json.dumps({"format": 1, "sheets": [SHEET | {"format": 2}]}),
        "it was made by a newer version of this site.",
    ),
    "damaged": (
        json.dumps({"format": 1, "sheets": [SHEET | {"answers": "many"}]}),
        "the answers in it are damaged.",
    ),
    "counts": (
        json.dumps({"format": 1, "merged": 5, "sheets": [SHEET]}),
        "it holds the answers of several people as counts. Add it on the page of the comparison.",
    ),
    "empty": (json.dumps({"format": 1, "sheets": []}), "there are no answers in it."),
}


def test_a_copy_comes_back_in_another_browser(
    new_context: Callable[[], BrowserContext], site: str
) -> None:
    """The file is readable JSON of everything, and brings everything to another browser, once."""
    first, second = new_context().new_page(), new_context().new_page()
    open_form(first, site + CUSTOMER)
    answer(first, {"safe": 2})
    wait_until_stored(first, "safe", 2)
    open_form(first, site + HEART)
    answer(first, {"patient": 4, "clear-head": None, "own-self": "Ms B., on a Tuesday"})
    show_result(first)
    text = keep_copy(first)
    copy = json.loads(text)
    assert (copy["format"], copy["site"]) == (1, "rapport")
    assert copy["sheets"] == stored(first)
    seen = {sheet["assessment"]: sheet["seen"] for sheet in copy["sheets"]}
    assert seen["serving-heart"]["patient"]["label"] == "Most of the time"
    assert text.startswith('{\n  "format": 1,\n')
    open_form(second, site + HEART)
    show_result(second)
    bring_back(second, text)
    expect(second.get_by_text("2 sets of answers were brought back.")).to_be_visible()
    assert stored(second) == stored(first)
    choose_copy(second, text)
    expect(second.get_by_text("Everything in this file is already here.")).to_be_visible()
    act(second, "change")
    assert (picked(second, "patient"), picked(second, "clear-head")) == ("4", "na")
    expect(question(second, "own-self").locator("textarea")).to_have_value("Ms B., on a Tuesday")


def test_what_a_file_would_change_is_said_before_it_does(page: Page, site: str) -> None:
    """New, newer, older and here already are counted, what is refused is named, and No is no."""
    new, day = [SHEET | {"id": f"NEW{n:03}"} for n in range(3)], "2026-02-01T08:00:00Z"
    here = [SHEET | {"id": each} for each in ("AAAAA1", "AAAAA2", "AAAAA3")]
    newer = here[0] | {"changed": day, "answers": {"patient": 5}}
    later = here[2] | {"changed": day}
    broken = {"assessment": "serving-heart", "changed": "2026-01-07T08:00:00Z", "answers": 7}
    open_form(page, site + HEART)
    put(page, [*here[:2], later])
    sheets = [*new, newer, *here[1:], broken, SHEET | {"format": 2, "assessment": "marriage"}]
    text = json.dumps({"format": 1, "site": "hr", "saved": day, "sheets": sheets})
    choose_copy(page, text)
    assert asked(page) == [
        "This file was saved on 1 February 2026.",
        "It comes from another site, “hr”.",
        "3 sets of answers are new.",
        "1 is newer than what is here or has more, and is put together with it.",
        "1 is here already.",
        "1 is older than here, and is left out.",
        "2 cannot be taken:",
        "· Do I have a serving heart?, 7 January 2026: damaged",
        "· marriage, 5 January 2026: made by a newer version of this site",
        "Bring this back?",
    ]
    page.get_by_role("button", name="Not now").click()
    expect(page.locator("dialog")).to_be_hidden()
    assert stored(page) == [*here[:2], later]
    bring_back(page, text)
    expect(page.locator("[data-announce]")).to_have_text(
        "4 sets of answers were brought back, and 2 could not be taken."
    )
    assert {each["id"]: each for each in stored(page)} == {
        each["id"]: each for each in [newer, here[1], later, *new]
    }


def test_a_copy_of_the_first_version_of_this_site_opens(page: Page, site: str) -> None:
    """Files that were saved before copies named their site come back as ever."""
    open_form(page, site + HEART)
    saved = {"format": 1, "saved": "2026-01-05T09:00:00Z"}
    bring_back(page, json.dumps(saved | {"sheets": [SHEET | {"answers": {"patient": 4}}]}))
    expect(page.get_by_text("1 set of answers was brought back.")).to_be_visible()
    assert [each["answers"] for each in stored(page)] == [{"patient": 4}]


def test_a_huge_file_is_refused_before_it_is_read(page: Page, site: str, tmp_path: Path) -> None:
    """What no reader can have made does not fill the memory."""
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    open_form(page, site + HEART)
    choose_copy(page, huge)
    expect(page.get_by_text("it is larger than any copy made by this site.")).to_be_visible()


def test_many_sheets_come_back_at_once(page: Page, site: str) -> None:
    """A hundred versions are brought back, none twice and none missing."""
    open_form(page, site + HEART)
    numbers = range(100)
    sheets = [SHEET | {"id": f"MANY{n:02}", "answers": {"patient": n % 5 + 1}} for n in numbers]
    bring_back(page, json.dumps({"format": 1, "sheets": sheets}))
    expect(page.get_by_text("100 sets of answers were brought back.")).to_be_visible()
    assert stored(page) == sheets


def test_where_nothing_is_kept_a_copy_comes_into_the_page(page: Page, site: str) -> None:
    """A browser that refuses to keep answers shows those of the file, and says what is true."""
    page.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('No'); };")
    open_form(page, site + HEART)
    sheet = SHEET | {"answers": {"patient": 4}}
    bring_back(page, json.dumps({"format": 1, "sheets": [sheet]}))
    expect(page.get_by_text("this browser refused to keep all of them.")).to_be_visible()
    assert json.loads(keep_copy(page))["sheets"] == [sheet]


@pytest.mark.parametrize("fault", REFUSED)
def test_a_file_that_does_not_fit_is_refused_with_the_reason(
    page: Page, site: str, fault: str
) -> None:
    """The reason is said where everybody sees it, and nothing changes."""
    text, reason = REFUSED[fault]
    open_form(page, site + HEART)
    answer(page, {"patient": 4})
    show_result(page)
    wait_until_finished(page)
    before = stored(page)
    choose_copy(page, text)
    expect(page.locator("[data-announce]")).to_have_text(
        f"This file could not be brought back: {reason}"
    )
    expect(page.locator("[data-announce]")).to_have_css("clip-path", "none")
    assert stored(page) == before


def test_damaged_records_are_set_aside_and_handed_out(page: Page, site: str) -> None:
    """A record that is no answer sheet harms nothing, is mentioned, and is part of the copy."""
    open_form(page, site + HEART)
    answer(page, {"patient": 4})
    wait_until_stored(page, "patient", 4)
    page.evaluate(DAMAGE)
    page.reload()
    ready(page)
    assert picked(page, "patient") == "4"
    expect(page.get_by_text("Some answers kept in this browser were damaged.")).to_be_visible()
    with page.expect_download() as download:
        act(page, "save-damaged")
    alone = json.loads(download.value.path().read_text(encoding="utf-8"))
    show_result(page)
    copy = json.loads(keep_copy(page))
    assert [each["record"] for each in copy["damaged"]] == [{"id": "X", "answers": 7}]
    assert (alone["sheets"], alone["damaged"]) == ([], copy["damaged"])
    act(page, "clear")
    agree(page)
    expect(page.get_by_text("Some answers kept in this browser were damaged.")).to_be_hidden()
    assert stored(page) == []


def test_what_others_answered_does_not_become_ones_own(page: Page, site: str) -> None:
    """A customer's copy, opened on their own page, leaves the answers received from them alone."""
    theirs = SHEET | {"assessment": "marriage", "form": "customer", "answers": {"safe": 2}}
    received = theirs | {"origin": "received"}
    open_form(page, site + CUSTOMER)
    put(page, [received])
    later = theirs | {"changed": "2026-02-01T08:00:00Z", "answers": {"safe": 5}}
    another = later | {"id": "DEF456"}
    answer(page, {"safe": 3})
    show_result(page)
    bring_back(page, json.dumps({"format": 1, "sheets": [later, another]}))
    expect(page.get_by_text("was brought back, and 1 could not be taken.")).to_be_visible()
    found = {sheet["id"]: sheet for sheet in stored(page)}
    assert (found["ABC123"], found["DEF456"]) == (received, another)


@pytest.mark.noisy("the script cannot be had")
def test_a_copy_that_cannot_be_made_is_said(page: Page, site: str) -> None:
    """Where the server has gone away meanwhile, the page says that there is no copy."""
    open_form(page, site + HEART)
    answer(page, {"patient": 4})
    show_result(page)
    page.route("**/keeping.js", lambda route: route.abort())
    act(page, "keep")
    expect(page.get_by_text("That did not work.")).to_be_visible()
    page.unroute("**/keeping.js")
    assert '"patient": 4' in keep_copy(page)


def test_markup_in_a_text_stays_text(page: Page, site: str) -> None:
    """What a reader types is shown again as typed, and never becomes part of the page."""
    open_form(page, site + HEART)
    question(page, "own-self").locator("textarea").fill(HOSTILE)
    show_result(page)
    expect(page.locator("[data-pairs=answers] dd")).to_have_text(HOSTILE)
    wait_until_stored(page, "own-self", HOSTILE)
    page.reload()
    ready(page)
    expect(page.locator("[data-pairs=answers] dd")).to_have_text(HOSTILE)
    assert page.locator("img[src=x]").count() == 0
    assert page.evaluate("globalThis.broken") is None


def test_markup_in_a_file_stays_text(page: Page, site: str) -> None:
    """Words, labels and ids of a file from elsewhere are shown as text."""
    seen = {"ask": f"Q {HOSTILE}", "label": f"L {HOSTILE}", "shape": "OTHER"}
    names = ["patient", "gone", "constructor", "__proto__", HOSTILE]
    answers = ", ".join(f"{json.dumps(name)}: 3" for name in names)
    seens = ", ".join(f"{json.dumps(name)}: {json.dumps(seen)}" for name in names)
    sheet = {
        **SHEET,
        "commitments": [{"id": "C", "text": HOSTILE, "practice": HOSTILE, "by": "2026-01-12"}],
    }
    text = json.dumps({"format": 1, "sheets": [sheet]})
    text = text.replace('"answers": {}', f'"answers": {{{answers}}}')
    text = text.replace('"seen": {}', f'"seen": {{{seens}}}')
    open_form(page, site + HEART)
    show_result(page)
    bring_back(page, text)
    expect(page.locator("[data-pairs=earlier] dt").first).to_have_text(f"Q {HOSTILE}")
    act(page, "change")
    expect(question(page, "patient").locator("[data-standing]")).to_contain_text(HOSTILE)
    assert page.locator("img[src=x]").count() == 0
    assert page.evaluate("globalThis.broken") is None
