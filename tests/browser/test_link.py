"""A link that takes a result to another device: made, opened, refused, and kept only if wished."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import (
    BLINK,
    act,
    agree,
    answer,
    choose,
    open_form,
    ready,
    scores,
    show_result,
    stored,
    wait_until_stored,
)
from browser.built_site import ROOT
from browser.comparing import finish
from browser.copies import bring_back, keep_copy
from browser.links import OPEN, PRIVATE, WROTE, follow, link_of
from browser.modes import SCHEMES, faults
from browser.storing import put
from browser.test_paper import pages

Contexts = Callable[..., BrowserContext]


@pytest.mark.parametrize("where", [OPEN, PRIVATE])
def test_a_link_opens_the_result_on_another_device(
    new_context: Contexts, site: str, where: str
) -> None:
    """The result is the same there, and nothing of it stands in the address any more."""
    first, second = new_context().new_page(), new_context().new_page()
    link = link_of(first, site + where)
    follow(second, link, keep=True)
    expect(second).to_have_url(f"{site}{where}#result")
    assert scores(second) == scores(first)
    [here], [there] = stored(first), stored(second)
    own = {name: value for name, value in here["answers"].items() if value != WROTE}
    assert (there["answers"], there["id"], there["origin"]) == (own, here["id"], "own")
    second.go_back()
    assert "answers=" not in second.url


def test_only_a_tick_takes_what_was_written(new_context: Contexts, site: str) -> None:
    """Texts, the customer's name and commitments stay out of a link unless somebody ticks."""
    first, second = new_context().new_page(), new_context().new_page()
    link = link_of(first, site + PRIVATE, with_texts=True)
    follow(second, link, keep=True)
    assert stored(second) == stored(first)
    assert stored(second)[0]["answers"]["own-self"] == WROTE


@pytest.mark.noisy("a plan that is kept from loading is a failed request")
def test_a_link_outlives_a_page_that_could_not_be_opened(new_context: Contexts, site: str) -> None:
    """Where the questionnaire's data cannot be had, a reload opens the link all the same."""
    first, second = new_context().new_page(), new_context().new_page()
    link = link_of(first, site + OPEN)
    second.route("**/plans/marriage.js*", lambda route: route.abort())
    second.goto(link)
    expect(second.locator("[data-failed]")).to_be_visible()
    second.unroute("**/plans/marriage.js*")
    second.reload()
    second.get_by_role("button", name="Keep them as mine").click()
    expect(second.locator("[data-result]")).to_be_visible()
    assert scores(second) == scores(first)


def test_a_link_opened_twice_is_there_once(new_context: Contexts, site: str) -> None:
    """The second time nobody is asked: the answers are shown as they are here."""
    first, second = new_context().new_page(), new_context().new_page()
    link = link_of(first, site + OPEN)
    follow(second, link, keep=True)
    kept = stored(second)
    for page in (first, second):
        page.goto("about:blank")
        page.goto(link)
        ready(page)
        expect(page.locator("[data-announce]")).to_have_text("These answers are here already.")
        expect(page.locator("[data-result]")).to_be_visible()
        expect(page.locator("dialog")).to_be_hidden()
        assert len(stored(page)) == 1
    assert stored(second) == kept


def test_a_link_pasted_into_an_open_page(new_context: Contexts, site: str) -> None:
    """It works where the questionnaire is open already, and by instant navigation."""
    first, second = new_context().new_page(), new_context().new_page()
    link = link_of(first, site + OPEN)
    open_form(second, site + OPEN)
    second.evaluate("link => { location.href = link; }", link)
    second.get_by_role("button", name="Keep them as mine").click()
    expect(second.locator("[data-result]")).to_be_visible()
    expect(second).to_have_url(f"{site}{OPEN}#result")
    expect(second.get_by_text("The answers are kept in this browser now.")).to_be_visible()
    third = new_context().new_page()
    third.goto(site)
    third.evaluate(
        """link => {
          const way = Object.assign(document.createElement("a"), { href: link });
          document.querySelector(".md-content").append(way);
          way.click();
        }""",
        link,
    )
    third.get_by_role("button", name="Keep them as mine").click()
    expect(third.locator("[data-result]")).to_be_visible()
    assert scores(third) == scores(first)


REFUSED: dict[str, tuple[Callable[[str], str], str]] = {
    "cut off": (lambda link: link[:-20], "This link is damaged, perhaps cut off on its way."),
    "a letter wrong": (
        lambda link: link[:-9] + ("A" if link[-9] != "A" else "B") + link[-8:],
        "This link is damaged",
    ),
    "nothing in it": (lambda link: link.split("=")[0] + "=", "This link is damaged"),
    "a later version": (
        lambda link: link.replace("=1", "=2"),
        "This link was made by a newer version of this site",
    ),
    "another questionnaire": (
        lambda link: link.replace("marriage", "serving-heart"),
        "This link belongs to another questionnaire.",
    ),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_a_link_that_does_not_fit_is_refused(new_context: Contexts, site: str, fault: str) -> None:
    """The reason is said, the address is cleaned all the same, and nothing changes."""
    change, reason = REFUSED[fault]
    link = link_of(new_context().new_page(), site + OPEN)
    page = new_context().new_page()
    page.goto(change(link))
    ready(page)
    expect(page.locator("[data-announce]")).to_contain_text(reason)
    expect(page).not_to_have_url(re.compile("answers="))
    assert stored(page) == []


def test_what_a_mail_puts_behind_a_link_does_no_harm(new_context: Contexts, site: str) -> None:
    """A full stop or a bracket at the end is not taken for a part of the link."""
    link = link_of(new_context().new_page(), site + OPEN)
    page = new_context().new_page()
    follow(page, f"{link}).", keep=True)
    assert len(stored(page)) == 1


def test_private_answers_get_a_link_only_if_the_reader_insists(page: Page, site: str) -> None:
    """A dialog says why not, and "No" makes none."""
    open_form(page, site + PRIVATE)
    choose(page, "patient", 4)
    show_result(page)
    act(page, "share-link")
    expect(page.locator("dialog p")).to_contain_text("These answers are meant for you alone.")
    page.get_by_role("button", name="No, no link").click()
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator("[data-sharing]")).to_be_hidden()
    assert page.locator("[data-link]").input_value() == ""


# The texts take their time to be packed, as those of many pages do.
HOLD_UP = """box => {
  const Real = CompressionStream;
  globalThis.CompressionStream = function (format) {
    globalThis.CompressionStream = Real;
    const transform = async (chunk, controller) => {
      await new Promise(resolve => setTimeout(resolve, 300));
      controller.enqueue(chunk);
    };
    const packed = new TransformStream({ transform });
    const { readable, writable } = new Real(format);
    void packed.readable.pipeTo(writable).then(() => globalThis.packed = true);
    return { readable, writable: packed.writable };
  };
  box.click();
  box.click();
}"""


def test_texts_that_are_left_out_after_all_are_in_no_link(page: Page, site: str) -> None:
    """Whoever ticks the box and changes their mind at once finds the link as it was."""
    link = link_of(page, site + PRIVATE)
    page.get_by_label("With what I wrote").evaluate(HOLD_UP)
    act(page, "copy-link")
    expect(page.locator("[data-announce]")).to_contain_text("The link is")
    page.wait_for_function("globalThis.packed")
    page.wait_for_timeout(BLINK)
    assert page.locator("[data-link]").input_value() == link


def test_a_link_is_copied_or_else_selected(new_context: Contexts, site: str) -> None:
    """Where there is no clipboard, the link stands selected."""
    page = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    link = link_of(page, site + OPEN)
    act(page, "copy-link")
    expect(page.get_by_text("The link is copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == link
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    act(page, "copy-link")
    expect(page.get_by_text("The link is selected.")).to_be_visible()
    assert page.evaluate("getSelection().toString()") == link


def test_what_a_link_left_out_stays_where_it_was_written(new_context: Contexts, site: str) -> None:
    """Answers changed on the other device come back by a copy, beside what was written here."""
    first, second = new_context().new_page(), new_context().new_page()
    link = link_of(first, site + PRIVATE)
    follow(second, link, keep=True)
    act(second, "change")
    second.wait_for_timeout(1100)  # so that the change is later: sheets count in seconds
    choose(second, "patient", 1)
    wait_until_stored(second, "patient", 1)
    show_result(second)
    bring_back(first, keep_copy(second))
    expect(first.get_by_text("1 set of answers was brought back.")).to_be_visible()
    [sheet] = stored(first)
    assert (sheet["answers"]["patient"], sheet["answers"]["own-self"]) == (1, WROTE)


def test_a_link_that_others_made_of_received_answers_changes_nothing(
    new_context: Contexts, site: str
) -> None:
    """What is kept here as somebody else's does not become the reader's own by a link."""
    first, second = new_context().new_page(), new_context().new_page()
    link = link_of(first, site + OPEN)
    [sheet] = stored(first)
    open_form(second, site + OPEN)
    theirs = sheet | {"origin": "received"}
    put(second, [theirs])
    second.goto("about:blank")
    second.goto(link)
    ready(second)
    expect(second.locator("[data-result]")).to_be_visible()
    act(second, "keep-shared")
    expect(second.get_by_text("as somebody else's, and stay so.")).to_be_visible()
    assert stored(second) == [theirs]


def test_a_link_of_changed_questions_says_so(new_context: Contexts, site: str) -> None:
    """The dialog counts what has changed since, before anything is kept."""
    first, second = new_context().new_page(), new_context().new_page()
    open_form(first, site + OPEN)
    finish(first, 4)
    [sheet] = stored(first)
    gone = {"gone": {"ask": "Gone?", "label": "Yes", "shape": "x"}}
    old = sheet | {"answers": sheet["answers"] | {"gone": 3}, "seen": sheet["seen"] | gone}
    put(first, [old])
    first.reload()
    ready(first)
    act(first, "share-link")
    first.wait_for_function("document.querySelector('[data-link]').value.includes('#answers=1')")
    second.goto(first.locator("[data-link]").input_value())
    expect(second.locator("dialog p")).to_contain_text("1 question has changed since")


def test_on_files_a_link_says_where_it_works(
    page: Page, new_context: Contexts, file_site: Path
) -> None:
    """From a folder it opens where the same folder is, and says that a copy goes further."""
    link = link_of(page, (file_site / "assessments" / "marriage.html").as_uri())
    expect(page.get_by_text("This site was opened as a file")).to_be_visible()
    other = new_context().new_page()
    follow(other, link, keep=True)
    assert scores(other) == scores(page)


def test_the_panel_and_the_dialog_can_be_read_by_everybody(
    new_context: Contexts, site: str
) -> None:
    """Axe finds nothing, in the light and in the dark, and nothing is wider than a phone."""
    modes = (*SCHEMES, "320 pixels")
    page, other = new_context().new_page(), new_context().new_page()
    link = link_of(page, site + OPEN, with_texts=True)
    assert faults(page, *modes) == {}
    other.goto(link)
    other.locator("dialog[open]").wait_for()
    assert faults(other, *modes) == {}
    other.get_by_role("button", name="Only look").click()
    expect(other.locator("[data-result]")).to_be_visible()
    assert faults(other, *modes) == {}


def test_a_program_reads_a_link_as_documented(page: Page, site: str) -> None:
    """The few lines of Python on the page of the formats give the answers that the browser has."""
    payload = link_of(page, site + OPEN, with_texts=True).split("#answers=")[1]
    formats = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    [code] = re.findall(r"```python\n([^`]*def read_link[^`]*)```", formats)
    known: dict[str, Any] = {}
    exec(code, known)  # noqa: S102 - it is ours, and printed for people to run
    assert known["read_link"](payload) == stored(page)[0]


def test_a_link_says_how_long_it_is_only_where_that_matters(page: Page, site: str) -> None:
    """Beyond two thousand characters some mail programs cut, and the page says so."""
    link = link_of(page, site + PRIVATE, with_texts=True)
    note = page.locator("[data-link-note]")
    assert (len(link) > 2000) == bool(note.inner_text())
    act(page, "change")
    answer(page, {"own-self": json.dumps(list(range(900)))})
    show_result(page)
    expect(note).to_contain_text("some mail programs cut what is longer than 2,000.")


def test_a_link_to_the_answers_is_not_printed(page: Page, site: str) -> None:
    """A box with a link, made before printing, is for the screen."""
    open_form(page, site + PRIVATE)
    answer(page, {"patient": 4})
    show_result(page)
    act(page, "share-link")
    agree(page)
    expect(page.locator("[data-link]")).to_be_visible()
    text = " ".join(pages(page, "A4"))
    assert ("What it says" in text or "Part by part" in text) and "in this link" not in text
