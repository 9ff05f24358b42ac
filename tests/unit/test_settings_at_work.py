"""What the settings under `extra.rapport` change on the pages of a questionnaire."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest

from rapport.outcome import Outcome, read
from rapport.settings import Settings
from unit.cases import CASES
from unit.markup import Element, parse
from unit.rendered import LIBRARY, WORDS

GAP = CASES / "valid" / "forms-of-a-gap.yml"
CONTACT = "mailto:anna@example.org"


def pages(settings: Settings) -> list[Element]:
    """Give the pages of our own people and of those who answer about them."""
    return [parse(page.html) for page in outcome(settings).pages[:2]]


def outcome(settings: Settings, file: Path = GAP) -> Outcome:
    """Give what a case comes to on a site with these settings."""
    return read(file, LIBRARY, WORDS, settings)


def test_support_stands_on_ones_own_results_alone() -> None:
    """Whoever answers for somebody else is not sent to the people of this house."""
    own, others = pages(Settings(support="Talk to *Anna* <b>now</b>."))
    line = own.one("section", data_result=True).one("p", class_="support")
    assert line.one("em").text == "Anna"
    assert "<b>now</b>." in line.text
    assert others.all("p", class_="support") == []


def test_the_contact_stands_on_ones_own_pages_alone() -> None:
    """A letter begins with the questionnaire's title; customers find no way into the house."""
    own, others = pages(Settings(contact=CONTACT))
    link = own.one("p", class_="quiet contact").one("a")
    assert unquote(link["href"]) == f"{CONTACT}?subject={own.one('h1').text}"
    assert others.all("p", class_="quiet contact") == []
    files = outcome(Settings(contact=CONTACT)).files.values()
    assert [file for file in files if b"anna@example.org" in file] == []


def test_a_web_address_is_linked_as_it_is() -> None:
    """Only a letter has a subject."""
    own, _ = pages(Settings(contact="https://example.org/new?kind=question"))
    href = own.one("p", class_="quiet contact").one("a")["href"]
    assert href == "https://example.org/new?kind=question"


@pytest.mark.parametrize(("least", "counts"), [(1, 3), (3, 3), (5, 5)])
def test_the_larger_minimum_counts(tmp_path: Path, least: int, counts: int) -> None:
    """A site may ask for more answers than a questionnaire does, and never for fewer."""
    file = tmp_path / "case.yml"
    text = GAP.read_text(encoding="utf-8")
    file.write_text(text.replace("minutes: 4", "minutes: 4\nminimum: 3"), encoding="utf-8")
    plan = outcome(Settings(minimum=least), file).files["assets/plans/case.js"]
    assert f'"minimum":{counts},'.encode() in plan


def test_without_settings_pages_say_nothing_of_them() -> None:
    """No empty line stands where a support line or a contact might be."""
    for page in pages(Settings()):
        assert [*page.all("p", class_="support"), *page.all("p", class_="quiet contact")] == []
