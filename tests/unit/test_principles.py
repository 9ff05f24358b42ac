"""The pages of the library: what they say, where their links lead, and what search finds."""

from __future__ import annotations

from posixpath import join, normpath

import pytest

from rapport.basis import basis
from rapport.pages import Page
from rapport.principles import overview, principle_page
from rapport.settings import Settings
from rapport.site import build
from unit.cases import CASES
from unit.library_pages import BARE, DOCUMENTS, FULL, QUESTIONNAIRE, holdings, pages
from unit.markup import Element, parse
from unit.rendered import WORDS, pieces, valid
from unit.test_escaping import HOSTILE, reworded, shape

LIBRARY = {"principles", "documents", "documents.html"}
REAL = CASES.parents[1] / "assessments"


def page(id_: str = "listen", **made: object) -> Page:
    """Give the page of a principle."""
    stock = holdings(**made)  # type: ignore[arg-type]
    return principle_page(stock.shared.principles[id_], stock)


def tree(id_: str = "listen", **made: object) -> Element:
    """Give the page of a principle, parsed."""
    return parse(page(id_, **made).html)


def links(root: Element) -> dict[str, str]:
    """Give where each link leads, by its words."""
    return {each.text: each["href"] for each in root.all("a", href=True)}


def ids(root: Element) -> set[str]:
    """Give the ids of a page."""
    return {each["id"] for each in root.below() if "id" in each.attributes}


def test_a_principle_says_everything_the_library_says() -> None:
    """Statement, reasons, daily work, limit, warnings, practices and levels all reach the page."""
    root = tree()
    assert root.one("h1").text == "Listen"
    assert root.one("em").text == "answers"
    ways = [each.all("h3")[0].text for each in root.all("section") if each.all("h3")]
    assert ways == list(WORDS.page["ways"].values())
    assert [each.text for each in root.all("dt")] == list(WORDS.page["levels"].values())
    assert [each.text for each in root.all("dd")] == ["Begin.", "Go on.", "Ask.", "Check."]
    for text in ("Bear the pause.", "To listen is not to agree.", "The answer is ready first."):
        assert text in root.text


def test_what_a_principle_does_not_say_has_no_heading() -> None:
    """A principle of two lines is a page of two lines."""
    root = tree("repair", questionnaires=[])
    assert root.all("h2") == []
    assert root.text == "Repair Mend it."


def test_practices_have_places_of_their_own() -> None:
    """A link or a search result can lead to one practice."""
    made = page()
    places = {"practice-say-back", "practice-ask-again"}
    assert places <= set(made.anchors)
    assert set(made.anchors) <= ids(parse(made.html))
    found = {each["id"]: each.text for each in parse(made.search).all("h3")}
    assert found["practice-say-back"] == "Say back what you understood."
    assert ids(parse(made.search)) <= ids(parse(made.html))


def test_questions_are_listed_where_they_are_asked() -> None:
    """Each question leads to itself in its questionnaire, under the principle that it tests."""
    expected = {"One": "../../assessments/case/#one", "Three": "../../assessments/case/#three"}
    assert links(tree().all("ul", class_="tested")[0]) == expected
    assert links(tree("repair").all("ul", class_="tested")[0]) == {
        "Two": "../../assessments/case/#two"
    }
    assert links(tree())["A case"] == "../../assessments/case/"
    files = links(tree(directory_urls=False))
    assert files["One"] == "../assessments/case.html#one"


def test_a_question_is_listed_as_the_first_form_inside_asks_it() -> None:
    """Nobody is sent to the page of those outside; what only they are asked is not listed."""
    found = basis(pieces(valid("forms-of-a-gap")))
    asked = [place for places in found.questions.values() for place in places]
    assert asked
    assert {place.path for place in asked} == {"assessments/case"}
    [team, *_] = pieces(valid("forms-of-a-gap"))
    known = {each.planned["id"]: each.planned["ask"] for each in team.asked}
    assert {place.id: place.ask for place in asked}.items() <= known.items()


def test_questionnaires_without_such_a_question_are_not_named() -> None:
    """A heading without anything below it would be a promise."""
    other = QUESTIONNAIRE.replace("A case", "Another").replace("listen", "be-present")
    made = [QUESTIONNAIRE, other]
    assert "Another" not in links(tree(questionnaires=made))
    assert "Another" in links(tree("repair", questionnaires=made))


def test_relations_and_documents_that_are_gone_are_left_out() -> None:
    """While the library is broken its pages still come out."""
    found = links(tree())
    assert found["Repair"] == "../../principles/repair/"
    assert found["The heart"] == "../../documents/#heart"
    assert not [href for href in found.values() if "gone" in href]


def test_the_overview_names_every_principle_in_the_picture_and_in_the_list() -> None:
    """The list is what the picture says, for whoever does not see it."""
    root = parse(overview(holdings()).html)
    for picture in root.all("svg"):
        assert {each["xlink:href"] for each in picture.all("a")} == {
            "../principles/listen/",
            "../principles/repair/",
        }
        assert picture.one("title")["id"] == picture["aria-labelledby"]
        assert picture.one("desc")["id"] == picture["aria-describedby"]
    [listed] = root.all("ul", class_="principles")
    assert [each.text for each in listed.all("h3")] == ["Listen", "Repair"]
    assert "Take in what they say." in listed.text
    assert WORDS.page["close_to"] + " Repair" in listed.text


@pytest.mark.parametrize(
    ("id_", "key"), [("relationship-first", "principles_root"), ("equip", "principles_ground")]
)
def test_the_overview_speaks_of_root_and_ground_where_they_are(id_: str, key: str) -> None:
    """A library without them is not told of what it has not."""
    without = overview(holdings()).html
    given = overview(holdings([FULL, BARE, BARE | {"id": id_, "title": "Base"}])).html
    sentence = WORDS.page[key].format(title="Base")
    assert sentence in given
    assert sentence.partition("”")[2] not in without


def test_documents_say_what_rests_on_them() -> None:
    """Each has its place, its author if it says so, and links to what is made of it."""
    [*_, made] = pages(holdings())
    heart, roots = parse(made.html).all("section", class_="document")
    assert made.anchors == ["heart", "roots"]
    assert heart.one("h2")["id"] == "heart"
    assert heart.one("p", class_="quiet").text == "By Somebody"
    assert roots.one("p", class_="quiet").text == WORDS.page["by_nobody"]
    assert links(heart) == {"A case": "../assessments/case/", "Listen": "../principles/listen/"}
    assert links(roots) == {}
    assert WORDS.page["differs"] in heart.text
    assert WORDS.page["differs"] not in roots.text


def test_no_text_of_the_library_becomes_markup() -> None:
    """A library of hostile texts has the same elements and attributes as a harmless one."""

    def made(word: str) -> list[Page]:
        principles = [reworded(FULL | {"related": []}, f"{word} {{}}".format)]
        documents = [reworded(each, f"{word} {{}}".format) for each in DOCUMENTS]
        return pages(holdings(principles, documents))

    plain, hostile = made("Harmless"), made(HOSTILE.replace("{", "{{").replace("}", "}}"))
    for before, after in zip(plain, hostile, strict=True):
        # A long title is broken into more lines of a label.
        assert [each for each in shape(after.html) if each[0] != "tspan"] == [
            each for each in shape(before.html) if each[0] != "tspan"
        ]
        assert shape(after.search) == shape(before.search)
        assert HOSTILE in parse(after.html).text


def test_nothing_on_these_pages_runs_or_paints_by_itself() -> None:
    """No script and no inline style; the one stylesheet is a file of the site."""
    for made in pages(holdings()):
        for element in parse(made.html).below():
            assert element.tag not in ("script", "style", "img", "iframe")
            assert not [key for key in element.attributes if key == "style" or key[:2] == "on"]
        up = "../../" if made.path.count("/") and not made.path.endswith("index") else "../"
        assert parse(made.html).one("link")["href"] == f"{up}assets/views.css"


def test_a_questionnaire_credits_its_documents_and_principles() -> None:
    """Below the questions stand the documents; each part of the result leads to its principle."""
    site = build(REAL, Settings(), {})
    by_path = {each.path: parse(each.html) for each in site.pages}
    heart = links(by_path["assessments/serving-heart"])
    assert heart["The heart of customer service"] == "../../documents/#heart-of-service"
    [part] = by_path["assessments/serving-heart"].all("section", data_dimension="listening")
    assert list(links(part).values()) == ["../../principles/listen/"]
    outside = links(by_path["assessments/marriage/customer"]).values()
    assert not [href for href in outside if "documents" in href or "principles" in href]


@pytest.mark.parametrize("directory_urls", [True, False])
def test_links_into_and_out_of_the_library_lead_to_a_place(directory_urls: bool) -> None:
    """Each of them, on every page of the real site, leads to a page and to an id on it."""
    made = build(REAL, Settings(directory_urls=directory_urls), {})
    assert made.problems == ()
    roots = {address(each.path, directory_urls): parse(each.html) for each in made.pages}
    known = {url: ids(root) for url, root in roots.items()}
    seen = 0
    for url, root in roots.items():
        folder = url if directory_urls else url.rpartition("/")[0]
        for href in {each["href"] for each in root.all("a", href=True)}:
            target, _, anchor = href.partition("#")
            goal = normpath(join("/", folder, target)).strip("/") if target else url
            if "//" not in href and LIBRARY & {url.partition("/")[0], goal.partition("/")[0]}:
                assert goal in known, f"{url} links to {href}"
                assert anchor in known[goal] | {""}, f"{url} links to {href}"
                seen += 1
    assert seen > 100


def address(path: str, directory_urls: bool) -> str:
    """Give where a page lies in the site."""
    return path.removesuffix("/index") if directory_urls else f"{path}.html"
