"""The sentences of the lint, by its rules: what is doubtful, and what to do about it.

The rules' names are what `lint-ignore` may list.
"""

from __future__ import annotations

FAULTS: dict[str, tuple[str, str]] = {
    "na-under-reversed": (
        'This question asks what somebody caught, and offers "{words}" beside the least answer,'
        " which says the same.",
        'Add "na: false".',
    ),
    "leading": (
        'This question leads: it begins with "{words}" and leaves one answer only.',
        "Ask so that every answer is as easy to give.",
    ),
    "scale-clash": (
        'The word "{words}" says what the scale "{scale}" asks.',
        "Leave it out, or choose another scale.",
    ),
    "too-long-question": (
        "A sentence of {count} words is too long for a tired person.",
        "Keep it below 21, and put the rest into the help.",
    ),
}
"""The rules that hardly ever err. What breaks them ends the build."""

NOTES: dict[str, tuple[str, str]] = {
    "unreached-level": (
        'No answers to the questions of "{word}" give the level "{level}" ({least:g} to {most:g}).',
        'Add a question, or give the dimension "bands" with levels that its answers reach.',
    ),
    "lone-question": (
        'The profile shows "{word}" by one question only.',
        "Ask one or more besides: four or five make a fair mean.",
    ),
    "several-reversed": (
        'This is another reversed question in "{word}".',
        "Reverse one at most, so that nobody has to turn around again and again.",
    ),
    "no-limit": (
        'The dimension "{word}" asks for giving, and no question here for its limits.',
        "Add a question about limits: one that names {names}, or one of type balance.",
    ),
    "without-principle": (
        "This question names no principle.",
        'Add "principle", so that the page of that principle leads here.',
    ),
    "unused-practice": (
        'No questionnaire suggests the practice "{word}".',
        'Name it as "practice" of a question that it helps with, or delete it.',
    ),
    "long-question": (
        "A sentence of {count} words is hard to read when tired.",
        "Keep it below 21, and put the rest into the help.",
    ),
    "double-negative": (
        'There is a double no in this question: "{words}".',
        "Say what was done instead of what was not.",
    ),
    "double-barrel": (
        'These may be two questions, joined by "{words}".',
        "Ask one thing, or make two questions of it.",
    ),
    "absolute": (
        'The word "{words}" leaves no room between the answers.',
        "Leave it out; the scale says how far it is true.",
    ),
    "no-period": (
        'The scale "{scale}" asks how often, and nothing says in which time.',
        'Add "period", such as "Over the past four weeks".',
    ),
    "duplicate": (
        "This question nearly repeats the one on line {line}.",
        "Ask for something else, or leave one of the two out.",
    ),
}
"""The rules that may err. What breaks them is told, and the build goes on."""
