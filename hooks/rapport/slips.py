"""The sentences about slips in the writing itself, before anything is known of its meaning.

The first is what is wrong, the second what to write instead; `sentences` has those about meaning.
"""

from __future__ import annotations

SLIPS: dict[str, tuple[str, str]] = {
    "no-libyaml": (
        "YAML cannot be read here: PyYAML was installed without libyaml.",
        "Install PyYAML from a ready-made wheel: pip install --force-reinstall pyyaml.",
    ),
    "utf-16": ("This file is stored as UTF-16.", 'Save it again with the encoding "UTF-8".'),
    "not-utf-8": (
        "From here on the file is not UTF-8; it was probably saved as Latin-1 or Windows-1252.",
        'Save it again with the encoding "UTF-8".',
    ),
    "too-big": ("This file is larger than 1 MB.", "Divide it, or remove what is not needed."),
    "empty-file": ("This file is empty.", "Fill it, or delete it."),
    "control": (
        "Here stands an invisible control character (U+{number}).",
        "Delete it and type the text again.",
    ),
    "tab": ("This line is indented with a tab.", "Indent with spaces, two a level."),
    "anchor": (
        'A text that begins with "&" is a mark that is not used here.',
        "Put the text in quotes, or delete the mark.",
    ),
    "alias": (
        'A text that begins with "*" is a reference that is not used here.',
        "Put the text in quotes, or write it out.",
    ),
    "tag": (
        'A text that begins with "!" is a mark that is not used here.',
        "Put the text in quotes, or delete the mark.",
    ),
    "documents": (
        'A second document begins here, after a line "---" or "...".',
        "Delete that line, or move what follows into a file of its own.",
    ),
    "duplicate-key": (
        '"{name}" stands here twice; the first is on line {line}.',
        "Keep one of the two.",
    ),
    "second-id": (
        'A second "id" stands here; the first is on line {line}.',
        'Write "- " before it if a new entry begins here, or delete it.',
    ),
    "key-not-text": (
        "A list or a group of keys stands where a key is due.",
        "Write one word and a colon.",
    ),
    "too-deep": (
        "Things are nested here more than {most} levels deep.",
        "Compare with _template.yml.",
    ),
    "colon": (
        'A second ": " stands in this line, so that it reads like another key.',
        "Put the text after the first colon in quotes.",
    ),
    "no-colon": (
        'This line is neither a list item nor "key: value".',
        "Add the colon and a space, or indent the line if it continues the text above,"
        ' or write "# " before it if it is a note.',
    ),
    "misplaced-item": (
        'A list item "- " cannot stand here.',
        "Move the list to a new line below its key, and put a text with a dash in quotes.",
    ),
    "question-mark": ('A text cannot begin with "? ".', "Put it in quotes."),
    "bad-start": ('A text cannot begin with "{sign}".', "Put the text in quotes."),
    "open-quote": (
        "The quotation mark opened here is never closed.",
        "Close it at the end of the text.",
    ),
    "escape": (
        'After "\\" in double quotes stands something that YAML does not know.',
        'Use single quotes, or write "\\\\" for a backslash.',
    ),
    "indentation": (
        "This line does not fit the lines above it.",
        "Indent it exactly as far as the lines it belongs to.",
    ),
    "after-quote": (
        "Here a text goes on although its quotes or brackets are closed.",
        "Put the whole text in quotes; inside single quotes write '' for an apostrophe.",
    ),
    "stray-key": (
        "This key is read as more text of the line above.",
        "End the line above with a colon, or indent both alike.",
    ),
    "item-without-key": (
        "This key is read as more text of the line above, a list item without a key.",
        'Write "- id: " in the line above, or indent both alike.',
    ),
    "indented-key": (
        "This key is indented too far: it is read as more text of the line above.",
        "Indent it exactly as far as the other keys it belongs to.",
    ),
    "colon-below": (
        'This line goes on with the text above and holds a ": ", so that it reads like a key.',
        "Put the whole text in quotes.",
    ),
    "curly-quotes": (
        'A ": " stands in this text, and curly quotation marks do not hold it together.',
        "Put straight ones (' or \") around the whole text.",
    ),
    "cut-off": (
        'What stands after " #" is a note and is not shown.',
        'Put the text in quotes, or leave a space after "#" if it is a note.',
    ),
    "conflict": (
        "Git has marked here that two changes contradict each other.",
        'Keep the right lines, and delete those that begin with "<<<<<<<", "=======" or ">>>>>>>".',
    ),
    "sign-after-quote": ('A "{sign}" stands after the closing quotation mark.', "Delete it."),
    "colon-space": ("A space is missing after the colon.", "Add it."),
    "hyphen-space": ("A space is missing after the hyphen.", "Add it."),
    "special-space": (
        "There is an invisible special space here.",
        "Replace it with an ordinary one.",
    ),
    "other-hyphen": (
        "A list item begins with a hyphen, and this is another sign.",
        'Write "- " instead.',
    ),
    "other-colon": (
        "A key ends with a colon and a space, and this is another sign.",
        'Write ": " instead.',
    ),
    "open-bracket": (
        'The "[" or "{{" opened on line {line} is not closed properly.',
        "Separate the entries with commas and close the bracket;"
        ' put texts that hold "," "[" or "{{" in quotes.',
    ),
    "block-text": (
        'After "|" or ">" nothing else may stand on the line.',
        "Begin the text on the next line, indented.",
    ),
    "directive": ('A line cannot begin with "%".', "Put the text in quotes, or delete the line."),
    "syntax": (
        "This line cannot be read as YAML.",
        "Check quotes, colons and indentation here and in the line above.",
    ),
}
