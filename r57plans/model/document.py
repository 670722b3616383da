"""The particulars of one official document: issuer, number, date, parents, signer, recipients."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from r57plans.model.actor import Actors, Person
from r57plans.model.base import (
    BodyName,
    DateOfDocument,
    Frozen,
    Many,
    Name,
    OrBare,
    Text,
    Words,
)

Issuer = Literal[
    "tinh-uy", "thanh-uy", "dang-uy", "ban-chi-dao", "ubnd", "hdnd", "chinh-phu",
    # Who submits a draft to one of these.
    "van-phong-tinh-uy", "van-phong-dang-uy-xa", "so-khoa-hoc-va-cong-nghe",
    "phong-van-hoa-xa-hoi-xa",
]  # fmt: skip
Status = Literal["draft", "signing", "issued"]
Opening = Literal["paragraph", "list"]


class Citation(OrBare):
    """Another official document: one that the catalogue knows by `id`, or one given in full."""

    id: Name | None = None
    number: Words | None = None
    date: DateOfDocument | None = None
    type: Words | None = None
    issuer: Text | None = None
    title: Text | None = None
    province: Name | None = None
    alias: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare_string_is_a_known_document(cls, value: object) -> object:
        return {"id": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _names_something(self) -> Citation:
        if self.id is None and self.number is None and self.title is None:
            raise ValueError("citation_empty")
        return self


class Marks(Frozen):
    """Marks of urgency; secrecy marks are stamps and never printed from a plan."""

    urgency: Literal["khan", "thuong-khan", "hoa-toc"] | None = None


class Cover(Frozen):
    """The act that issues this document as its attachment; its number may still be blank."""

    type: Words
    issuer: Issuer | None = None
    symbol: Words | None = None
    number: Words | None = None
    date: DateOfDocument | None = None


class Signer(Frozen):
    """On whose behalf, and by which post, the document is signed."""

    authority: Name | None = None
    role: Name
    name: Words | None = None


class Particulars(Frozen):
    """What stands around the text of a document."""

    issuer: Issuer | None = None
    type: Words
    symbol: Words | None = None
    number: Words | None = None
    date: DateOfDocument
    place: Text | None = None
    status: Status = "draft"
    draft_no: int | None = Field(default=None, ge=1)
    opening: Opening = "paragraph"
    title: Text | None = None
    parents: Many[Citation] = ()
    bases: Many[Text] = ()
    replaces: Many[Citation] = ()
    amends: Many[Citation] = ()
    marks: Marks = Marks()
    cover: Cover | None = None
    superior: Text | None = None
    signer: Signer | None = None
    recipients: Many[Text] = ()
    to: Actors = ()


class CommitteeGroup(Frozen):
    """The assisting group: who leads it and which bodies sit in it."""

    lead: Person | None = None
    members: Many[BodyName] = ()


class Committee(Frozen):
    """The provincial steering committee; names stay blank unless the office gives them."""

    head: Person
    deputies: Many[Person] = ()
    members: Many[Person] = ()
    standing_agency: BodyName | None = None
    working_group: CommitteeGroup | None = None
    working_rules: Text | None = None
    council: Text | None = None
    composition: Literal["list", "appendix"] | None = None
