"""What types cannot check within one assessment: ids, forms, points, flags, the result's needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rapport.outline import Node, dimensions, questions, type_of
from rapport.problems import Problem
from rapport.questions import SCALED, TYPES
from rapport.remarks import FAULTS, NOTES

FORM_TEXTS = ("ask", "help", "intro", "period")
"""The keys that may hold one text for each form."""

UNSCORED_TYPES = ("checklist", "text")

RULES = (*FAULTS, *NOTES)
"""The rules of the lint."""

Asked = list[tuple[Node | None, Node]]
"""Every question with its dimension."""


def check(root: Node) -> Iterator[Problem]:
    """Give the problems of an assessment that need no library."""
    asked = list(questions(root))
    dimension_ids = [dimension.text("id") for dimension in dimensions(root)]
    yield from _ids(root, asked)
    for _, question in asked:
        choices, items = list(question.each("choices")), list(question.each("items"))
        if choices or items:
            yield from unique(choices)
            yield from unique(items)
            yield from _labels(choices)
            yield from _labels(items)
            yield from _points(question, choices)
            yield from _dimensions_named(dimension_ids, choices, items)
    yield from _scored(root, asked)
    yield from _forms(root, asked)
    yield from _form_texts(root, asked)
    yield from _rules(root, asked)
    yield from _stage(root, asked)
    yield from _result(root)


def unique(nodes: Iterable[Node], key: str = "id") -> Iterator[Problem]:
    """Report ids that stand twice among the nodes."""
    seen: dict[str, Node] = {}
    for node in nodes:
        word = node.text(key)
        if word in seen:
            yield node.problem("duplicate-id", key, word=word, line=_line(seen[word], key))
        elif word:
            seen[word] = node


def _line(node: Node, key: str) -> int:
    return node.source.place((*node.path, key))[0]


def _ids(root: Node, asked: Asked) -> Iterator[Problem]:
    """Report ids of dimensions, questions and forms that stand twice or are retired."""
    named = [*dimensions(root), *(question for _, question in asked)]
    ids = {node.text("id"): node for node in named}
    if len(ids) < len(named):
        yield from unique(sorted(named, key=lambda node: node.source.place(node.path)))
    retired: dict[str, int] = {}
    for word, node in root.texts("retired"):
        if word in retired:
            yield node.problem("retired-twice", word=word, line=retired[word])
        retired.setdefault(word, node.line)
    for node in named if retired else ():
        word = node.text("id")
        if word in retired:
            yield node.problem("retired-id", "id", word=word, line=retired[word])
    for word, form in _form_nodes(root):
        if word in ids:
            line = _line(ids[word], "id")
            yield form.problem("duplicate-id", key=True, word=word, line=line)
        if word in retired:
            yield form.problem("retired-id", key=True, word=word, line=retired[word])


def _form_nodes(root: Node) -> list[tuple[str, Node]]:
    forms = root.get("forms")
    return list(forms.pairs()) if forms else []


def _labels(nodes: Iterable[Node]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for node in nodes:
        label = node.text("label")
        folded = " ".join(label.split()).casefold()
        if folded and folded in seen:
            yield node.problem("duplicate-label", "label", word=label, line=seen[folded])
        seen.setdefault(folded, _line(node, "label"))


def _points(question: Node, choices: list[Node]) -> Iterator[Problem]:
    """Report choices of which only some have points, or all the same."""
    pointed = [choice for choice in choices if "points" in choice]
    if pointed and len(pointed) < len(choices):
        without = next(choice for choice in choices if "points" not in choice)
        yield without.problem("some-points")
    elif len(pointed) > 1 and equal(choice.text("points") for choice in pointed):
        yield question.problem("equal-points", "choices", key=True)


def equal(numbers: Iterable[str]) -> bool:
    """Tell whether all the numbers are the same; texts that are no numbers never are."""
    try:
        return len({float(number) for number in numbers}) == 1
    except ValueError:
        return False


def _dimensions_named(ids: list[str], choices: list[Node], items: list[Node]) -> Iterator[Problem]:
    """Report flags and checklist items that name a dimension that is not there."""
    flags = (choice.get("flag") for choice in choices)
    for node in (*(flag for flag in flags if flag), *items):
        word = node.text("dimension")
        if word and word not in ids:
            yield node.problem("unknown-dimension", "dimension", word=word, among=ids)


def _scored(root: Node, asked: Asked) -> Iterator[Problem]:
    """Report dimensions with questions that cannot be scored."""
    hopeful = set()
    for dimension, question in asked:
        if dimension is None:
            continue
        kind = type_of(question)
        if kind in UNSCORED_TYPES:
            yield question.problem("unscored-type", "type", type=kind)
        if kind not in TYPES or is_scored(question):
            hopeful.add(dimension.path)
    for dimension in dimensions(root):
        if dimension.path not in hopeful and any(dimension.each("questions")):
            yield dimension.problem("unscored-dimension", "id", word=dimension.text("id"))


def is_scored(question: Node) -> bool:
    """Tell whether a question that stands in a dimension has a score."""
    kind = type_of(question)
    return kind in SCALED or (
        kind == "choice" and any("points" in choice for choice in question.each("choices"))
    )


def _forms(root: Node, asked: Asked) -> Iterator[Problem]:
    """Report forms that ask nothing, and roles given twice."""
    asks = [question.get("ask") for _, question in asked]
    roles: set[str] = set()
    for word, form in _form_nodes(root):
        worded = (ask and (not isinstance(ask.value, dict) or word in ask) for ask in asks)
        if asks and not any(worded):
            yield form.problem("empty-form", key=True, word=word)
        role = form.text("role")
        if role in roles:
            yield form.problem("role-twice", "role", word=role)
        roles.update((role,) if role else ())


def _form_texts(root: Node, asked: Asked) -> Iterator[Problem]:
    """Report texts with words for forms that are not there."""
    forms = [word for word, _ in _form_nodes(root)]
    for node in (root, *(question for _, question in asked)):
        for key in FORM_TEXTS:
            words = node.get(key) if key in node else None
            if words is None or not isinstance(words.value, dict) or not words.value:
                continue
            if not forms:
                yield node.problem("no-forms", key, key=True, name=key)
                continue
            for word in words.value:
                if word not in forms:
                    yield words.problem("unknown-form", word, key=True, word=word, among=forms)


def _rules(root: Node, asked: Asked) -> Iterator[Problem]:
    """Report rules to ignore that the lint doesn't have."""
    for node in (*dimensions(root), *(question for _, question in asked)):
        for word, each in node.texts("lint-ignore") if "lint-ignore" in node else ():
            if word not in RULES:
                yield each.problem("unknown-rule", word=word, among=RULES)


def _stage(root: Node, asked: Asked) -> Iterator[Problem]:
    """Report a stage that is missing, idle, or names questions that cannot tell it."""
    stage = root.get("stage")
    if root.text("result") == "stage" and stage is None:
        yield root.problem("no-stage", "result")
    if stage is None:
        return
    if root.text("result") != "stage":
        yield root.problem("idle-stage", "stage", key=True)
    named = {question.text("id"): question for _, question in asked}
    ids: dict[str, list[str]] = {}
    for part in ("ours", "theirs"):
        for word, node in stage.texts(part):
            found = list(_no_choice_question(node, word, named))
            yield from found
            if not found:
                ids[part] = _choice_ids(named[word])
    if "ours" in ids and "theirs" in ids and ids["ours"] != ids["theirs"]:
        ours, theirs = stage.text("ours"), stage.text("theirs")
        yield stage.problem("stage-differs", "theirs", ours=ours, theirs=theirs)
    yield from _risk(stage, named)


def _no_choice_question(node: Node, word: str, named: Mapping[str, Node]) -> Iterator[Problem]:
    """Report a name that is no question's, or that of one without choices."""
    if word not in named:
        yield node.problem("unknown-question", word=word, among=list(named))
    elif type_of(named[word]) != "choice":
        yield node.problem("stage-not-choice", word=word)


def _choice_ids(question: Node) -> list[str]:
    return [choice.text("id") for choice in question.each("choices")]


def _risk(stage: Node, named: Mapping[str, Node]) -> Iterator[Problem]:
    """Report risks that are no choices, or choices of several questions."""
    first = ""
    for word, node in stage.texts("risk"):
        question, dot, choice = word.partition(".")
        found = list(_no_choice_question(node, question, named))
        if not found and not dot:
            found = [node.problem("risk-choice", word=word)]
        elif not found and choice not in _choice_ids(named[question]):
            among = [f"{question}.{each}" for each in _choice_ids(named[question])]
            found = [node.problem("unknown-choice", word=word, among=among)]
        elif not found and first not in ("", question):
            found = [node.problem("risk-of-two", word=word, first=first)]
        yield from found
        first = first or question


def _result(root: Node) -> Iterator[Problem]:
    """Report a file that asks nothing, or lacks what its result needs."""
    if "dimensions" not in root and "unscored" not in root:
        yield root.problem("asks-nothing")
    elif not list(dimensions(root)) and root.text("result") != "stage" and not _ill_formed(root):
        yield root.problem("no-dimensions")
    minimum = root.text("minimum").strip()
    if root.text("audience") == "individual" and minimum in ("1", "2"):
        yield root.problem("minimum-too-small", "minimum", word=minimum)
    sides = ("guess", "answer")
    roles = {form.text("role") for _, form in _form_nodes(root)}
    if roles.issuperset(sides) and root.text("subject") in ("optional", "required"):
        yield root.problem("gap-subject", "subject", word=root.text("subject"))
    if root.text("result") == "gap":
        for role in sides:
            if role not in roles:
                yield root.problem("gap-forms", "result", role=role)


def _ill_formed(root: Node) -> bool:
    """Tell whether the dimensions are written in a way that the model reports already."""
    written = root.get("dimensions")
    return written is not None and written.value != []
