"""Markdown to HTML that can do no harm."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.prose import MARKUP, block, inline, is_safe, unsafe_links

RENDERED = {
    "plain": ("A text.", "<p>A text.</p>"),
    "paragraphs": ("One\n\nTwo", "<p>One</p>\n<p>Two</p>"),
    "escaped": ("2 > 1 & <b>so</b>", "<p>2 &gt; 1 &amp; &lt;b&gt;so&lt;/b&gt;</p>"),
    "emphasis": ("*one* **two**", "<p><em>one</em> <strong>two</strong></p>"),
    "link": ("[a](#b)", '<p><a href="#b">a</a></p>'),
    "address": ("<https://a.org>", '<p><a href="https://a.org">https://a.org</a></p>'),
    "list": ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    "list-below-text": ("Then:\n- a\n- b", "<p>Then:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    "numbers": ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
    "quotation": ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
    "no-heading": ("# a", "<p># a</p>"),
    "no-underlined-heading": ("a\n===", "<p>a\n===</p>"),
    "no-image": ("![a](b.png)", "<p>![a](b.png)</p>"),
    "no-html-block": ("<div>\na\n</div>", "<p>&lt;div&gt;\na\n&lt;/div&gt;</p>"),
    "no-comment": ("a <!-- b -->", "<p>a &lt;!-- b --&gt;</p>"),
    "no-code-block": ("a\n\n    *b*", "<p>a</p>\n<p><em>b</em></p>"),
}


@pytest.mark.parametrize(("text", "html"), RENDERED.values(), ids=RENDERED)
def test_markdown_becomes_html(text: str, html: str) -> None:
    """Emphasis, links, lists and quotations work; all else comes out as text."""
    assert block(text) == html


def test_inline_has_no_paragraph() -> None:
    """A text inside a sentence brings no block with it."""
    assert inline("*one*\n\n- two & three") == "<em>one</em> - two &amp; three"
    assert inline("plain") == "plain"


UNSAFE = {
    "script": "[x](javascript:alert(1))",
    "capitals": "[x](JavaScript:alert(1))",
    "space": "[x]( javascript:alert(1))",
    "control": "[x](\x01javascript:alert(1))",
    "tab": "[x](<java\tscript:alert(1)>)",
    "entity": "[x](java&#115;cript:alert(1))",
    "named-entity": "[x](javascript&colon;alert(1))",
    "hexadecimal": "[x](&#x6A;avascript:alert(1))",
    "data": "[x](data:text/html,y)",
    "visual-basic": "[x](vbscript:y)",
    "file": "[x](file:///etc/passwd)",
    "reference": "[x][1]\n\n[1]: javascript:alert(1)",
    "short-reference": "[x]\n\n[x]: javascript:alert(1)",
    "code-inside": "[x](java`script:alert(1)`)",
    "with-title": '[x](javascript:y "title")',
    "in-list": "- a\n- [x](javascript:y)",
    "in-emphasis": "**[x](javascript:y)**",
    "telephone": "[x](tel:123)",
}


@pytest.mark.parametrize("text", UNSAFE.values(), ids=UNSAFE)
def test_unsafe_links_lead_nowhere(text: str) -> None:
    """No disguise makes a link to what runs something."""
    assert unsafe_addresses(block(text)) == []
    assert unsafe_addresses(inline(text)) == []


@pytest.mark.parametrize("name", sorted(set(UNSAFE) - {"code-inside"}))
def test_unsafe_links_are_reported(name: str) -> None:
    """The author of a refused link learns of it."""
    assert unsafe_links(UNSAFE[name])


@pytest.mark.parametrize(
    "address",
    ["../how-it-works.md", "page/", "/page/", "?a=b:c", "//a.org", "a/b:c", "www.a.org", "a@b.org"],
)
def test_addresses_that_depend_on_the_page_lead_nowhere_and_are_reported(address: str) -> None:
    """A text of the library stands on many pages, and MkDocs checks none of its links."""
    assert unsafe_links(f"[x]({address})") == (address,)
    assert block(f"[x]({address})") == "<p><a>x</a></p>"


@pytest.mark.parametrize(
    "address",
    [
        "https://a.org",
        "HTTP://a.org",
        "mailto:a@b.org",
        "#a",
        "#a:b",
    ],
)
def test_safe_links_stay(address: str) -> None:
    """Links to the web, to mail and within the page are kept as they are."""
    assert unsafe_links(f"[x]({address})") == ()
    assert f'href="{address}"' in block(f"[x]({address})")


HARMFUL = ["[", "- ", "1. ", "> ", "*a**b", "`a", "[a](", "<a@", "a*_", "x"]


@pytest.mark.parametrize("piece", HARMFUL)
def test_no_text_keeps_the_parser_busy(piece: str) -> None:
    """Of a text that means harm to the parser, ten times as much takes about ten times as long."""
    least = 0.001  # seconds; below, nothing is measured but chance
    short, long = (spent(piece * (length // len(piece))) for length in (900, 9_000))
    assert long < 30 * max(short, least)


def spent(text: str) -> float:
    """Give the processor time for rendering a text, the best of three."""
    times = []
    for attempt in range(3):
        started = process_time()
        assert block(f"{text} {attempt}\n- a")  # another text each time: none is remembered
        times.append(process_time() - started)
    return min(times)


def test_one_text_leaves_no_trace_in_the_next() -> None:
    """After a text that was too much for the parser, the next one is rendered as ever."""
    before = block("- *a*")
    block("- " * 4_000)
    assert (block("- *a*\n"), inline("[x](#y)")) == (before, '<a href="#y">x</a>')


MARKDOWN = st.text(st.sampled_from(list("ab \n\t*_`[]()<>!#:/&;\\-+1.\"'jscript&#")), max_size=60)


@settings(max_examples=300, deadline=None)
@given(MARKDOWN)
def test_any_text_gives_harmless_html(text: str) -> None:
    """Whatever is written, only the few elements that are offered come out, links safe."""
    seen = Elements(block(text))
    assert seen.names <= ALLOWED
    assert unsafe_addresses(block(text)) == []


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip))
def test_plain_text_takes_the_short_way(text: str) -> None:
    """Text without markup comes out escaped and otherwise unchanged."""
    if not MARKUP.search(text):
        assert Elements(block(text)).text == text.strip()


ALLOWED = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "br"}


class Elements(HTMLParser):
    """What a browser would find in some HTML: elements, addresses of links, text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.addresses: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element; no attribute but a link's own is expected."""
        self.names.add(tag)
        assert {name for name, _ in attrs} <= {"href", "title"}
        self.addresses += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


def unsafe_addresses(html: str) -> list[str]:
    """Give the addresses that a browser would not follow harmlessly, by a rule of its own."""
    dropped = [re.sub(r"[\x00-\x20]", "", address) for address in Elements(html).addresses]
    schemes = [re.match(r"([^/?#:]*):", address) for address in dropped]
    found = {match[1].lower() for match in schemes if match}
    return sorted(found - {"http", "https", "mailto"})


def test_the_rule_for_addresses_is_the_browsers() -> None:
    """Tabs and line ends within a scheme are dropped, as browsers do."""
    assert not is_safe("java\nscript:x")
    assert not is_safe(" javascript:x")
