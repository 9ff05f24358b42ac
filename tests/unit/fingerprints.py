"""Fingerprints of the five documents, to find their sentences in our texts without having them.

Every run of eight words is kept as a hash of 64 bits: by chance, not one of a billion other runs
has one of them. Whoever has the documents, as text files in a folder, makes the list anew with

    PYTHONPATH=tests python -m unit.fingerprints FOLDER
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

RUN = 8
"""The number of words from which on a run is somebody's sentence."""
LISTED = Path(__file__).parents[1] / "cases" / "fingerprints.txt"
AFTER = re.compile(r"^(Leave a Reply|Fill in your details below.*)$", re.MULTILINE)
"""Where a blog's own words begin, below an article and its comments."""


def words(text: str) -> list[str]:
    """Give a text's words, in small letters and without any sign."""
    return re.findall(r"[^\W\d_]+", re.sub("['’]", "", text).lower())


def runs(text: str) -> Iterator[str]:
    """Give every run of eight words in a text."""
    found = words(text)
    for start in range(len(found) - RUN + 1):
        yield " ".join(found[start : start + RUN])


def fingerprint(run: str) -> str:
    """Give a run's fingerprint; nobody can read the words out of it."""
    return blake2b(run.encode(), digest_size=8, person=b"rapport-runs").hexdigest()


def fingerprints(documents: list[str]) -> list[str]:
    """Give the fingerprints of all runs in some documents, sorted."""
    return sorted({fingerprint(run) for text in documents for run in runs(AFTER.split(text)[0])})


def main(folder: Path) -> None:
    """Write the list from the documents in a folder."""
    documents = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    if not documents:
        sys.exit(f"There are no text files in {folder}.")
    LISTED.write_text("\n".join(fingerprints(documents)) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
