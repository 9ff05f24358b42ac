"""Markdown of the longer texts (introductions, help, guidance) to HTML.

Emphasis, links, lists and quotations work. Raw HTML, headings, images and code blocks are not
offered and come out as the text they are. No link ever leads to a scheme that runs something, nor
to an address without one: one text stands on several pages, and from each it would lead elsewhere.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

from markdown import Markdown  # type: ignore[import-untyped]  # it brings no types

REMEMBERED = 8192
"""Texts kept rendered: checking links and writing the page want the same one."""

SCHEMES = frozenset(("http", "https", "mailto"))
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# A browser drops some of these anywhere before it reads the scheme; which ones is not our concern.
DROPPED = re.compile(r"[\x00-\x20]")

MOST_BRACKETS = 200
"""The parser's time for links grows with the square of the brackets; nobody needs that many."""

MARKUP = re.compile(r"[\\`*_\[<&]|^\s*(?:[-+>]|\d+[.)])|  \n", re.MULTILINE)
BULLET = re.compile(r"[-+*] ")
PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
ANCHOR = re.compile(r'<a href="([^"]*)"')

UNWANTED_BLOCKS = ("code", "hashheader", "setextheader", "hr")
UNWANTED_INLINE = ("html", "image_link", "image_reference", "short_image_ref")


def block(text: str) -> str:
    """Give a Markdown text as HTML of paragraphs, lists and quotations."""
    return _rendered(text)[0]


def inline(text: str) -> str:
    """Give a Markdown text as HTML that may stand inside a paragraph: no lists, no quotations."""
    rendered = _parsed(" ".join(text.split()), blocks=False)[0]
    return rendered.removeprefix("<p>").removesuffix("</p>")


def unsafe_links(text: str) -> tuple[str, ...]:
    """Give the addresses in a Markdown text that `block` refuses to link to, in order.

    Accepted are http, https, mailto and anchors on the page (`#…`).
    """
    return _rendered(text)[1] if "<" in text or "[" in text else ()


@lru_cache(maxsize=REMEMBERED)
def _rendered(text: str) -> tuple[str, tuple[str, ...]]:
    return _parsed(_lists_apart(text), blocks=True)


def _lists_apart(text: str) -> str:
    """Give the text with an empty line above each list: the parser wants one, people don't."""
    lines: list[str] = []
    for line in text.split("\n"):
        above = lines[-1] if lines else ""
        if BULLET.match(line) and above.strip() and not BULLET.match(above) and above[0] != " ":
            lines.append("")
        lines.append(line)
    return "\n".join(lines)


def _parsed(text: str, blocks: bool) -> tuple[str, tuple[str, ...]]:
    """Give HTML and the links refused. The parser is slow, and is not asked without need."""
    if not MARKUP.search(text) or text.count("[") > MOST_BRACKETS:
        return _plain(text), ()
    try:
        return _safe(_markdown(blocks).reset().convert(text))
    except RecursionError:  # a thousand lists within lists: the text as it stands says more
        _markdown.cache_clear()  # the parser was left in the middle of them
        return _plain(text), ()


def _plain(text: str) -> str:
    return "\n".join(
        f"<p>{html.escape(paragraph, quote=False)}</p>"
        for paragraph in PARAGRAPHS.split(text.strip())
    )


@lru_cache(maxsize=2)
def _markdown(blocks: bool) -> Markdown:
    """Give the parser without what is not offered; without `blocks`, for one paragraph."""
    parser = Markdown(output_format="html")
    parser.preprocessors.deregister("html_block")
    names = [item.name for item in parser.parser.blockprocessors._priority]
    for name in UNWANTED_BLOCKS if blocks else [n for n in names if n != "paragraph"]:
        parser.parser.blockprocessors.deregister(name)
    for name in UNWANTED_INLINE:
        parser.inlinePatterns.deregister(name)
    return parser


def _safe(rendered: str) -> tuple[str, tuple[str, ...]]:
    """Take the addresses off unsafe links, and give them too.

    The finished HTML is looked at, since only there is an address what a browser will see: the
    parser writes every link as this pattern expects, and all other quotes and angles escaped.
    """
    refused: list[str] = []

    def judge(link: re.Match[str]) -> str:
        address = html.unescape(link[1])
        if is_safe(address):
            return link[0]
        refused.append(address)
        return "<a"

    return ANCHOR.sub(judge, rendered), tuple(refused)


def is_safe(address: str) -> bool:
    """Tell whether the address is http, https or mailto to a browser, or stays on the page."""
    scheme = scheme_of(address)
    return scheme in SCHEMES if scheme else DROPPED.sub("", address).startswith("#")


def scheme_of(address: str) -> str:
    """Give the scheme that a browser sees in an address, in small letters, or ""."""
    scheme = SCHEME.match(DROPPED.sub("", address))
    return scheme[1].lower() if scheme else ""
