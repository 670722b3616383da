"""What a proposal speaks of, in words: which task, target or section, and which field of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from r57plans.findings import Language, Message
from r57plans.language import capital_first, plain
from r57plans.model.proposal import Proposal
from r57plans.model.proposal_words import SECTIONS, section_words
from r57plans.view import View

_ELSEWHERE = Message("Nội dung khác", "Other contents")
_GENERAL = Message("Ý kiến chung", "In general")
_WORDING = Message("Câu chữ chung của văn bản", "Wording of the document")
_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Places:
    """Names places as the printed document does: tasks by the number that the reader sees."""

    tasks: Mapping[str, str]
    targets: Mapping[str, str]
    language: Language

    @classmethod
    def of(cls, view: View, language: Language) -> Places:
        """The names of all tasks and targets of a plan."""
        tasks = {task.id: _numbered(task.number, task.title or task.text) for task in view.tasks}
        targets = {target.id: quoted(target.name) for target in view.targets}
        return cls(tasks, targets, language)

    def subject(self, proposal: Proposal) -> str:
        """`Nhiệm vụ 12 “Ban hành đề án …”`, `Chỉ tiêu “…”`, or the section's name."""
        if proposal.task:
            said = self.tasks.get(proposal.task, proposal.task)
            return f"{Message('Nhiệm vụ', 'Task').say(self.language)} {said}"
        if proposal.target:
            said = self.targets.get(proposal.target, proposal.target)
            return f"{Message('Chỉ tiêu', 'Target').say(self.language)} {said}"
        if proposal.kind == "fixed":
            return _WORDING.say(self.language)
        if not proposal.path:
            return _GENERAL.say(self.language)
        said = section_words(proposal.path).say(self.language)
        return capital_first(said) or _ELSEWHERE.say(self.language)

    def order(self, proposal: Proposal) -> tuple[int, int]:
        """By what to sort: where it stands in the document; new tasks follow the one above."""
        sections, tasks = [*SECTIONS], [*self.tasks]
        near = proposal.task or proposal.after
        if near or proposal.kind == "add":
            return sections.index("group"), tasks.index(near) if near in tasks else len(tasks)
        if proposal.target:
            targets = [*self.targets]
            known = proposal.target in targets
            return sections.index("target"), targets.index(proposal.target) if known else 0
        named = (n for n, name in enumerate(sections) if _is_under(proposal.path, name))
        return next(named, len(sections)), 0


def _is_under(path: str, name: str) -> bool:
    return path == name or path.startswith(f"{name}/")


def _numbered(number: str, title: object) -> str:
    return " ".join(filter(None, (number, quoted(title))))


def quoted(title: object) -> str:
    """`“Ban hành đề án …”`: a text, or its first words; "" for none."""
    said = plain(str(title)).strip().rstrip(".;,:")
    if len(said) > _LONGEST_TITLE:
        said = f"{said[:_LONGEST_TITLE].rpartition(' ')[0]} …"
    return f"“{said}”" if said else ""
