"""What the pages about the site promise is so in a browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from browser.answering import act, answer, open_form, share_computer, show_result, wait_until_stored
from browser.built_site import ROOT

HEART = "assessments/serving-heart/"
STATEMENT = "about/statement/"
KEPT = """async () => ({
  database: (await indexedDB.databases()).map(({ name }) => name),
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
})"""
ELSEWHERE = "fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused')"


def written(page: str) -> str:
    """Give the text of a page about the site."""
    return (ROOT / "docs" / "about" / f"{page}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_statement_is_one_page(page: Page, site: str, paper: str) -> None:
    """Whoever prints the page to sign gets one sheet of paper, on either side of the ocean."""
    page.goto(site + STATEMENT)
    assert page.pdf(format=paper).count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    expect(page.get_by_text("Place, date, name")).to_be_visible()


def test_nothing_is_kept_but_what_privacy_lists(page: Page, site: str) -> None:
    """Every name in the browser's storage is one of the page's, and there are no cookies."""
    open_form(page, site + HEART)
    answer(page, {"patient": 4})
    wait_until_stored(page, "patient", 4)
    share_computer(page)
    act(page, "step")
    page.locator("[data-step=question]").wait_for()
    kept = page.evaluate(KEPT)
    ours, palette = sorted({*re.findall(r"`(rapport-|__\w+)`", written("privacy"))}, reverse=True)
    for place in ("database", "session", "local"):
        named = [each for each in kept[place] if each.startswith(ours)]
        assert named
        others = [each for each in kept[place] if each not in named]
        assert [each for each in others if not each.endswith(palette)] == []
    assert page.context.cookies() == []


@pytest.mark.noisy("the browser reports the request that it refuses at the end")
def test_the_policy_to_set_on_a_server(
    new_context: Callable[..., BrowserContext], site: str
) -> None:
    """With the header that the statement names, all goes well, and no other host can be asked."""
    [policy] = re.findall(r"`Content-Security-Policy: ([^`]+)`", written("statement"))
    context = new_context()
    complaints: list[str] = []

    def serve(route: Route) -> None:
        response = route.fetch()
        headers = {**response.headers, "content-security-policy": policy}
        route.fulfill(response=response, headers=headers)

    context.route("**/*", serve)
    context.on("console", lambda message: complaints.append(message.text))
    page = context.new_page()
    page.goto(site)
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("listen")
    page.locator(".md-search-result__link").first.wait_for()
    open_form(page, site + HEART)
    answer(page, {"patient": 4})
    show_result(page)
    with page.expect_download():
        act(page, "keep")
    for address in ("notebook/", "assessments/marriage/gap/", "assessments/stages/portfolio/"):
        page.goto(site + address)
        page.locator("[data-ready]").wait_for(state="attached")
    assert complaints == []
    with page.expect_console_message(lambda said: "Content Security Policy" in said.text):
        assert page.evaluate(ELSEWHERE) == "refused"
