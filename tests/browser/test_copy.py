"""Keeping a copy and bringing it back; what others wrote into a file stays text."""

import json
from collections.abc import Callable
from typing import Any

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
from browser.storing import put

HEART = "assessments/serving-heart/"
CUSTOMER = "assessments/marriage/customer/"
HOSTILE = '<img src=x onerror="globalThis.broken=true"><script>globalThis.broken=true</script>'
SHEET: dict[str, Any] = {
    "format": 1,
    "id": "ABC123",
    "assessment": "serving-heart",
    "edition": "XYZ",
    "origin": "own",
    "started": "2026-01-05T08:00:00Z",
    "changed": "2026-01-05T08:05:00Z",
    "answers": {},
    "seen": {},
    "commitments": [],
}
DAMAGE = """() => new Promise(resolve => {
  indexedDB.open("rapport-rapport").onsuccess = ({ target }) => {
    const writing = target.result.transaction("sheets", "readwrite");
    writing.objectStore("sheets").put({ id: "X", answers: 7 }, "X");
    writing.oncomplete = resolve;
  };
})"""
REFUSED = {
    "no JSON": ("Dear diary", "it is not a copy made by this site."),
    "other JSON": ('{"a": 1}', "it is not a copy made by this site."),
    "null": ("null", "it is not a copy made by this site."),
    "another questionnaire": (
        json.dumps({"format": 1, "sheets": [SHEET | {"assessment": "marriage"}]}),
        "it holds no answers to this page.",
    ),
    "newer": (
        json.dumps({"format": 1, "sheets": [SHEET | {"format": 2}]}),
        "it was made by a newer version of this site.",
    ),
    "damaged": (
        json.dumps({"format": 1, "sheets": [SHEET | {"answers": "many"}]}),
        "the answers in it are damaged.",
    ),
}


def bring_back(page: Page, text: str) -> None:
    """Choose a file with this text at "Bring back a copy"."""
    with page.expect_file_chooser() as chooser:
        act(page, "import")
    chooser.value.set_files(
        {"name": "copy.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def test_a_copy_comes_back_in_another_browser(
    new_context: Callable[[], BrowserContext], site: str
) -> None:
    """The file is readable JSON of everything, and brings everything to another browser, once."""
    first, second = new_context().new_page(), new_context().new_page()
    open_form(first, site + HEART)
    answer(first, {"patient": 4, "clear-head": None, "own-self": "Ms B., on a Tuesday"})
    show_result(first)
    with first.expect_download() as download:
        act(first, "keep")
    assert download.value.suggested_filename.startswith("serving-heart-20")
    text = download.value.path().read_text(encoding="utf-8")
    copy = json.loads(text)
    assert copy["sheets"] == stored(first)
    assert copy["sheets"][0]["seen"]["patient"]["label"] == "Most of the time"
    open_form(second, site + HEART)
    show_result(second)
    bring_back(second, text)
    expect(second.get_by_text("1 set of answers was brought back.")).to_be_visible()
    assert stored(second) == stored(first)
    bring_back(second, text)
    expect(second.get_by_text("Everything in this file is already here.")).to_be_visible()
    act(second, "change")
    assert (picked(second, "patient"), picked(second, "clear-head")) == ("4", "na")
    expect(question(second, "own-self").locator("textarea")).to_have_value("Ms B., on a Tuesday")


@pytest.mark.parametrize("fault", REFUSED)
def test_a_file_that_does_not_fit_is_refused_with_the_reason(
    page: Page, site: str, fault: str
) -> None:
    """The reason is said where everybody sees it, and nothing changes."""
    text, reason = REFUSED[fault]
    open_form(page, site + HEART)
    answer(page, {"patient": 4})
    show_result(page)
    before = stored(page)
    bring_back(page, text)
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
    show_result(page)
    with page.expect_download() as download:
        act(page, "keep")
    copy = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert [each["record"] for each in copy["damaged"]] == [{"id": "X", "answers": 7}]
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
    expect(page.get_by_text("They were left as they are.")).to_be_visible()
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
    with page.expect_download():
        act(page, "keep")


def test_markup_in_a_text_stays_text(page: Page, site: str) -> None:
    """What a reader types is shown again as typed, and never becomes part of the page."""
    open_form(page, site + HEART)
    question(page, "own-self").locator("textarea").fill(HOSTILE)
    show_result(page)
    expect(page.locator("[data-pairs=answers] dd")).to_have_text(HOSTILE)
    page.reload()
    ready(page)
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
