"""The particulars of the plan's documents, and the committee that one of them sets up."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.diff.fields import Field, compared, walk
from r57plans.diff.items import Items, scalar_item
from r57plans.diff.spot import Path, Spot
from r57plans.diff.teller import Teller
from r57plans.diff.version import Version
from r57plans.diff.words import same
from r57plans.documents.kinds import kind_of
from r57plans.findings import Message
from r57plans.model.change import NOTHING, Change
from r57plans.model.document import Committee, Marks, Particulars
from r57plans.view.names import implied_issuer

FIELDS = (
    Field("type", "document.type", Version.document_type),
    Field("symbol", "document.symbol"),
    Field("number", "document.number"),
    Field("date", "document.date"),
    Field("place", "document.place"),
    Field("status", "document.status"),
    Field("draft_no", "document.draft-no"),
    Field("opening", "document.opening"),
    Field("title", "document.title"),
    Field("parents", "document.parents"),
    Field("bases", "document.bases"),
    Field("replaces", "document.replaces"),
    Field("amends", "document.amends"),
    Field("cover", "document.cover"),
    Field("superior", "document.superior"),
    Field("signer", "document.signer"),
    Field("recipients", "document.recipients"),
    Field("to", "document.to", Version.actor),
)
"""The fields that are compared as they stand."""
OWN_WAY = ("issuer", "marks")
"""The fields that have a function below each."""
MARKS = (Field("urgency", "document.urgency", Version.urgency),)

COMMITTEE = (
    Field("deputies", "committee.deputies"),
    Field("members", "committee.members"),
    Field("standing_agency", "committee.standing-agency", Version.body),
    Field("working_rules", "committee.working-rules"),
    Field("council", "committee.council"),
    Field("composition", "committee.composition"),
)
HEAD = Field("head", "committee.head")
COMMITTEE_OWN_WAY = ("head", "working_group")
GROUP = (
    Field("lead", "committee.group-lead"),
    Field("members", "committee.group-members", Version.body),
)
_COMMITTEE_SUBJECT = Message("Ban Chỉ đạo", "The steering committee")


def document_changes(teller: Teller) -> Iterator[Change]:
    """The plan's own particulars, then those of its other documents."""
    old, new = teller.old.plan, teller.new.plan
    subject = teller.new.document_type(new.document.type).words
    spot = _spot(subject, ("document",), ("document",), "document/")
    issuers = _issuer(teller.old), _issuer(teller.new)
    yield from compared(teller, spot, "issuer", "document.issuer", *issuers)
    yield from _particulars(teller, spot, old.document, new.document)
    for name in dict.fromkeys((*new.documents, *old.documents)):
        yield from _other(teller, name, old.documents.get(name), new.documents.get(name))


def _spot(subject: Message, old: Path | None, new: Path | None, prefix: str) -> Spot:
    return Spot(subject, old, new, prefix, blanks={"document": subject})


def _issuer(version: Version) -> Items:
    """Who issues the plan: as it says, or as its province and unit imply."""
    plan, registers = version.plan, version.case.registers
    name = plan.document.issuer or implied_issuer(plan, registers)
    return (scalar_item(name, version.sayer.issuer(name)),)


def _other(
    teller: Teller, name: str, old: Particulars | None, new: Particulars | None
) -> Iterator[Change]:
    kind = kind_of(name)
    subject = same(name)
    if kind:
        given = "" if kind.id == name else f" ({name.removeprefix(f'{kind.id}-')})"
        subject = Message(f"{kind.title.vi}{given}", f"{kind.title.en}{given}")
    path = ("documents", name)
    spot = _spot(subject, path if old else None, path if new else None, f"documents/{name}/")
    if old is None or new is None:
        rule = "document.added" if new else "document.removed"
        values = (NOTHING, subject) if new else (subject, NOTHING)
        yield from teller.tell(rule, spot, "", *values)
        return
    named = (Field("issuer", "document.issuer"),)
    yield from walk(teller, spot, named, old, new)
    yield from _particulars(teller, spot, old, new)


def _particulars(
    teller: Teller, spot: Spot, old: Particulars, new: Particulars
) -> Iterator[Change]:
    yield from walk(teller, spot, FIELDS, old, new)
    before, after = (marks if marks else Marks() for marks in (old.marks, new.marks))
    for field in MARKS:
        items = field.items(teller.old, before), field.items(teller.new, after)
        where = ("marks", field.name)
        yield from compared(teller, spot, "marks/urgency", field.family, *items, where)


def committee_changes(teller: Teller) -> Iterator[Change]:
    """The steering committee: whether there is one, and who sits in it."""
    old, new = teller.old.plan.committee, teller.new.plan.committee
    path = ("committee",)
    spot = Spot(_COMMITTEE_SUBJECT, path if old else None, path if new else None, "committee/")
    if old and new:
        yield from _head(teller, spot, old, new)
        yield from walk(teller, spot, COMMITTEE, old, new)
        yield from _group(teller, spot, old, new)
    elif old:
        said = teller.old.sayer.say(old.head)
        yield from teller.tell("committee.removed", spot, "", said, NOTHING)
    elif new:
        said = teller.new.sayer.say(new.head)
        yield from teller.tell("committee.added", spot, "", NOTHING, said)


def _head(teller: Teller, spot: Spot, old: Committee, new: Committee) -> Iterator[Change]:
    """Another head, or the same post whose name is filled in."""
    same_post = old.head.role == new.head.role and old.head.standing == new.head.standing
    if same_post and bool(old.head.name) != bool(new.head.name):
        values = teller.old.sayer.say(old.head), teller.new.sayer.say(new.head)
        where = (HEAD.name,)
        rule = teller.rule(HEAD.family, "named" if new.head.name else "unnamed")
        yield from teller.tell(rule, spot, HEAD.name, *values,
                               old_path=where, new_path=where)  # fmt: skip
    else:
        yield from walk(teller, spot, (HEAD,), old, new)


def _group(teller: Teller, spot: Spot, old: Committee, new: Committee) -> Iterator[Change]:
    """The working group; one that is not there has neither lead nor members."""
    for field in GROUP:
        before, after = (
            field.items(version, group) if group else ()
            for version, group in (
                (teller.old, old.working_group),
                (teller.new, new.working_group),
            )
        )
        name, where = f"working_group/{field.name}", ("working_group", field.name)
        yield from compared(teller, spot, name, field.family, before, after, where)
