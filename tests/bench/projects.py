"""Two MkDocs projects with the same text: one built by our hooks, one of plain Markdown.

They share the theme, its settings and the navigation, and lie in a folder of their own.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from bench.questionnaires import Library, Writer, as_markdown, as_yaml

ROOT = Path(__file__).parents[2]
SECTION = 50
OVERVIEW = "assessments/index.md"
HOME = "# Home\n\n[The questionnaires](assessments/index.md).\n"


@dataclass(frozen=True)
class Project:
    """A project to be measured."""

    name: str
    folder: Path
    suffix: str

    @property
    def site(self) -> Path:
        """Return the folder it is built into."""
        return self.folder / "site"

    def page(self, number: int) -> Path:
        """Return the file that an author edits to change a questionnaire."""
        where = "assessments" if self.suffix == ".yml" else "docs/assessments"
        return self.folder / where / f"{name(number)}{self.suffix}"


def name(number: int) -> str:
    """Return the id of a made-up questionnaire."""
    return f"made-up-{number:04}"


def make(folder: Path, count: int) -> tuple[Project, Project]:
    """Write both projects below `folder`; return ours, then the plain one."""
    ours = Project("rapport", folder / "rapport", ".yml")
    plain = Project("plain", folder / "plain", ".md")
    library = Library(ROOT / "assessments" / "library")
    for project in (ours, plain):
        project.page(0).parent.mkdir(parents=True)
    made = {number: Writer(number, library).questionnaire() for number in range(count)}
    for number, questionnaire in made.items():
        ours.page(number).write_text(as_yaml(questionnaire), encoding="utf-8")
        plain.page(number).write_text(as_markdown(questionnaire, library), encoding="utf-8")
    _finish_ours(ours)
    _finish_plain(plain, made)
    return ours, plain


def _settings() -> dict[str, Any]:
    """Return this repository's settings, with the pages that both projects have."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        settings = yaml_load(file)
    return settings | {"nav": [{"Home": "index.md"}, {"Questionnaires": OVERVIEW}]}


def _finish_ours(project: Project) -> None:
    """Give our project its hooks, its library and the pages that list the questionnaires."""
    without_sources = shutil.ignore_patterns("__pycache__", "browser")
    shutil.copytree(ROOT / "hooks", project.folder / "hooks", ignore=without_sources)
    shutil.copytree(ROOT / "assessments" / "library", project.folder / "assessments" / "library")
    _write(project, _settings(), "# Questionnaires\n\n<!-- questionnaires -->\n")


def _finish_plain(project: Project, made: dict[int, dict[str, Any]]) -> None:
    """Give the plain project the same navigation and the same list, written by hand."""
    settings = _settings()
    ours_only = {"hooks", "watch"}
    settings = {key: value for key, value in settings.items() if key not in ours_only}
    settings["nav"][1]["Questionnaires"] = [OVERVIEW, *navigation(made)]
    listed = [f"- [{made[n]['title']}]({name(n)}.md): {made[n]['summary']}" for n in made]
    _write(project, settings, "# Questionnaires\n\n" + "\n".join(listed) + "\n")


def _write(project: Project, settings: dict[str, Any], overview: str) -> None:
    """Write the settings and the two hand-written pages."""
    text = yaml.safe_dump(settings, sort_keys=False, allow_unicode=True)
    (project.folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    docs = project.folder / "docs"
    (docs / "assessments").mkdir(parents=True, exist_ok=True)
    (docs / "index.md").write_text(HOME, encoding="utf-8")
    (docs / OVERVIEW).write_text(overview, encoding="utf-8")


def navigation(made: dict[int, dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the navigation as our site has it: by audience, in sections of fifty by title."""
    groups: dict[str, list[dict[str, str]]] = {}
    for number in sorted(made, key=lambda n: str(made[n]["title"]).casefold()):
        entry = {made[number]["title"]: f"assessments/{name(number)}.md"}
        groups.setdefault(made[number]["audience"], []).append(entry)
    return [{audience: _sections(entries)} for audience, entries in sorted(groups.items())]


def _sections(entries: list[dict[str, str]]) -> list[Any]:
    """Return the entries, in sections where they are more than one section holds."""
    if len(entries) <= SECTION:
        return entries
    sections = [entries[start : start + SECTION] for start in range(0, len(entries), SECTION)]
    return [{f"{min(each[0])} – {min(each[-1])}": each} for each in sections]
