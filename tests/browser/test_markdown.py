"""One result as a Markdown file: what it says, and that nothing in it becomes markup."""

import re
from html import unescape

from markdown import markdown  # type: ignore[import-untyped]  # it brings no types
from playwright.sync_api import Page, expect

from browser.answering import act, answer, answer_all, open_form, question, show_result
from browser.choosing import try_this
from browser.customers import name as name_customer
from browser.test_copy import HOSTILE

HEART = "assessments/serving-heart/"
TEAM = "assessments/marriage/"
STAGES = "assessments/stages/"
AWKWARD = f"# Heading\n- item | cell\n12. *bold* [link](https://x.org)\n{HOSTILE}"


def saved(page: Page) -> tuple[str, str]:
    """Save the result as Markdown; return the name and the text of the file."""
    with page.expect_download() as download:
        act(page, "save-markdown")
    return (
        download.value.suggested_filename,
        download.value.path().read_text(encoding="utf-8"),
    )


def test_a_result_is_saved_as_it_is_shown(page: Page, site: str) -> None:
    """Title, date, headline, what it is, the table, every answer in words, and what was written."""
    open_form(page, site + HEART)
    answer_all(page, 4)
    answer(page, {"clear-head": None, "own-self": "Ms B., on a Tuesday"})
    show_result(page)
    try_this(page)
    name, text = saved(page)
    assert re.fullmatch(r"serving-heart-20\d\d-\d\d-\d\d\.md", name)
    headline = page.locator("[data-headline]").inner_text()
    assert text.startswith("# Do I have a serving heart?\n\n")
    for words in (
        f"**{headline}**",
        "22 of 22 done",
        "It must never be used for pay, ranking or hiring.",
        "| Being present | 75 | 65 to 85 | Mostly | 4 of 5 answered · 1 did not come up |",
        "I stayed patient. **Most of the time**",
        "with a clear head. **Did not come up**",
        "> Ms B., on a Tuesday",
        "## What I chose to try\n\n- [ ] ",
    ):
        assert words in text
    assert text.count("**Most of the time**") == 19


def test_what_somebody_wrote_never_becomes_markup(page: Page, site: str) -> None:
    """Whatever program shows the file shows the words as they were typed."""
    open_form(page, site + HEART)
    answer(page, {"patient": 4})
    question(page, "own-self").locator("textarea").fill(AWKWARD)
    show_result(page)
    html = markdown(saved(page)[1], extensions=["tables", "toc", "attr_list"])
    quoted = re.search(r"<blockquote>(.*)</blockquote>", html, re.DOTALL)
    assert quoted
    assert set(re.findall(r"<(\w+)", quoted[1])) == {"p", "br"}
    assert unescape(re.sub(r"<[^>]+>", "", quoted[1])).split() == AWKWARD.split()
    for tag in ("<img", "<script", "<a ", "<pre"):
        assert tag not in html


def test_every_kind_of_result_can_be_saved(page: Page, site: str) -> None:
    """A stage with its customer, and a guess, are saved with their own words."""
    open_form(page, site + STAGES)
    name_customer(page, "The *baker*")
    expect(page.locator(".progress")).to_be_focused()
    answer(page, {"where-now": "committed"})
    show_result(page)
    name, text = saved(page)
    assert name.startswith("stages-20")
    assert "· The &#42;baker&#42; ·" in text
    assert f"**{page.locator('[data-headline]').inner_text()}**" in text
    open_form(page, site + TEAM)
    answer_all(page, 2)
    show_result(page)
    assert saved(page)[0].startswith("marriage-team-20")
    expect(page.locator("[data-announce]")).to_have_text("The text is a file among your downloads.")
