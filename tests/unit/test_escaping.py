"""What authors write is text: no character of it becomes markup, and no page is ever broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport import source
from rapport.library import read_assessment
from rapport.pages import form_page
from rapport.plan import plan, script
from rapport.settings import Settings
from rapport.views import Pieces
from unit.cases import VALID, name
from unit.markup import parse
from unit.rendered import LIBRARY, WORDS, pages

HOSTILE = " ".join(
    (
        "</title></textarea></script><script>alert(1)</script><img src=x onerror=a>",
        "\"q\" 'q' &lt;b> {{ x }} {% y %}",
    )
)
# Where a text is a name, a number or a word of the format, and no text of the author's.
NAMES = {
    *("id", "type", "principle", "scale", "bands", "practice", "warning", "dimension", "audience"),
    *("fits", "private", "minutes", "sources", "result", "subject", "order", "role", "stage"),
    *("reverse", "weight", "points", "trend", "obstacles", "retired", "minimum", "lint-ignore"),
}


def reworded(value: Any, word: Callable[[str], str], key: str = "") -> Any:
    """Give a questionnaire with `word(text)` in the place of each of the author's texts."""
    if key in NAMES or (key == "na" and value == "false"):
        return value
    if isinstance(value, dict):
        return {each: reworded(inner, word, each) for each, inner in value.items()}
    if isinstance(value, list):
        return [reworded(inner, word, key) for inner in value]
    return word(value)


def content(path: Path) -> dict[str, Any]:
    """Give a valid case as plain values, with every scalar as it was written."""
    found, problems = source.read(path.name, path.read_bytes())
    assert found, problems
    assert isinstance(found.value, dict)
    return found.value


def written(values: dict[str, Any]) -> str:
    """Give values as YAML."""
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False, default_style='"')


def shape(html: str) -> list[tuple[str, list[str]]]:
    """Give every element of a page with the names of its attributes."""
    return [(each.tag, sorted(each.attributes)) for each in parse(html).below()]


@pytest.mark.parametrize("path", VALID, ids=name)
def test_no_text_becomes_markup(path: Path) -> None:
    """A page of hostile texts has the same elements and attributes as one of harmless texts."""
    plain, hostile = (
        pages(written(reworded(content(path), f"{word} {{}}".format)))
        for word in ("Harmless", HOSTILE.replace("{", "{{").replace("}", "}}"))
    )
    for before, after in zip(plain, hostile, strict=True):
        assert shape(after.html) == shape(before.html)
        assert shape(after.search) == shape(before.search)
        assert HOSTILE in parse(after.html).text


LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))
SIGNS = "*_[]()<>&`\"'#-+!\\ \n1.ab:"
texts = st.text(LETTERS, min_size=1, max_size=30) | st.text(SIGNS, min_size=1, max_size=30)


@settings(max_examples=60, deadline=None)
@given(path=st.sampled_from(VALID), data=st.data())
def test_whatever_is_valid_becomes_whole_pages(path: Path, data: st.DataObject) -> None:
    """Any words, in any script or full of signs, end in problems or in well-formed pages."""
    chosen = reworded(content(path), lambda text: data.draw(st.just(text) | texts))
    assessment, problems = read_assessment("assessments/x.yml", written(chosen).encode(), LIBRARY)
    assert (assessment is None) == bool(problems)
    if assessment is None:
        return
    planned = plan(assessment, LIBRARY, WORDS)
    assert "<" not in script(planned)
    for form in assessment.form_ids:
        page = form_page(Pieces(assessment, form, planned, LIBRARY, WORDS), Settings(), "v")
        links = parse(page.html).all("a", href=True) + parse(page.search).all("a", href=True)
        assert not [link["href"] for link in links if link["href"].startswith("javascript:")]
