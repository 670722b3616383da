"""What was proposed and what came of it, as the two columns of the table say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from r57plans.findings import Language, Message
from r57plans.language import capital_first, keep_together, small_first
from r57plans.model.proposal import Proposal
from r57plans.model.proposal_words import field_words, part_words
from r57plans.opinions.decided import Decided
from r57plans.opinions.passages import differing, one_text, passages
from r57plans.opinions.places import Places, quoted

_TAKEN = Message("Tiếp thu.", "Accepted.")
_NOT_TAKEN = Message("Giữ nguyên như dự thảo.", "Kept as in the draft.")
_PARTLY = Message("Tiếp thu một phần:", "Accepted in part:")
_REASON = Message("Lý do: ", "Reason: ")
_BLANK = "…"


@dataclass(frozen=True, slots=True)
class Wording:
    """Says proposals and answers in one language."""

    places: Places

    @property
    def language(self) -> Language:
        """The language of the table."""
        return self.places.language

    def proposed(self, decided: Sequence[Decided]) -> list[str]:
        """The lines of one opinion: what it speaks of, then each point; one line where it can."""
        points = [self._point(each.proposal) for each in decided]
        head = self._head(decided[0].proposal)
        if len(points) == 1:
            said = [f"{head}: {points[0]}" if head else points[0]]
        else:
            dashed = [f"- {capital_first(point)}" for point in points]
            said = [f"{head}:", *dashed] if head else dashed
        return [keep_together(line) for line in said]

    def answered(self, decided: Sequence[Decided]) -> list[str]:
        """The lines of the answer: once where it is the same to all points, else to each."""
        answers = [self._answer(each) for each in decided]
        if len(set(answers)) == 1:
            return [answers[0]]
        head = [self._say(_PARTLY)] if {each.taken for each in decided} >= {True, False} else []
        points = zip(decided, answers, strict=True)
        return [*head, *(self._about(each.proposal, said) for each, said in points)]

    def _head(self, proposal: Proposal) -> str:
        return "" if proposal.row else self.places.subject(proposal)

    def _about(self, proposal: Proposal, answer: str) -> str:
        """`- Thời hạn: tiếp thu.`: the answer with the point to which it is one."""
        note = proposal.kind == "note"
        named = self._t("ý kiến", "comment") if note else self._named(proposal)
        return f"- {capital_first(named)}: {small_first(answer)}" if named else f"- {answer}"

    def _answer(self, decided: Decided) -> str:
        reason = decided.reason
        said = reason if isinstance(reason, str) else reason.say(self.language)
        if decided.taken is None:
            return said or _BLANK
        if decided.taken:
            return f"{self._say(_TAKEN)} {said}".strip()
        return f"{self._say(_NOT_TAKEN)} {self._say(_REASON)}{said or _BLANK}"

    def _point(self, proposal: Proposal) -> str:
        match proposal.kind:
            case "add":
                return self._added(proposal)
            case "remove" if proposal.task or proposal.target:
                return self._t("đề nghị bỏ.", "to be dropped.")
            case "remove":
                said = quoted(one_text(proposal.old))
                return self._t(f"đề nghị bỏ {said}.", f"{said} to be dropped.")
            case "note":
                said = f"“{one_text(proposal.new)}”"
                return self._t("ý kiến: ", "comment: ") + said if proposal.path else said
        return self._changed(proposal)

    def _added(self, proposal: Proposal) -> str:
        """A new row: its text, then what else was filled in; or a new paragraph."""
        if not proposal.row:
            quote = f"“{one_text(proposal.new).rstrip('.')}”"
            what = " ".join(filter(None, (self._named(proposal), quote)))
            return self._t(f"bổ sung {what}.", f"to be added: {what}.")
        texts = {name: one_text(said) for name, said in proposal.row}
        text = texts.pop("text", "") or texts.pop("name", "")
        named = ((self._say(field_words(name)), said) for name, said in texts.items() if said)
        rest = [f"{name}: {said}" for name, said in named if name]
        lead = self._t("Bổ sung nhiệm vụ: ", "A new task: ")
        if proposal.path.startswith("target/"):
            lead = self._t("Bổ sung chỉ tiêu: ", "A new target: ")
        return lead + "; ".join((f"“{text}”", *rest)) + "."

    def _changed(self, proposal: Proposal) -> str:
        old, new = passages(*differing(proposal.old, proposal.new))
        named = self._named(proposal)
        lead = f"{named}, " if named else ""
        if not old:
            return self._t(f"{lead}bổ sung “{new}”.", f"{lead}to be added: “{new}”.")
        if not new:
            return self._t(f"{lead}bỏ “{old}”.", f"{lead}to be deleted: “{old}”.")
        return self._t(
            f"{lead}sửa “{old}” thành “{new}”.", f"{lead}“{old}” to be changed to “{new}”."
        )

    def _named(self, proposal: Proposal) -> str:
        """The field of a task or target, or what it is within its section."""
        of_record = proposal.task or proposal.target
        return self._say(field_words(proposal.field) if of_record else part_words(proposal.path))

    def _say(self, message: Message) -> str:
        return message.say(self.language)

    def _t(self, vi: str, en: str) -> str:
        return self._say(Message(vi, en))
