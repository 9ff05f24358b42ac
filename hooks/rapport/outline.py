"""A source as the checks walk it.

The checks of `checks` and `references` look at the values as they were written, not at the typed
model: so they report what they can also where the model found something else to mend. Whatever is
not of the form they expect is left to the model's own problem, and simply not there for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapport.problems import Problem
from rapport.source import Path, Source, Value


class Node:
    """A value in a source, and the way to it."""

    __slots__ = ("path", "source", "value")

    def __init__(self, source: Source, value: Value, path: Path = ()) -> None:
        self.source = source
        self.value = value
        self.path = path

    def __contains__(self, key: str) -> bool:
        """Tell whether this is a mapping with the key."""
        return isinstance(self.value, dict) and key in self.value

    def get(self, key: str) -> Node | None:
        """Give what stands under a key of this mapping, or None."""
        if isinstance(self.value, dict) and key in self.value:
            return Node(self.source, self.value[key], (*self.path, key))
        return None

    def text(self, key: str) -> str:
        """Give the text under a key of this mapping; "" if there is none."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return value if isinstance(value, str) else ""

    def each(self, key: str) -> Iterator[Node]:
        """Give the entries of the list under a key that are mappings."""
        listed = self.value.get(key) if isinstance(self.value, dict) else None
        if isinstance(listed, list):
            for index, value in enumerate(listed):
                if isinstance(value, dict):
                    yield Node(self.source, value, (*self.path, key, index))

    def entries(self) -> Iterator[Node]:
        """Give the entries of this list."""
        if isinstance(self.value, list):
            for index, value in enumerate(self.value):
                yield Node(self.source, value, (*self.path, index))

    def pairs(self) -> Iterator[tuple[str, Node]]:
        """Give the keys of this mapping and what stands under them."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, Node(self.source, value, (*self.path, key))

    def texts(self, key: str) -> Iterator[tuple[str, Node]]:
        """Give the texts under a key that holds one or a list of them."""
        node = self.get(key)
        if node is None:
            return
        for each in (node,) if isinstance(node.value, str) else node.entries():
            if isinstance(each.value, str) and each.value:
                yield each.value, each

    @property
    def line(self) -> int:
        """The line where it stands."""
        return self.source.place(self.path)[0]

    def problem(
        self,
        code: str,
        *path: str | int,
        key: bool = False,
        among: Iterable[str] | None = None,
        **details: object,
    ) -> Problem:
        """Give the problem `code` here, or at the given path from here."""
        return self.source.problem(code, (*self.path, *path), key, among, **details)


def dimensions(root: Node) -> Iterator[Node]:
    """Give the dimensions of an assessment."""
    return root.each("dimensions")


def questions(root: Node) -> Iterator[tuple[Node | None, Node]]:
    """Give every question of an assessment with its dimension, in the file's order."""
    for dimension in dimensions(root):
        for question in dimension.each("questions"):
            yield dimension, question
    for question in root.each("unscored"):
        yield None, question


def type_of(question: Node) -> str:
    """Give a question's type; one that names none is a scale question."""
    return question.text("type") if "type" in question else "scale"
