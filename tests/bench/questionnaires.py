"""Made-up questionnaires for the benchmark, as long and as varied as real ones.

Each has twenty questions of several types and guidance for every band. Hardly two sentences are
the same, so that a build which remembers what it has rendered gains nothing here. The same number
always gives the same questionnaire.
"""

import random
from pathlib import Path
from typing import Any

import yaml

from rapport.lint_wording import LONG

HERE = Path(__file__).parent
PHRASES: dict[str, list[str]] = yaml.safe_load((HERE / "phrases.yml").read_bytes())
AUDIENCES = ("individual", "team", "customer")
SCALE = "how-often"
BALANCE = "give-and-take"


class Library:
    """What a questionnaire may name, read from the real `assessments/library/`."""

    def __init__(self, folder: Path) -> None:
        read = {path.stem: yaml.safe_load(path.read_bytes()) for path in folder.glob("*.yml")}
        self.steps = {scale["id"]: scale["steps"] for scale in read["scales"]}
        self.bands = {bands["id"]: bands["levels"] for bands in read["bands"]}
        self.levels = self.bands[next(s["bands"] for s in read["scales"] if s["id"] == SCALE)]
        self.practices = self._ids(read["principles"], "practices")
        self.warnings = self._ids(read["principles"], "warnings")
        self.principles = sorted(self.practices.keys() & self.warnings.keys())

    def _ids(self, principles: list[Any], key: str) -> dict[str, list[str]]:
        """Return the ids below `key` by principle, leaving out principles without any."""
        return {p["id"]: [each["id"] for each in p[key]] for p in principles if p.get(key)}


class Writer:
    """Writes one questionnaire."""

    def __init__(self, number: int, library: Library) -> None:
        self.number = number
        self.library = library
        self.random = random.Random(f"questionnaire {number}")

    def questionnaire(self) -> dict[str, Any]:
        """Return the questionnaire as it stands in YAML."""
        nouns = self.random.sample(PHRASES["noun"], 5)
        principles = self.random.sample(self.library.principles, 4)
        return {
            "title": f"{nouns[4]} and what comes of it, {self.number}",
            "summary": self.sentence(),
            "audience": AUDIENCES[self.number % len(AUDIENCES)],
            "fits": "both",
            "private": True,
            "minutes": 7,
            "intro": "\n\n".join(self.paragraph() for _ in range(3)),
            "period": "Over the past four weeks",
            "scale": SCALE,
            "result": "profile",
            "dimensions": [
                self.dimension(index, noun, principle)
                for index, (noun, principle) in enumerate(zip(nouns[:4], principles, strict=True))
            ],
            "unscored": [self.choice(), self.balance(), self.checklist(), *self.texts()],
        }

    def dimension(self, index: int, noun: str, principle: str) -> dict[str, Any]:
        """Return one of the dimensions: four in all, with fifteen questions together."""
        count = 3 if index == 3 else 4
        return {
            "id": f"part-{index + 1}",
            "title": noun,
            "principle": principle,
            "guidance": {level["id"]: self.paragraph() for level in self.library.levels},
            "questions": [self.scaled(f"q-{index}-{n}", principle) for n in range(count)],
        }

    def scaled(self, id_: str, principle: str) -> dict[str, Any]:
        """Return a question on the default scale; one in four has help."""
        question = {
            "id": id_,
            "ask": self.sentence(),
            "practice": self.random.choice(self.library.practices[principle]),
            "warning": self.random.choice(self.library.warnings[principle]),
        }
        return question | ({"help": self.sentence()} if self.random.random() < 0.25 else {})

    def choice(self) -> dict[str, Any]:
        """Return a choice that flags a dimension."""
        actions = self.random.sample(PHRASES["action"], 4)
        choices: list[dict[str, Any]] = [
            {"id": f"way-{n}", "label": f"I {each}", "describe": self.sentence()}
            for n, each in enumerate(actions)
        ]
        choices[0]["flag"] = {"dimension": "part-1", "because": self.sentence()}
        asked = {"id": "which-way", "type": "choice", "ask": self.question(), "choices": choices}
        return asked | {"principle": self.random.choice(self.library.principles)}

    def balance(self) -> dict[str, Any]:
        """Return a question whose best answer is in the middle."""
        asked = {"id": "limits", "type": "balance", "scale": BALANCE, "ask": self.question()}
        return asked | {"principle": self.random.choice(self.library.principles)}

    def checklist(self) -> dict[str, Any]:
        """Return a list of what stood in the way."""
        labels = self.random.sample(PHRASES["moment"], 6)
        items = [{"id": f"thing-{n}", "label": label} for n, label in enumerate(labels)]
        ask = self.question()
        return {"id": "in-the-way", "type": "checklist", "ask": ask, "items": items}

    def texts(self) -> list[dict[str, Any]]:
        """Return two questions to think about."""
        return [{"id": f"think-{n}", "type": "text", "ask": self.question()} for n in range(2)]

    def moment(self) -> str:
        """Return a clause that says when."""
        return self.random.choice(PHRASES["moment"])

    def action(self) -> str:
        """Return a clause that says what was done."""
        pick = self.random.choice
        return f"I {pick(PHRASES['action'])} {pick(PHRASES['reason'])}"

    def sentence(self) -> str:
        """Return a statement, no longer than the lint likes it."""
        said = f"When {self.moment()}, {self.action()}."
        return said if len(said.split()) <= LONG else self.sentence()

    def question(self) -> str:
        """Return a question that is not a statement."""
        said = f"When {self.moment()}, {self.action()}: why?"
        return said if len(said.split()) <= LONG else self.question()

    def paragraph(self) -> str:
        """Return two pieces of advice; one paragraph in ten has an emphasis."""
        pick = self.random.choice
        text = " ".join(
            f"{pick(PHRASES['advice'])} {pick(PHRASES['action'])} {pick(PHRASES['reason'])},"
            f" above all when {self.moment()}."
            for _ in range(2)
        )
        return text.replace("you", "*you*", 1) if self.random.random() < 0.1 else text


def as_yaml(questionnaire: dict[str, Any]) -> str:
    """Return the file that a contributor would have written."""
    return yaml.safe_dump(questionnaire, sort_keys=False, allow_unicode=True, width=100)


def as_markdown(questionnaire: dict[str, Any], library: Library) -> str:
    """Return the same text as a plain page: title, intro, questions, labels, guidance.

    A question is a heading, for only what is below a heading can be found by search, and each of
    our questions can be found.
    """
    lines = [f"# {questionnaire['title']}", questionnaire["summary"], questionnaire["intro"]]
    lines.append(questionnaire["period"])
    for dimension in questionnaire["dimensions"]:
        lines.append(f"## {dimension['title']}")
        for question in dimension["questions"]:
            lines += _asked(question, library)
        for level in library.levels:
            lines.append(f"**{level['words']}.** {dimension['guidance'][level['id']]}")
    lines.append("## Questions to think about")
    for question in questionnaire["unscored"]:
        lines += _asked(question, library)
    return "\n\n".join(lines) + "\n"


def _asked(question: dict[str, Any], library: Library) -> list[str]:
    """Return a question with what can be answered, as blocks of Markdown."""
    listed = question.get("choices", []) + question.get("items", [])
    labels = [" ".join([each["label"], each.get("describe", "")]).strip() for each in listed]
    flags = [each["flag"]["because"] for each in listed if "flag" in each]
    kind = question.get("type", "scale")
    if kind in {"scale", "balance"}:
        labels = library.steps[question.get("scale", SCALE)]
    blocks = [f"### {question['ask']}", question.get("help", "")]
    blocks += ["\n".join(f"- {label}" for label in labels), *flags]
    return [block for block in blocks if block]
