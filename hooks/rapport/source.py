"""YAML text to values that remember line and column: the first step of the pipeline.

Text is read as people mean it: every scalar is a string (`Yes`, `1:30`, `007`), and the model
converts where a number or true or false is due. Whatever is not plain YAML is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from rapport.problems import Problem, ordered, problem
from rapport.syntax import Traps, explain

CParser: Any = getattr(yaml, "_yaml", None) and getattr(yaml._yaml, "CParser", None)

Value = str | list["Value"] | dict[str, "Value"]
Path = tuple[str | int, ...]
Place = tuple[int, int]

LIMIT = 1_000_000
DEEPEST = 20
NOTHING = frozenset(("~", "null", "Null", "NULL"))
# What cannot be seen. Next line and the two separators would count as lines, but not in editors.
CONTROL = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True)
class Source:
    """A file's content: texts, lists and mappings, and the place of each of them."""

    file: str
    value: Value
    _start: Any = field(repr=False)
    # The marks of each container's parts by the container's identity: far cheaper than by path.
    _marks: dict[int, Any] = field(repr=False)

    def place(self, path: Path, key: bool = False) -> Place:
        """Give line and column, from 1, of what stands at `path`, or of its key.

        A path that leads nowhere gives the place of the last thing on the way that exists.
        """
        value: Any = self.value
        mark = self._start
        for depth, step in enumerate(path):
            parts = self._marks.get(id(value), ())
            last = depth == len(path) - 1
            if isinstance(value, dict) and step in value:
                mark = parts[step][0 if key and last else 1]
                value = value[step]
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                mark, value = parts[step], value[step]
            else:
                break
        return mark.line + 1, mark.column + 1

    def mend(self, path: Path, word: str, key: str) -> None:
        """Take the `word` in the mapping at `path` for the `key` that it was meant to be."""
        value: Any = self.value
        for step in path:
            value = value[step]
        if key not in value:
            for each in (value, self._marks[id(value)]):
                each[key] = each.pop(word)

    def problem(
        self,
        code: str,
        path: Path = (),
        key: bool = False,
        among: Iterable[str] | None = None,
        **details: object,
    ) -> Problem:
        """Give the problem `code` at the place of `path`, or of its key."""
        return problem(code, self.file, self.place(path, key), among, **details)


def read(file: str, data: bytes) -> tuple[Source | None, list[Problem]]:
    """Read a file's bytes; `file` is its name as people see it. Never raises for what they hold.

    Gives a source and the problems that leave it readable (a key twice, a text cut off), or no
    source and the problem that makes it unreadable.
    """
    if CParser is None:
        return None, [problem("no-libyaml", file)]
    text, found = _decode(file, data)
    if found:
        return None, [found]
    builder = _Builder(file, Traps(text))
    try:
        builder.run(CParser(text))
    except _RefusedError as refused:
        return None, [refused.problem]
    except yaml.YAMLError as error:
        return None, builder.cut_before(explain(file, text, error))
    if not builder.root and not isinstance(builder.root, dict | list):
        return None, [problem("empty-file", file)]
    problems = ordered(builder.problems + builder.cut)
    return Source(file, builder.root, builder.start, builder.marks), problems


def _decode(file: str, data: bytes) -> tuple[str, Problem | None]:
    if len(data) > LIMIT:
        return "", problem("too-big", file)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[1:4:2] or data[:1] == b"\x00":
        return "", problem("utf-16", file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        return "", problem("not-utf-8", file, _place_after(before))
    unseen = CONTROL.search(text)
    if unseen:
        place = _place_after(text[: unseen.start()])
        return "", problem("control", file, place, number=f"{ord(unseen[0]):04X}")
    return text, None


def _place_after(before: str) -> Place:
    lines = re.split("\r\n|\r|\n", before)
    return len(lines), len(lines[-1]) + 1


class _RefusedError(Exception):
    """Carries the problem that ends the reading."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found)
        self.problem = found


class _Builder:
    """Builds values from libyaml's events.

    By events and with a stack of its own, not by PyYAML's nodes: those are composed recursively,
    and a file of a million brackets would end the program.
    """

    def __init__(self, file: str, traps: Traps) -> None:
        self.file = file
        self.traps = traps if traps.spaces or traps.lines else None
        self.root: Value | None = None
        self.start: Any = None
        self.marks: dict[int, Any] = {}
        self.problems: list[Problem] = []
        self.cut: list[Problem] = []
        self.stack: list[_Frame] = []

    def run(self, parser: Any) -> None:
        """Take every event of the one document."""
        for event in _events(parser):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self.add(self.text(event), event)
            elif kind is yaml.MappingStartEvent:
                self.open({}, {}, event)
            elif kind is yaml.SequenceStartEvent:
                self.open([], [], event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.stack.pop()
            elif kind is yaml.AliasEvent:
                self.refuse("alias", event.start_mark)
            elif kind is yaml.DocumentStartEvent and self.root is not None:
                self.refuse("documents", event.start_mark)

    def open(self, container: Any, parts: Any, event: Any) -> None:
        """Begin a list or a mapping, whose parts' marks go into `parts`."""
        if len(self.stack) == DEEPEST:
            self.refuse("too-deep", event.start_mark, most=DEEPEST)
        self.add(container, event)
        self.marks[id(container)] = parts
        self.stack.append(_Frame(container, parts))

    def add(self, value: Any, event: Any) -> None:
        """Put a value where it belongs: the root, a list's end, a mapping's key or value."""
        mark = event.start_mark
        if event.tag is not None or event.anchor is not None:
            self.refuse("anchor" if event.tag is None else "tag", mark)
        if not self.stack:
            self.root, self.start = value, mark
            return
        frame = self.stack[-1]
        if type(frame.container) is list:
            frame.container.append(value)
            frame.parts.append(mark)
        elif frame.key is not None:
            frame.container[frame.key] = value
            frame.parts[frame.key] = (frame.key_mark, mark)
            frame.key = None
        elif type(value) is str:
            self.check_new(frame, value, mark)
            frame.key, frame.key_mark = value, mark
        else:
            self.refuse("key-not-text", mark)

    def check_new(self, frame: _Frame, key: str, mark: Any) -> None:
        """Report a key that the mapping has already."""
        if key in frame.container and not frame.has_two:
            first = frame.parts[key][0].line + 1
            place = (mark.line + 1, mark.column + 1)
            # Where a new entry's hyphen is missing, all its keys stand twice: the id says it all.
            frame.has_two = key == "id"
            code = "second-id" if frame.has_two else "duplicate-key"
            self.problems.append(problem(code, self.file, place, name=key, line=first))

    def text(self, event: Any) -> str:
        """Give a scalar as text; what YAML means by nothing is ""."""
        text: str = event.value
        if event.style == '"':
            unseen = CONTROL.search(text)  # by an escape such as "\0"
            if unseen:
                self.refuse("control", event.start_mark, number=f"{ord(unseen[0]):04X}")
        elif not event.style:
            if self.traps is not None:
                text = self.without_traps(text, event, self.traps)
            return "" if text in NOTHING else text
        return text

    def without_traps(self, text: str, event: Any, traps: Traps) -> str:
        """Report what people do not see in a text without quotes, and give what they see."""
        frame = self.stack[-1] if self.stack else None
        is_key = frame is not None and type(frame.container) is dict and frame.key is None
        place = traps.special_space(event, is_key)
        if place:
            raise _RefusedError(problem("special-space", self.file, place))
        cut = traps.cut_off(event)
        if cut is None:
            return text
        self.cut.append(problem("cut-off", self.file, cut[0]))
        return text or cut[1]

    def cut_before(self, found: Problem) -> list[Problem]:
        """Give what ended the reading, or the cut just before that led to it."""
        near = [cut for cut in self.cut if 0 <= found.line - cut.line <= 2]
        return near or [found]

    def refuse(self, code: str, mark: Any, **details: object) -> None:
        """End the reading with a problem."""
        place = (mark.line + 1, mark.column + 1)
        raise _RefusedError(problem(code, self.file, place, None, **details))


class _Frame:
    """A container that is open, and the key that waits for its value."""

    __slots__ = ("container", "has_two", "key", "key_mark", "parts")

    def __init__(self, container: Any, parts: Any) -> None:
        self.container = container
        self.parts = parts
        self.key: str | None = None
        self.key_mark: Any = None
        self.has_two = False


def _events(parser: Any) -> Iterator[Any]:
    get_event = parser.get_event
    event = get_event()
    while type(event) is not yaml.StreamEndEvent:
        yield event
        event = get_event()
