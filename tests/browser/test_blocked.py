"""A browser that lets a site keep nothing: answering works, and the page says what is lost."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from browser.answering import (
    act,
    agree,
    answer_all,
    choose,
    open_form,
    picked,
    progress,
    scores,
    share_computer,
    show_result,
    wait_until_stored,
)
from browser.awaiting import expect_soon
from browser.choosing import TODAY

HEART = "assessments/serving-heart/"
NOTHING_KEPT = "This browser keeps nothing here."
REFUSALS = {
    "throws": "IDBFactory.prototype.open = () => { throw new DOMException('No'); };",
    "absent": "Object.defineProperty(globalThis, 'indexedDB', { value: undefined });",
    "newer": """const later = indexedDB.open("rapport-rapport", 2);
        later.onsuccess = () => later.result.close();""",
    "silent": """const open = IDBFactory.prototype.open;
        IDBFactory.prototype.open = function (name) {
          const request = open.call(this, `${name}-silent`);
          for (const event of ["onsuccess", "onerror", "onblocked", "onupgradeneeded"]) {
            Object.defineProperty(request, event, { set() {} });
          }
          return Object.defineProperty(request, "addEventListener", { value() {} });
        };""",
    "full": """IDBObjectStore.prototype.put = () => {
          throw new DOMException("Full", "QuotaExceededError");
        };""",
}
BROKEN_VISITS = "Storage.prototype.setItem = () => { throw new DOMException('No'); };"


@pytest.mark.parametrize("refusal", REFUSALS)
def test_answering_and_result_work_and_the_loss_is_said(
    page: Page, site: str, refusal: str
) -> None:
    """However the browser refuses, answers count, give a result, and are said to be lost."""
    page.add_init_script(REFUSALS[refusal])
    open_form(page, site + HEART)
    answer_all(page, 4)
    expect(page.get_by_text(NOTHING_KEPT)).to_be_visible()
    expect(page.get_by_text("Your answers stay in this browser.")).to_be_hidden()
    expect_soon(page, lambda: progress(page)[1], "22/22")
    show_result(page)
    assert scores(page)["presence"] == ("75", "high")
    act(page, "clear")
    agree(page)
    expect(page.locator("[data-progress-done]")).to_have_text("0 of 22 done")


@pytest.mark.noisy("a script that cannot be had is a failed request")
def test_without_what_draws_it_the_result_is_asked_for_once_and_when_wanted(
    page: Page, site: str
) -> None:
    """Answers ask for it the first time only; whoever wants the result asks again, and gets it."""
    open_form(page, site + HEART)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/result.js", lambda route: route.abort())
    for step in (1, 2, 3, 4):
        choose(page, "patient", step)
        wait_until_stored(page, "patient", step)
    assert len([url for url in asked if url.endswith("/result.js")]) == 1
    page.unroute("**/result.js")
    show_result(page)
    expect(page.locator("[data-headline]")).to_be_focused()


def test_a_blocked_page_still_hands_out_a_copy(page: Page, site: str) -> None:
    """Where nothing is kept, "Keep a copy" saves the answers to a file."""
    page.add_init_script(REFUSALS["throws"])
    open_form(page, site + HEART)
    choose(page, "patient", 4)
    show_result(page)
    with page.expect_download() as download:
        act(page, "keep")
    assert '"patient": 4' in download.value.path().read_text(encoding="utf-8")


def test_a_shared_computer_that_blocks_even_visits(page: Page, site: str) -> None:
    """Where visits are blocked, what is stored stays where it was, and that is said."""
    page.add_init_script(BROKEN_VISITS)
    open_form(page, site + HEART)
    choose(page, "patient", 4)
    act(page, "share-computer")
    expect(page.locator("[data-announce]")).to_contain_text("are still where they were.")
    expect(page.get_by_text("Your answers stay in this browser.")).to_be_visible()
    open_form(page, site + HEART)
    assert picked(page, "patient") == "4"


def test_a_computer_shared_from_the_start_that_blocks_visits(page: Page, site: str) -> None:
    """Where visits are blocked, what is answered after sharing stays on the page, which says so."""
    page.add_init_script(BROKEN_VISITS)
    open_form(page, site + HEART)
    share_computer(page, "nothing")
    choose(page, "patient", 4)
    expect_soon(page, lambda: progress(page)[1], "1/22")
    expect(page.get_by_text(NOTHING_KEPT)).to_be_visible()
    assert picked(page, "patient") == "4"


@pytest.mark.noisy("a script that cannot be had is an error on the console")
def test_a_plan_that_does_not_arrive_is_said(page: Page, site: str) -> None:
    """Where the questions' data cannot be loaded the page says so, and what to do."""
    page.route("**/plans/*", lambda route: route.abort())
    page.goto(site + HEART)
    expect(page.get_by_text("The questions could not be loaded. Reload the page")).to_be_visible()


def test_an_answer_given_before_the_page_is_ready_counts(page: Page, site: str) -> None:
    """Whoever is quicker than the storage loses nothing."""
    page.add_init_script("""const open = IDBFactory.prototype.open;
        IDBFactory.prototype.open = function (...given) {
          const request = open.apply(this, given);
          IDBFactory.prototype.open = open;
          const late = (listener) => async (event) => {
            await new Promise((done) => { globalThis.openNow = done; });
            listener(event);
          };
          const set = (listener) => request.addEventListener("success", late(listener));
          return Object.defineProperty(request, "onsuccess", { set });
        };""")
    # The page goes on without a storage that keeps it waiting: its clock stands still meanwhile.
    page.clock.install(time=TODAY)
    page.clock.pause_at(TODAY + timedelta(hours=1))
    page.goto(site + HEART)
    choose(page, "patient", 4)
    page.get_by_role("textbox", name="With which customer").fill("A word")
    page.wait_for_function("globalThis.openNow !== undefined")
    page.evaluate("openNow()")
    page.clock.resume()
    expect(page.locator("form[data-ready]")).to_be_attached()
    expect_soon(page, lambda: (picked(page, "patient"), progress(page)[1]), ("4", "1/22"))
    wait_until_stored(page, "patient", 4)
    wait_until_stored(page, "own-self", "A word")
