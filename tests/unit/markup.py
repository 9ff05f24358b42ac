"""Reads HTML strictly: every element closed in order, every attribute and every id only once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(("br", "hr", "img", "input", "link", "meta"))


class MalformedError(Exception):
    """The HTML is not well-formed; the message says where."""


@dataclass
class Element:
    """An element, with its attributes and what it holds."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def all(self, tag: str = "", **wanted: str | bool) -> list[Element]:
        """Give the elements below with this tag and these attributes; `_` stands for a hyphen.

        True asks for an attribute whatever its value is.
        """
        names = {key.strip("_").replace("_", "-"): value for key, value in wanted.items()}
        return [
            each
            for each in self.below()
            if tag in ("", each.tag)
            and all(
                name in each.attributes and value in (True, each.attributes[name])
                for name, value in names.items()
            )
        ]

    def one(self, tag: str = "", **wanted: str | bool) -> Element:
        """Give the only element below that fits. Raises ValueError if there is not just one."""
        [found] = self.all(tag, **wanted)
        return found

    def below(self) -> Iterator[Element]:
        """Give every element below, in the order of the page."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.below()

    @property
    def text(self) -> str:
        """The text of the element and of all below, with single spaces."""
        parts = (each if isinstance(each, str) else each.text for each in self.children)
        return " ".join(" ".join(parts).split())

    @property
    def classes(self) -> list[str]:
        """The element's classes."""
        return self.attributes.get("class", "").split()


class Reader(HTMLParser):
    """Builds the tree, and refuses what a browser would have to guess about."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        names = [name for name, _ in attrs]
        if len(names) > len(set(names)):
            raise MalformedError(f"<{tag}> has an attribute twice: {names}")
        element = Element(tag, {name: value or "" for name, value in attrs})
        if element.attributes.get("id", "") in self.ids:
            raise MalformedError(f"two elements have the id {element['id']}")
        self.ids.update(filter(None, [element.attributes.get("id")]))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if self.open[-1].tag != tag:
            raise MalformedError(f"</{tag}> where <{self.open[-1].tag}> is open")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        """Take a text."""
        self.open[-1].children.append(data)


def parse(html: str) -> Element:
    """Give the tree of some HTML, below an element without a name. Raises MalformedError."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    if len(reader.open) > 1:
        raise MalformedError(f"<{reader.open[-1].tag}> is never closed")
    return reader.open[0]
