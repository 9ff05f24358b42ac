"""A form as one file, opened from an empty folder: it does everything by itself."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import (
    act,
    agree,
    answer,
    answer_all,
    choose,
    open_form,
    picked,
    progress,
    question,
    ready,
    share_computer,
    show_result,
    wait_until_stored,
)
from browser.awaiting import expect_answered, expect_soon, wait_until_finished
from browser.built_site import plan_of
from browser.copies import bring_back
from browser.guard import violations
from browser.handed_over import CHOSEN, WRITTEN, answers_of, finish, shown_code
from browser.test_blocked import BROKEN_VISITS, REFUSALS
from browser.test_phone import SMALL, THUMB, assert_fits
from browser.test_without_script import POINTS, hidden

FILES = ["marriage-customer", "mirror-colleagues"]
CUSTOMER = "assessments/marriage/customer/"


@pytest.fixture
def folder(site_dir: Path, tmp_path: Path) -> Path:
    """Return a folder with nothing but the files, as somebody has it who got them by e-mail."""
    folder = tmp_path / "Von Frau Müller"
    folder.mkdir()
    for name in FILES:
        shutil.copy(site_dir / "assets" / "forms" / f"{name}.html", folder)
    return folder


@pytest.fixture
def file(folder: Path) -> str:
    """Return the address of the customer's form as a file."""
    return (folder / "marriage-customer.html").as_uri()


def words(page: Page) -> str:
    """Return every word of the page, hidden ones included, in small letters."""
    return str(page.locator(".rapport").text_content()).lower()


def test_it_asks_nobody_for_anything(page: Page, file: str) -> None:
    """From opening to a copy nothing is requested but the file itself."""
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    open_form(page, file)
    finish(page)
    act(page, "copy-code")
    with page.expect_download():
        act(page, "keep")
    assert [url for url in requests if not url.startswith("blob:")] == [file]


def test_on_a_host_it_asks_for_nothing_more(page: Page, site: str) -> None:
    """Put on any host it is one request."""
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    open_form(page, f"{site}assets/forms/marriage-customer.html")
    finish(page)
    assert requests == [f"{site}assets/forms/marriage-customer.html"]


def test_it_is_answered_like_the_page(page: Page, file: str, site_dir: Path) -> None:
    """Progress, the thanks and the code are those of the page; one can go back and forth."""
    open_form(page, file)
    choose(page, "equals", 1)
    expect_soon(page, lambda: progress(page), ("1 of 19 done", "1/19"))
    code = finish(page)
    expect(page.locator("[data-headline]")).to_have_text("Thank you")
    expect(page.locator("[data-headline]")).to_be_focused()
    assert answers_of(code, plan_of(site_dir, "marriage")) == CHOSEN
    page.go_back()
    expect(page.locator("form[data-assessment]")).to_be_visible()
    page.go_forward()
    act(page, "change")
    expect(page.locator(".progress")).to_be_focused()


def test_the_same_answers_give_the_same_code(page: Page, file: str, site: str) -> None:
    """A copy from the file, brought back on the site's own page, gives the code of the file."""
    open_form(page, file)
    code = finish(page)
    with page.expect_download() as download:
        act(page, "keep")
    copy = download.value.path().read_text(encoding="utf-8")
    open_form(page, site + CUSTOMER)
    show_result(page)
    bring_back(page, copy)
    expect(page.locator("[data-code]")).to_have_text(code)


def test_a_copy_is_a_readable_file(page: Page, file: str) -> None:
    """Keep a copy saves the answers in words, what was written included."""
    open_form(page, file)
    finish(page)
    with page.expect_download() as download:
        act(page, "keep")
    assert download.value.suggested_filename.startswith("marriage-customer-20")
    [sheet] = json.loads(download.value.path().read_text(encoding="utf-8"))["sheets"]
    assert sheet["answers"] == {**CHOSEN, "in-their-words": WRITTEN}
    assert sheet["seen"]["equals"]["label"] == "Fully agree"
    wait_until_finished(page)
    open_form(page, file)
    act(page, "clear")
    agree(page)
    expect(page.locator("[data-progress-done]")).to_have_text("0 of 19 done")
    bring_back(page, json.dumps({"format": 1, "sheets": [sheet]}))
    expect(page.locator("[data-announce]")).to_have_text("1 set of answers was brought back.")
    assert picked(page, "equals") == "5"


def test_a_reload_keeps_the_answers(page: Page, file: str) -> None:
    """Whoever closes the file and opens it again goes on where they were."""
    open_form(page, file)
    choose(page, "equals", 4)
    wait_until_stored(page, "equals", 4)
    page.reload()
    ready(page)
    assert picked(page, "equals") == "4"
    expect(page.locator("[data-back]")).to_be_visible()


def test_two_files_keep_their_answers_apart(page: Page, file: str, folder: Path) -> None:
    """Browsers store what all files keep in one place; each file sees only its own."""
    open_form(page, file)
    answer_all(page, 4)
    wait_until_stored(page, "tell-others", "would-not")
    open_form(page, (folder / "mirror-colleagues.html").as_uri())
    assert progress(page)[1].startswith("0/")
    answer_all(page, 2)
    show_result(page)
    open_form(page, file)
    assert progress(page)[1] == "19/19"


def test_the_link_from_a_comparison_means_nothing_here(page: Page, file: str) -> None:
    """There is no comparison beside a file, whatever its address says."""
    open_form(page, f"{file}?asked#asked")
    finish(page)
    expect(page.get_by_text("comparison")).to_have_count(0)


@pytest.mark.parametrize("refusal", [*REFUSALS, "visits"])
def test_it_works_where_nothing_is_kept(
    page: Page, file: str, site_dir: Path, refusal: str
) -> None:
    """However the browser refuses to keep anything, the answers give their code and a copy."""
    page.add_init_script(REFUSALS.get(refusal, BROKEN_VISITS))
    open_form(page, file)
    if refusal == "visits":
        share_computer(page, "nothing")
    assert answers_of(finish(page), plan_of(site_dir, "marriage")) == CHOSEN
    with page.expect_download() as download:
        act(page, "keep")
    assert WRITTEN in download.value.path().read_text(encoding="utf-8")
    act(page, "change")
    expect(page.get_by_text("This browser keeps nothing here.")).to_be_visible()


def test_it_works_in_a_browser_that_trusts_no_file(page: Page, site: str, folder: Path) -> None:
    """Hosts for files that others upload give them no rights at all; answers still count."""
    page.route(
        "**/uploaded",
        lambda route: route.fulfill(
            path=folder / "marriage-customer.html",
            content_type="text/html; charset=utf-8",
            headers={"Content-Security-Policy": "sandbox allow-scripts allow-downloads"},
        ),
    )
    open_form(page, f"{site}uploaded")
    expect(page.get_by_text("This browser keeps nothing here.")).to_be_visible()
    finish(page)
    act(page, "copy-code")
    expect(page.locator("[data-announce]")).to_contain_text("The code is")
    act(page, "change")
    expect(page.locator("form[data-assessment]")).to_be_visible()


@pytest.mark.parametrize("name", FILES)
def test_it_speaks_of_no_server(page: Page, folder: Path, name: str) -> None:
    """Nothing it can ever show speaks of a server or of a page that was opened somewhere."""
    open_form(page, (folder / f"{name}.html").as_uri())
    answer_all(page, 4)
    show_result(page)
    assert "sends nothing" in words(page)
    assert "server" not in words(page)


def test_on_paper_stand_the_answers_and_the_code(page: Page, file: str) -> None:
    """Printed, the thanks page is answers and code, with nothing to press, on two pages at most."""
    open_form(page, file)
    answer_all(page, 4)
    code = finish(page)
    page.emulate_media(media="print")
    assert shown_code(page) == code
    answers = page.locator("[data-pairs=answers] dd:visible")
    expect(answers).to_have_count(20)
    assert answers.all_inner_texts()[0] == "Fully agree"
    assert answers.all_inner_texts()[-1] == WRITTEN
    expect(page.locator("button:visible, fieldset:visible, input:visible")).to_have_count(0)
    for paper in ("A4", "Letter"):
        assert page.pdf(format=paper).count(b"/Type /Page\n") <= 2


@pytest.mark.parametrize("name", FILES)
def test_without_javascript_it_is_a_worksheet(
    new_context: Callable[..., BrowserContext], folder: Path, name: str
) -> None:
    """All questions can be marked and printed; no points, no dead button, nothing kept."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto((folder / f"{name}.html").as_uri())
    assert page.locator("fieldset:visible").count() == page.locator("fieldset").count() > 10
    assert hidden(page.locator("fieldset :is(label, textarea)")) == []
    assert set(page.locator("fieldset .words").evaluate_all(POINTS)) == {"none"}
    expect(page.get_by_text("Without JavaScript, mark your answers")).to_be_visible()
    expect(page.get_by_text("Your answers stay in this browser.")).to_be_hidden()
    expect(page.locator("button:visible, progress:visible, dialog:visible")).to_have_count(0)
    expect(page.locator("[data-code]:visible, .result dl:visible")).to_have_count(0)


@pytest.mark.parametrize("name", FILES)
def test_it_is_accessible(
    new_context: Callable[..., BrowserContext], folder: Path, name: str
) -> None:
    """The checker axe finds nothing, blank, half-way, asking, and at the end; dark mode or not."""
    page = new_context(color_scheme="dark", reduced_motion="reduce").new_page()
    open_form(page, (folder / f"{name}.html").as_uri())
    assert violations(page) == []
    answer_all(page, 3)
    expect_answered(page)
    assert violations(page) == []
    act(page, "clear")
    expect(page.locator("dialog")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    show_result(page)
    act(page, "copy-code")
    expect(page.locator("[data-announce]")).not_to_be_empty()
    assert violations(page) == []


@pytest.mark.parametrize("name", FILES)
def test_it_fits_on_a_narrow_phone(
    new_context: Callable[..., BrowserContext], folder: Path, name: str
) -> None:
    """At 320 pixels nothing sticks out, and a thumb hits everything."""
    size = {"width": 320, "height": 640}
    page = new_context(viewport=size, has_touch=True, is_mobile=True).new_page()
    open_form(page, (folder / f"{name}.html").as_uri())
    assert_fits(page)
    assert page.evaluate(SMALL, THUMB) == []
    answer_all(page, 4)
    expect_answered(page)
    assert_fits(page)
    assert page.evaluate(SMALL, THUMB) == []
    show_result(page)
    assert_fits(page)
    assert page.evaluate(SMALL, THUMB) == []


def test_it_works_by_keyboard(page: Page, file: str) -> None:
    """Tab and Enter lead from the first answer to the copied code, and the focus can be seen."""
    page.context.grant_permissions(["clipboard-write"])
    open_form(page, file)
    page.locator('input[name="equals"]').first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    for action in ("show-result", "copy-code"):
        expect(page.locator(f"[data-action={action}]:visible").first).to_be_visible()
        for _ in range(100):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.dataset.action") == action:
                break
        focused = page.locator(":focus")
        expect(focused).to_have_css("outline-style", "solid")
        page.keyboard.press("Enter")
    expect(page.locator("[data-announce]")).to_have_text("The code is copied.")
    assert picked(page, "equals") == "2"


def test_texts_that_look_like_html_do_not_break_it(page: Page, samples: str) -> None:
    """Whatever stands in a questionnaire is shown as written, and answers go on counting."""
    open_form(page, f"{samples}assets/forms/breaking-texts-customer.html")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "How is it </title></script><script>globalThis.broken = true</script>?"
    )
    expect(question(page, "open").locator("legend")).to_have_text(
        "They say <!-- and mean <script> by it."
    )
    answer(page, {"open": 1, "closed": 2, "odd": 3, "choice": "b"})
    expect_soon(page, lambda: progress(page)[1], "4/4")
    show_result(page)
    expect(page.locator("[data-pairs=answers] dt").nth(2)).to_have_text(
        "{{ say }} {% end %} &lt;/script&gt; \\u003c/script> ${broken} `"
    )
    expect(page.locator("[data-pairs=answers] dd").last).to_have_text("The one with <!--<script>")
    assert shown_code(page)
    assert page.evaluate("globalThis.broken") is None
    assert page.locator("img").count() == 0
    assert page.evaluate("document.body.lastElementChild.tagName") == "SCRIPT"
