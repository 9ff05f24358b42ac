"""What the site is known by: descriptions, the pictures of the mark, colours, the missing page."""

import base64
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.pictures import ASSETS, PICTURES, drawn
from browser.test_phone import assert_fits

PAPER = {"light": "#fbf9f5", "dark": "#11181b"}
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
SHARED = re.compile(r'<meta (?:property|name)="(og:[a-z:_]+|twitter:[a-z]+)" content="([^"]*)">')
# How far two pictures are apart, at most, in the average colour of a square of pixels.
DIFFERENCE = """async ([one, other]) => {
  const pixels = async picture => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = new OffscreenCanvas(60, 30).getContext("2d");
    canvas.drawImage(image, 0, 0, 60, 30);
    return [image.width, image.height, ...canvas.getImageData(0, 0, 60, 30).data];
  };
  const [a, b] = [await pixels(one), await pixels(other)];
  return Math.max(...a.map((value, at) => Math.abs(value - b[at])));
}"""


def pages(folder: Path) -> dict[str, str]:
    """Return the HTML of every page of a site by its path, without the files to send."""
    found = {str(path.relative_to(folder)): path for path in folder.rglob("*.html")}
    return {
        name: path.read_text(encoding="utf-8")
        for name, path in found.items()
        if not name.startswith("assets")
    }


def test_every_page_has_a_description_of_its_own(site_dir: Path) -> None:
    """Each page says in a sentence what it is, and no two say the same."""
    found = {name: DESCRIPTION.findall(html) for name, html in pages(site_dir).items()}
    assert {name: words for name, words in found.items() if len(words) != 1} == {}
    said = [words[0] for words in found.values()]
    assert [words for words in said if len(words) < 30] == []
    assert len(set(said)) == len(said)


def test_a_shared_link_shows_title_and_picture(site: str, site_dir: Path) -> None:
    """Where the address is known, each page says what others may show of a link to it."""
    for name, html in pages(site_dir).items():
        shared = dict(SHARED.findall(html))
        assert shared["og:title"], name
        assert shared["og:description"] == DESCRIPTION.findall(html)[0], name
        assert shared["og:image"] == f"{site}assets/social.png"
        assert shared["og:url"].startswith(site)
    heart = dict(SHARED.findall(pages(site_dir)["assessments/serving-heart/index.html"]))
    assert heart["og:title"] == "Do I have a serving heart?"
    assert heart["og:url"] == f"{site}assessments/serving-heart/"


def test_without_an_address_nothing_is_said(file_site: Path) -> None:
    """A picture without a full address cannot be shown, so nothing is offered."""
    assert [name for name, html in pages(file_site).items() if SHARED.findall(html)] == []


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_drawn_from_the_mark(page: Page, browser: Browser, name: str) -> None:
    """The committed pictures are what `make pictures` draws from the mark."""
    both = [drawn(browser, PICTURES[name]), (ASSETS / name).read_bytes()]
    encoded = [base64.b64encode(each).decode() for each in both]
    assert page.evaluate(DIFFERENCE, encoded) < 24


def test_the_mark_is_the_icon(page: Page, site: str) -> None:
    """The tab and a phone's first page show the mark."""
    page.goto(site)
    for rel, kind in (("icon", "image/svg+xml"), ("apple-touch-icon", "image/png")):
        address = page.locator(f'link[rel="{rel}"]').evaluate("link => link.href")
        answer = page.request.get(address)
        assert (answer.status, answer.headers["content-type"]) == (200, kind)


@pytest.mark.parametrize("scheme", PAPER)
def test_the_browser_takes_the_colour_of_the_paper(page: Page, site: str, scheme: str) -> None:
    """The frame that a phone draws around a page has the page's colour, after a switch too."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(site)
    colour = page.locator('meta[name="theme-color"]')
    expect(colour).to_have_attribute("content", PAPER[scheme])
    other = {"light": "dark", "dark": "light"}[scheme]
    page.get_by_title(f"Switch to the {other} page").click()
    expect(colour).to_have_attribute("content", PAPER[other])


@pytest.mark.noisy("a missing page is a failed request")
@pytest.mark.parametrize("scheme", PAPER)
@pytest.mark.parametrize("width", [320, 1280])
def test_a_missing_page_is_one_of_ours(page: Page, site: str, scheme: str, width: int) -> None:
    """A missing page stands on our paper, fits a phone, and leads on."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{site}nowhere/at/all/")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    red, green, blue = (int(PAPER[scheme][at : at + 2], 16) for at in (1, 3, 5))
    assert paper == f"rgb({red}, {green}, {blue})"
    expect(page.get_by_role("link", name="Go to the first page")).to_be_in_viewport()
    assert_fits(page)
