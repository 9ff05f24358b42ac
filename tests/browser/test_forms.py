"""The two forms of one questionnaire: the team guesses, the customer answers."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import (
    act,
    answer_all,
    applying,
    open_form,
    question,
    scores,
    show_result,
    stored,
    wait_until_stored,
)
from browser.awaiting import arriving, expect_soon

TEAM = "assessments/marriage/"
CUSTOMER = f"{TEAM}customer/"


def test_the_team_sees_a_guess(page: Page, site: str) -> None:
    """The team's profile is named a guess, with figures in the picture, and has no band."""
    open_form(page, site + TEAM)
    answer_all(page, 4)
    show_result(page)
    assert set(scores(page)) >= {"respect", "trust", "value"}
    assert {score for score, _ in scores(page).values()} == {"75"}
    expect(page.locator("[data-headline]")).to_have_text(
        "Your guesses lie close together: mostly “Mainly agree”."
    )
    expect(page.locator("[data-result]")).to_contain_text("This is your own guess")
    expect(page.locator(".chip:visible")).to_have_count(0)
    for words in page.locator(".band-words").all():
        expect(words).to_have_text("75 of 100")
    expect(page.locator("[data-level]:visible")).to_have_count(page.locator(".chip").count())


def test_the_guess_names_what_it_puts_lowest(page: Page, site: str) -> None:
    """A headline of a guess is about the guess."""
    open_form(page, site + TEAM)
    answer_all(page, 5)
    for name in ("informed", "next-step", "understood"):
        page.locator(f'input[name="{name}"][value="1"]').check()
    show_result(page)
    expect(page.locator("[data-headline]")).to_have_text("Your guess puts communication lowest.")
    assert len(applying(page, "practice")) == 2


def test_the_customer_gets_thanks_and_no_score(page: Page, site: str) -> None:
    """At the end a customer reads thanks and their own answers; nothing is scored or advised."""
    open_form(page, site + CUSTOMER)
    answer_all(page, 4)
    question(page, "in-their-words").locator("textarea").fill("Friendly")
    act(page, "show-result")
    expect(page.locator("[data-headline]")).to_have_text("Thank you")
    expect(page.locator("[data-headline]")).to_be_focused()
    expect(page.locator("[data-announce]")).to_have_text("Thank you. Your answers are shown below.")
    expect(page.get_by_text("Nothing has been sent yet.")).to_be_visible()
    answers = page.locator("[data-pairs=answers]")
    expect(answers.locator("dt")).to_have_count(20)
    expect(answers.locator("dd").last).to_have_text("Friendly")
    assert page.locator("[data-score], [data-level], [data-practice], .picture").count() == 0


def test_the_customer_meets_no_marriage_and_no_way_in(page: Page, site: str) -> None:
    """The customer's page never says "marriage" and leads nowhere else, before or after the end."""
    open_form(page, site + CUSTOMER)
    for _ in ("before", "after"):
        words = page.locator("body").inner_text() + page.title()
        assert "marriage" not in words.lower()
        away = "links => links.filter(a => a.pathname !== location.pathname).map(a => a.href)"
        assert page.locator("a:visible").evaluate_all(away) == []
        assert page.locator("nav:visible, .md-search:visible").count() == 0
        if page.locator("form[data-assessment]").is_visible():
            show_result(page)


def test_the_team_is_led_to_the_customers_page(page: Page, site: str) -> None:
    """The team's page links to the customer's, which opens as the customer will see it."""
    open_form(page, site + TEAM)
    with arriving(page):
        page.get_by_role("link", name="What is it like to be their customer?").click()
    expect(page.locator("form[data-form=customer][data-ready]")).to_be_attached()
    assert page.locator("nav:visible, .md-search:visible").count() == 0


def test_a_customer_hands_over_nothing_but_their_answers(
    new_context: Callable[[], BrowserContext], site: str
) -> None:
    """The customer's file holds their own form, also where the team guessed in the same browser."""
    page = new_context().new_page()
    open_form(page, site + TEAM)
    answer_all(page, 2)
    wait_until_stored(page, "tell-others", "if-asked")
    open_form(page, site + CUSTOMER)
    answer_all(page, 5)
    act(page, "show-result")
    with page.expect_download() as download:
        act(page, "keep")
    copy = download.value.path().read_text(encoding="utf-8")
    assert ('"form": "customer"' in copy, '"form": "team"' in copy) == (True, False)
    expect_soon(page, lambda: len(stored(page)), 2)
