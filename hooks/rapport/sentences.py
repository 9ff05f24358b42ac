"""Every sentence about a problem, as two: what is wrong, and what to write instead.

`problems.problem` looks them up by code and fills in the braces.
"""

from __future__ import annotations

from rapport.remarks import FAULTS, NOTES
from rapport.slips import SLIPS

SENTENCES: dict[str, tuple[str, str]] = {
    **SLIPS,
    **FAULTS,
    **NOTES,
    # What stands in it (model.py and its parts).
    "unknown-key": ('"{word}" is not a key of this {noun}.', "{suggestion}"),
    "own-id": ('"id" is not a key here: the id is the name of the file.', "Delete this line."),
    "other-type-key": (
        '"{word}" is not a key of a question of type {type}.',
        'It belongs to questions of type {types}; "type" says which a question is.',
    ),
    "outer-key": (
        '"{word}" is not a key of this {noun}, but of the {outer} around it.',
        "Indent it as far as the other keys of the {outer}.",
    ),
    "comma-in-text": (
        'The comma before "{word}" ends the text before it, since this stands in braces.',
        "Put the whole text in quotes.",
    ),
    "missing-key": ('"{name}" is missing in this {noun}.', "Add it: {description}"),
    "empty": (
        "Nothing is written for {label}.",
        "Write it, or delete the line if it is not needed.",
    ),
    "not-text": (
        "A text is due for {label}, and a list or a group of keys stands here.",
        'Write one text, in quotes if it holds ": " or begins with "-", "[" or "{{".',
    ),
    "not-list": ("A list is due for {label}.", 'Begin each entry on a new line with "- ".'),
    "file-not-list": (
        "This file has to be a list.",
        'Begin each entry on a new line with "- id: ".',
    ),
    "not-group": ("A group of keys is due for {label}.", 'Write lines of "key: value" here.'),
    "entry-not-group": (
        "A group of keys is due for {label}.",
        'Begin it with "- id: ", and write its other keys below, indented alike.',
    ),
    "file-not-group": (
        "This file has to be a group of keys.",
        'Begin with "title: ", as in _template.yml.',
    ),
    "one-of": ('"{word}" is nothing that {label} can be.', "{suggestion}"),
    "truth": (
        '"{word}" is neither true nor false, which {label} has to be.',
        "Write true or false, in small letters.",
    ),
    "number": (
        '"{word}" is not a number, which {label} has to be.',
        "Write digits, such as 3 or 0.5.",
    ),
    "whole-number": (
        '"{word}" is not a whole number, which {label} has to be.',
        "Write digits, such as 6.",
    ),
    "number-range": (
        "{word} is out of range for {label}.",
        "Write a number from {least:g} to {most:g}.",
    ),
    "too-long": ("The text of {label} is longer than {most} characters.", "Shorten it."),
    "too-few": ("{label} has too few entries: {count}.", "Write at least {least}."),
    "too-many": ("{label} has too many entries: {count}.", "Write at most {most}."),
    "bad-id": (
        '"{word}" cannot be an id.',
        "Use small letters a-z, digits and single hyphens, a letter first, 40 characters at most.",
    ),
    "reserved-id": ('"{word}" is reserved and cannot be an id here.', "Choose another id."),
    "unsafe-link": (
        'The link to "{link}" is refused.',
        "Link to http:, https: or mailto: addresses.",
    ),
    "relative-link": (
        'The link to "{link}" would lead nowhere from some of the pages that show this text.',
        "Write the whole address, such as https://example.org.",
    ),
    "na-words": (
        '"{word}" does not say when the question does not apply.',
        'Write words such as "Did not come up", or false to offer nothing.',
    ),
    "unsuitable": ("This cannot stand in {label}.", "Compare with _template.yml."),
    # What does not fit within one file (checks.py).
    "duplicate-id": (
        'The id "{word}" is used twice; the first is on line {line}.',
        "Give this one another id.",
    ),
    "retired-id": (
        'The id "{word}" is retired (line {line}) and must not be used again.',
        "Give this one a new id.",
    ),
    "retired-twice": (
        'The id "{word}" is listed twice; the first is on line {line}.',
        "Delete one of the two.",
    ),
    "duplicate-label": (
        'The label "{word}" is used twice; the first is on line {line}.',
        "Write labels that differ.",
    ),
    "unknown-rule": ('There is no rule "{word}" in the lint.', "{suggestion}"),
    "no-forms": (
        '"{name}" has words for forms, but this file has no "forms".',
        "Write one text, or add the forms.",
    ),
    "unknown-form": ('There is no form "{word}" in this file.', "{suggestion}"),
    "empty-form": (
        'The form "{word}" asks nothing: no question has words for it.',
        'Give questions an "ask" for it, or delete the form.',
    ),
    "role-twice": ('Two forms have the role "{word}".', "Only one form can have it."),
    "some-points": (
        "Some have points and some have none.",
        "Give points to all of them, or to none.",
    ),
    "equal-points": (
        "All points are the same, so that no answer differs.",
        "Give different points, or none.",
    ),
    "unscored-type": (
        "A question of type {type} has no score and cannot stand in a dimension.",
        'Move it to "unscored".',
    ),
    "unscored-dimension": (
        'No question of the dimension "{word}" can be scored.',
        "Add a scale question, or give the choices points.",
    ),
    "unknown-dimension": ('There is no dimension "{word}" in this file.', "{suggestion}"),
    "no-dimensions": (
        'This questionnaire has no "dimensions", and its result needs them.',
        "Add dimensions with questions.",
    ),
    "asks-nothing": (
        "This questionnaire asks nothing.",
        'Add "dimensions" with questions, or "unscored" ones.',
    ),
    "no-stage": (
        '"result: stage" needs to know which questions tell the stage.',
        'Add "stage" with "ours" and "theirs".',
    ),
    "idle-stage": (
        '"stage" only means something with "result: stage".',
        "Delete it, or change the result.",
    ),
    "unknown-question": ('There is no question "{word}" in this file.', "{suggestion}"),
    "stage-not-choice": (
        'The question "{word}" is not of type choice.',
        "Name a question with choices.",
    ),
    "stage-differs": (
        'The questions "{ours}" and "{theirs}" have different choices.',
        "Give both the same choice ids in the same order.",
    ),
    "risk-choice": (
        '"{word}" is a question, and a risk is one of its choices.',
        'Write the id of the choice behind a dot: "{word}.", then the id.',
    ),
    "unknown-choice": ('There is no choice "{word}" in this file.', "{suggestion}"),
    "risk-of-two": (
        'The choice "{word}" is not one of the question "{first}", as the first risk here is.',
        "Name choices of one question only.",
    ),
    "minimum-too-small": (
        "With a minimum of {word}, the answers of others would show who gave them.",
        "Write 3 or more, or delete the line: for individuals it is 5 then.",
    ),
    "gap-forms": (
        '"result: gap" compares two forms, and there is none with "role: {role}".',
        "Give one form the role guess and another the role answer.",
    ),
    "gap-subject": (
        'With "subject: {word}" a guess and the answers to it would mix several customers.',
        'Write "subject: none", or leave out the forms with the roles guess and answer.',
    ),
    # What does not fit the library (references.py).
    "no-scale": (
        "This question has no scale.",
        'Add "scale" here, or a "scale" for the whole questionnaire.',
    ),
    "unknown-scale": ('There is no scale "{word}" in library/scales.yml.', "{suggestion}"),
    "even-balance": (
        'The scale "{word}" has {count} steps; a balance question needs a middle one.',
        "Choose a scale with an odd number of steps, at least three.",
    ),
    "unknown-bands": ('There is no band set "{word}" in library/bands.yml.', "{suggestion}"),
    "no-bands": (
        'The dimension "{word}" has no band set, and its scales name none.',
        'Add "bands" to the dimension.',
    ),
    "mixed-bands": (
        'The scales of the dimension "{word}" have different band sets: {names}.',
        'Add "bands" to the dimension.',
    ),
    "unknown-level": ('The band set "{bands}" has no level "{word}".', "{suggestion}"),
    "missing-level": (
        'Guidance is missing here for levels of the band set "{bands}": {names}.',
        "Write guidance for every level, or for none.",
    ),
    "no-guidance": (
        'The principle "{principle}" has no guidance for the level "{word}" of "{bands}".',
        'Add "guidance" to this dimension.',
    ),
    "unknown-principle": (
        'There is no principle "{word}" in library/principles.yml.',
        "{suggestion}",
    ),
    "no-principle": (
        '"{word}" stands in a principle, but this question names none.',
        'Write "principle.{word}", or add "principle" to the question.',
    ),
    "unknown-practice": (
        'The principle "{principle}" has no practice "{word}".',
        "{suggestion}",
    ),
    "unknown-warning": ('The principle "{principle}" has no warning "{word}".', "{suggestion}"),
    "elsewhere": (
        'The principle "{principle}" has no {kind} "{word}"; the principle "{other}" has.',
        'Write "{other}.{word}".',
    ),
    "unknown-source": ('There is no source "{word}" in library/sources.yml.', "{suggestion}"),
    # The library's own files (shelf.py).
    "points-count": (
        "There are {count} points for {steps} steps.",
        "Give one number for each step.",
    ),
    "points-order": (
        "The points do not rise from the first step to the last.",
        "List the steps from least to most.",
    ),
    "level-from": (
        'The level "{word}" does not say where it begins.',
        'Add "from" with a number from 0 to 100; only low, middle, high and top know theirs.',
    ),
    "first-level": ("The first level begins at {word}.", "Let it begin at 0."),
    "level-order": (
        'The level "{word}" begins at {cut}, which is not above the one before it.',
        "List the levels from the lowest to the highest.",
    ),
    "related-itself": ('"{word}" is related to itself.', "Delete it from the list."),
    # The folder (library.py).
    "missing-file": ("This file is missing, and every questionnaire needs it.", "Add it."),
    "unreadable": (
        "This file cannot be opened.",
        "Check that it may be read, and that it is a file.",
    ),
    "file-name": (
        'The name "{word}" cannot be the address of a questionnaire.',
        "Use small letters a-z, digits and single hyphens, a letter first, 40 characters at most.",
    ),
    "same-code": (
        'The codes of this questionnaire could not be told from those of "{word}".',
        "Rename the newer of the two files; another letter is enough.",
    ),
    "same-form-code": (
        'The codes of the form "{word}" could not be told from those of the form "{name}".',
        "Give the newer of the two another id; another letter is enough.",
    ),
    "translation": (
        'Names such as "{word}" are kept for translations, which are not offered yet.',
        "Rename the file, or leave it out.",
    ),
    "other-suffix": (
        'This file does not end in ".yml", so that it would not be read.',
        'Rename it to end in ".yml".',
    ),
    "unknown-file": ("This file has no place here and would not be read.", "{suggestion}"),
    "stray-file": (
        "This file is no questionnaire and would not be read.",
        'Move it out of this folder, or rename it to end in ".yml" if it is one.',
    ),
    "unknown-folder": (
        "This folder has no place here and would not be read.",
        "Move its files to assessments/.",
    ),
    "no-folder": (
        "This folder is missing, and the questionnaires belong into it.",
        "Add it, with the folder library/ in it.",
    ),
    # The site's configuration (settings.py).
    "unknown-setting": ('"{word}" is no setting of Rapport.', "{suggestion}"),
    "site-name": (
        '"{word}" cannot be the name under which a browser keeps the answers.',
        "Use letters a-z, digits and single hyphens, 40 characters at most.",
    ),
    "contact": (
        '"{word}" is neither an e-mail address nor a web address.',
        "Write one, such as name@example.org or https://example.org/suggest.",
    ),
}
