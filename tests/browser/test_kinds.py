"""What only some results show: stages, how answers are spread, groups, and counts."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import Answer, act, answer, answer_all, applying, open_form, show_result
from browser.awaiting import wait_until_dressed
from browser.built_site import plan_of
from browser.modes import MODES, SCHEMES, faults, look
from browser.test_phone import assert_fits

STAGES = "assessments/stages/"
CHECK = "assessments/relationship-check/"
MIRROR = "assessments/mirror/"
BLOCKS = "assessments/building-blocks/"
ALL = [STAGES, CHECK, MIRROR, BLOCKS]


def show(page: Page) -> None:
    """Ask for the result and wait for it, and for the style of what only some of them have."""
    show_result(page)
    wait_until_dressed(page)


def open_stage(page: Page, site: str, answers: Mapping[str, Answer]) -> None:
    """Answer the questions about a customer and go to the result."""
    open_form(page, site + STAGES)
    page.locator("[data-new-customer] input").fill("The baker")
    page.keyboard.press("Enter")
    expect(page.locator(".progress")).to_be_focused()
    answer(page, answers)
    show(page)


def marked(page: Page) -> dict[str, list[str]]:
    """Return the marks of each stage that has any, in words."""
    found = {
        str(each.get_attribute("data-stage")): each.locator("[data-marks] > span").all_inner_texts()
        for each in page.locator("[data-stage]").all()
    }
    return {stage: words for stage, words in found.items() if words}


MET, FRIENDS, LATE = "first-contact", "getting-to-know", "committed"
OURS, THEIRS, BEGIN = "As you see it", "As they might say", "Begin here"
TOLD: dict[str, tuple[dict[str, Answer], dict[str, list[str]], str | None, str]] = {
    "ours later": (
        {"where-now": LATE, "where-they-say": FRIENDS},
        {FRIENDS: [THEIRS, BEGIN], LATE: [OURS]},
        FRIENDS,
        "You would say “Married”, and you expect them to say “Friends”.",
    ),
    "ours earlier": (
        {"where-now": MET, "where-they-say": LATE},
        {MET: [OURS, BEGIN], LATE: [THEIRS]},
        MET,
        "which is further on.",
    ),
    "the same": (
        {"where-now": LATE, "where-they-say": LATE},
        {LATE: [OURS, THEIRS]},
        LATE,
        "both of you would say “Married”.",
    ),
    "ours alone": (
        {"where-now": FRIENDS, "where-they-say": None},
        {FRIENDS: [OURS]},
        FRIENDS,
        "As you see it, you stand at “Friends”.",
    ),
    "theirs alone": (
        {"where-they-say": MET},
        {MET: [THEIRS]},
        MET,
        "You expect them to say “Acquaintances”.",
    ),
    "neither": (
        {"last-step": "nobody"},
        {},
        None,
        "You have not yet said where the relationship stands.",
    ),
}


@pytest.mark.parametrize("what", TOLD)
def test_a_stage_is_marked_and_advised_from_the_earlier_view(
    page: Page, site: str, what: str
) -> None:
    """Both views are marked, the earlier is begun at, and the sentence restates the answers."""
    answers, marks, working, words = TOLD[what]
    open_stage(page, site, answers)
    assert marked(page) == marks
    expect(page.locator("[data-headline]")).to_contain_text(words)
    assert applying(page, "transition") == ([working] if working else [])
    expect(page.locator("[data-differs]")).to_be_visible(visible=len(marks) > 1)


def test_advice_for_other_stages_is_not_shown_for_a_moment(page: Page, site: str) -> None:
    """What does not apply is out of sight, also before the style of such results is there."""
    page.route("**/kinds.css", lambda route: None)
    open_form(page, site + STAGES)
    answer(page, {"where-now": FRIENDS})
    page.locator("[data-new-customer] input").fill("The baker")
    page.keyboard.press("Enter")
    show_result(page)
    assert applying(page, "transition") == [FRIENDS]
    assert applying(page, "risk-next") == []


def test_a_risk_comes_with_its_advice_before_the_rest(page: Page, site: str) -> None:
    """What to do about the risk that was chosen stands above what helps from the stage on."""
    open_stage(page, site, {"where-now": LATE, "at-risk": "leaving"})
    assert applying(page, "risk-next") == ["at-risk.leaving"]
    tops = "each => each.getBoundingClientRect().top"
    risk, transitions = (
        page.locator(place).evaluate(tops) for place in ("[data-risk]", "[data-transitions]")
    )
    assert risk < transitions
    act(page, "change")
    answer(page, {"at-risk": "none-seen"})
    show(page)
    expect(page.locator("[data-risk]")).to_be_hidden()
    assert "at-risk.none-seen" in applying(page, "next")


def test_without_answers_a_stage_says_so(page: Page, site: str) -> None:
    """No stage, no risk and no advice are in sight."""
    open_stage(page, site, {})
    expect(page.locator("[data-headline]")).to_have_text("There are no answers yet.")
    for place in (".stages", "[data-risk]", "[data-transitions]", "[data-differs]"):
        expect(page.locator(place)).to_be_hidden()


@pytest.mark.parametrize(("ours", "theirs"), [(LATE, FRIENDS), (MET, LATE)])
def test_teal_is_your_view_and_clay_is_theirs(
    page: Page, site: str, ours: str, theirs: str
) -> None:
    """On the line as in the chips, whichever is the earlier; where to begin has neither colour."""
    open_stage(page, site, {"where-now": ours, "where-they-say": theirs})
    for kind, stage, paint, token in (
        ("mine", ours, "fill", "--teal"),
        ("theirs", theirs, "stroke", "--clay"),
        ("arrow", min(ours, theirs, key=[MET, FRIENDS, LATE].index), "stroke", "--ink"),
    ):
        shapes = page.locator(f".stages .{kind}")
        expect(shapes).to_have_count(1 if kind == "arrow" else 2)
        places = "all => all.map(each => each.closest('[data-stage]').dataset.stage)"
        assert set(shapes.evaluate_all(places)) == {stage}
        expect(shapes.last).to_have_css(paint, colour(page, token))
    # A place that nobody names is a small grey dot.
    dot = "each => getComputedStyle(each, '::before').borderTopColor"
    assert page.locator('[data-stage="first-work"]').evaluate(dot) == colour(page, "--outline")


def colour(page: Page, token: str) -> str:
    """Return one of our colours as the browser gives it."""
    return str(
        page.locator(".stages").evaluate(
            """(each, token) => {
              each.style.color = `var(${token})`;
              const found = getComputedStyle(each).color;
              each.style.color = "";
              return found;
            }""",
            token,
        )
    )


@pytest.mark.parametrize("how", ["light", "dark", "forced colours", "320 pixels", "paper"])
def test_two_views_of_one_stage_can_both_be_seen(page: Page, site: str, how: str) -> None:
    """A disc stands in a ring of another colour, with the ground between them."""
    open_stage(page, site, {"where-now": LATE, "where-they-say": LATE})
    if how == "paper":
        page.emulate_media(media="print")
    else:
        look(page, MODES[how])
    mark = page.locator(".stages .at")
    disc, ring = (mark.locator(kind) for kind in (".mine", ".theirs"))
    box = """each => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return [x + width / 2, y + height / 2, width];
    }"""
    *middle, inner = disc.evaluate(box)
    *around, outer = ring.evaluate(box)
    assert middle == pytest.approx(around)
    # Half of the ring's line, which is 2.5 pixels broad, lies within.
    assert outer - inner > 2 * 2.5
    colours = [
        each.evaluate("(each, what) => getComputedStyle(each)[what]", what)
        for each, what in ((disc, "fill"), (ring, "stroke"), (ring, "fill"))
    ]
    assert len(set(colours)) == len(colours)


def test_stages_stand_below_each_other_on_a_phone(
    new_context: Callable[..., BrowserContext], site: str
) -> None:
    """The labels do not collide, and nothing has to be scrolled sideways."""
    page = new_context(viewport={"width": 320, "height": 700}, is_mobile=True).new_page()
    open_stage(page, site, {"where-now": LATE, "where-they-say": LATE, "at-risk": "leaving"})
    assert_fits(page)
    boxes = [each.bounding_box() for each in page.locator("[data-stage]").all()]
    for upper, lower in pairwise(boxes):
        assert upper and lower
        assert upper["y"] + upper["height"] <= lower["y"] + 1


def test_a_spread_counts_steps_and_names_the_middle(page: Page, site: str) -> None:
    """Of five answers 5, 4, 4, 2 and 1 the middle is the fourth step; no mean is told."""
    open_form(page, site + CHECK)
    steps = {"noticed": 5, "explaining": 4, "attention": 4, "their-aim": 2, "what-comes-next": 1}
    answer(page, steps | {"as-equals": None})
    answer(page, {"noticed": {"trend": "better"}, "attention": {"trend": "worse"}})
    show(page)
    expect(page.locator("[data-headline]")).to_have_text(
        "The middle of your answers is “Rather the second”."
    )
    scored = page.locator('[data-tallies="scored"]')
    assert [row.inner_text().split()[-1] for row in scored.locator("tr").all()] == [*"11021"]
    expect(scored.locator("caption")).to_contain_text("5 of 13 answered · 1 ")
    expect(scored.locator("[data-trends]")).to_contain_text("1 better, 0 about the same, 1 worse")
    for words in ("points may be chance", "of 1 answered", "the tick is"):
        expect(page.locator("[data-result]")).not_to_contain_text(words)


def test_a_spread_shows_the_nearer_description(page: Page, site: str) -> None:
    """The picture, its table and the answers that stand out quote what was chosen."""
    open_form(page, site + CHECK)
    answer(page, {"noticed": 5, "explaining": 2, "attention": 3})
    low, high = (
        page.locator(f'[data-question="{name}"] .poles > *').nth(place).inner_text()
        for name, place in (("explaining", 0), ("noticed", 1))
    )
    show(page)
    row = page.locator('.profile[data-of="listen"]')
    expect(row.locator("[data-pole]")).to_have_text(low)
    expect(row.locator("svg")).to_have_attribute("aria-label", "Listening: Rather the first")
    expect(page.locator('.profile[data-of="be-present"] [data-pole]')).to_have_text("")
    expect(page.locator('.profile[data-of="respect"] .band-words')).to_have_text("Not answered")
    expect(page.locator('[data-answer="noticed"]')).to_contain_text(f"Clearly the second: “{high}”")
    page.locator("details.table summary").click()
    expect(page.locator('tr[data-of="acknowledge"] [data-pole]')).to_have_text(high)
    expect(page.locator(".picture .mean:visible")).to_have_count(0)


def test_groups_have_a_mean_of_their_own(page: Page, site: str, site_dir: Path) -> None:
    """All answers alike give each group that figure; a group with too few parts has none."""
    open_form(page, site + MIRROR)
    answer_all(page, 4)
    show(page)
    rows = page.locator("[data-groups] tbody tr")
    expect(rows).to_have_count(2)
    groups = {each["group"] for each in plan_of(site_dir, "mirror")["dimensions"]}
    assert {row.locator("th").inner_text() for row in rows.all()} == groups
    for row in rows.all():
        assert row.locator("td").all_inner_texts() == ["75", "3 of 3 parts"]


def test_unscored_steps_are_counted(page: Page, site: str) -> None:
    """The places that wear the relationship down are counted and named; no score moves."""
    open_form(page, site + BLOCKS)
    answer(page, {"first-reply": 3, "waiting": 1, "greeting": 3, "bill": 1, "goodbye": 2})
    answer(page, {"handover": None})
    show(page)
    part = page.locator('[data-tallies="unscored"]')
    rows = {row.locator("th").inner_text(): row.locator("td").first.inner_text()
            for row in part.locator("tr").all()}  # fmt: skip
    assert rows == {"Wears it down": "2", "Neither": "1", "Builds it up": "2"}
    expect(part.locator("li")).to_have_text(["The waiting", "The bill"])
    expect(part.locator("caption")).to_contain_text("5 of 8 answered · 1 ")
    assert page.locator("[data-dimension]").first.get_attribute("data-score") == ""


@pytest.mark.parametrize("address", ALL)
def test_they_are_accessible(
    new_context: Callable[..., BrowserContext], site: str, address: str
) -> None:
    """Nothing is wrong with any of them, tables open."""
    page = new_context().new_page()
    full(page, site + address)
    for summary in page.locator("[data-result] details summary:visible").all():
        summary.click()
    assert faults(page, *SCHEMES) == {}


@pytest.mark.parametrize("address", ALL)
def test_they_fit_a_phone(
    new_context: Callable[..., BrowserContext], site: str, address: str
) -> None:
    """Nothing is wider than 320 pixels."""
    page = new_context(viewport={"width": 320, "height": 700}, is_mobile=True).new_page()
    full(page, site + address)
    for summary in page.locator("[data-result] details summary:visible").all():
        summary.click()
    assert_fits(page)


def full(page: Page, address: str) -> None:
    """Answer everything and go to the result."""
    open_form(page, address)
    answer_all(page, 2)
    if page.locator("[data-customer]").count():
        page.locator("[data-new-customer] input").fill("The baker")
        page.keyboard.press("Enter")
        expect(page.locator(".progress")).to_be_focused()
    show(page)


@pytest.mark.parametrize("address", ALL)
def test_without_script_their_key_is_complete(
    new_context: Callable[..., BrowserContext], site: str, address: str
) -> None:
    """What may be said at each stage and each level can be read, and nothing stands there empty."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site + address)
    hidden = page.locator("[data-transition], [data-risk-next], [data-level], [data-next]")
    assert [each.inner_text()[:30] for each in hidden.all() if not each.is_visible()] == []
    dead = page.locator(".stages, [data-tallies], [data-groups], .picture")
    expect(dead.locator("visible=true")).to_have_count(0)
