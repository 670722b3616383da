"""What is known of an inspected file; as machines read it, `inspect.schema.json` lies beside."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from r57plans.findings import Language, Message, Report
from r57plans.model.proposal import Proposal
from r57plans.word.traces import Traces

Kind = Literal["document", "remains", "clean", "template", "other"]
Compared = Literal["nothing", "values", "all"]
KINDS: dict[Kind, Message] = {
    "document": Message(
        "Văn bản do r57plans tạo ra từ một kế hoạch.", "A document that r57plans made from a plan."
    ),
    "remains": Message(
        "Tệp còn dấu vết của một kế hoạch, nhưng không còn bản kê nói đó là kế hoạch nào.",
        "A file with remains of a plan, but without the manifest that says of which.",
    ),
    "clean": Message(
        "Văn bản theo mẫu của r57plans, không có dữ liệu ẩn: không biết từ kế hoạch nào.",
        "A document in the styles of r57plans with nothing hidden: of which plan is unknown.",
    ),
    "template": Message(
        "Mẫu văn bản (có thẻ cho máy điền), chưa phải văn bản.",
        "A template with tags to be filled, no document yet.",
    ),
    "other": Message("Tệp không phải do r57plans tạo ra.", "No file that r57plans made."),
}
"""The kinds of files, with the sentence that says so."""


@dataclass(frozen=True, slots=True)
class Origin:
    """From what a document was made, as its manifest says.

    `document` is its name in the plan and `title` what it is called; `template` the shipped
    template's file name, "" where it is another one or of another version. `same_plan` and
    `same_print` say whether a given plan is still that plan, and whether it prints what the
    manifest says; None where that was not asked or cannot be known. The manifest is `intact` where
    it matches its own hash.
    """

    tool: str
    catalogue: str
    plan_hash: str
    document: str
    title: Message
    language: str
    template_hash: str
    template: str
    printed: int
    intact: bool = True
    same_plan: bool | None = None
    same_print: bool | None = None


@dataclass(frozen=True, slots=True)
class Inspected:
    """A file as it was found; `changed` is what was changed by hand since it was made.

    `compared` says how that is known: the values printed of the plan alone, or all the words of
    the document. What has no manifest is compared with the plan that was given.
    """

    kind: Kind
    origin: Origin | None
    traces: Traces
    changed: tuple[Proposal, ...]
    compared: Compared
    findings: Report

    @property
    def is_changed(self) -> bool:
        """Whether anything in it is not as it was made, be it only a comment."""
        return bool(self.changed or self.traces.changes or self.traces.comments)


def as_dict(found: Inspected, language: Language) -> dict[str, Any]:
    """The file as machines read it (`inspect --format json`)."""
    origin = found.origin
    return {
        "kind": found.kind,
        "origin": None
        if origin is None
        else asdict(origin) | {"title": origin.title.say(language)},
        "changed": found.is_changed,
        "compared": found.compared,
        "changes": [_change(each) for each in found.changed],
        "traces": asdict(found.traces),
        "findings": [each.as_dict(language) for each in found.findings],
    }


def _change(proposal: Proposal) -> dict[str, Any]:
    return {
        "kind": proposal.kind,
        "path": proposal.path,
        "task": proposal.task,
        "target": proposal.target,
        "field": proposal.field,
        "old": "; ".join(proposal.old),
        "new": "; ".join(proposal.new),
        "row": {name: "; ".join(texts) for name, texts in proposal.row},
        "trace": proposal.trace,
        "confidence": proposal.confidence,
        "author": proposal.source.author,
        "date": proposal.source.date,
    }
