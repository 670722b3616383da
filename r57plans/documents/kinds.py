"""The kinds of documents that a plan gives: what each is made of, as one table.

A new kind is an entry here, a view function in `r57plans/view`, and an outline in
`templates/source` with its line in `r57plans/word/maker/build.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from r57plans.checks import DOCUMENT_RULES, RULES, Rule
from r57plans.documents.acts import (
    ISSUING_DECISION,
    act_of_cover,
    committee_of,
    no_committee,
    no_cover,
    no_leads,
    submitter_of,
)
from r57plans.documents.particulars import Usual
from r57plans.documents.progress import PATTERN, PROGRESS_REPORT, needs_status, no_report
from r57plans.findings import Finding, Language, Message
from r57plans.model.base import Text
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan
from r57plans.model.registers import LayoutName, Registers
from r57plans.view import Seen, view_of
from r57plans.view.others import (
    committee_decision_view,
    issuing_decision_view,
    submission_view,
    task_sheets_view,
)

ACTION_PLAN = "action-plan"


ViewMaker = Callable[[Plan, Plan, Catalogue, Registers, Language], Seen]
"""Makes a view of the plan, given also the plan as the document sees it (`Plan.of_document`)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    `id` names it on the command line, under `documents` in a plan and in file names; where there
    may be several of a kind, `pattern` is the regular expression of their ids. Without `usual` it
    has the action plan's own particulars; with it, those at `documents.<id>`, completed. `lacks`
    says what a plan must have for it and has not. `template` is `id` unless given. `attaches`
    names the document that follows in the same file, where both have one layout.
    """

    id: str
    title: Message
    view: ViewMaker
    usual: Usual | None = None
    pattern: str = ""
    template: str = ""
    layouts: tuple[LayoutName, ...] = ("party", "state")
    rules: tuple[Rule, ...] = DOCUMENT_RULES
    lacks: Callable[[Plan], Finding | None] = lambda _plan: None
    attaches: str = ""

    def is_named(self, name: str) -> bool:
        """Whether a document of that name is of this kind."""
        return re.fullmatch(self.pattern or re.escape(self.id), name) is not None


def _action_plan(
    plan: Plan, _own: Plan, catalogue: Catalogue, registers: Registers, language: Language
) -> Seen:
    return view_of(plan, catalogue, registers, language)


KINDS: tuple[Kind, ...] = (
    Kind(
        ACTION_PLAN,
        Message("Chương trình, kế hoạch hành động", "Action plan"),
        view=_action_plan,
        rules=RULES,
    ),
    Kind(
        "committee-decision",
        Message("Quyết định thành lập Ban Chỉ đạo", "Decision on the steering committee"),
        view=committee_decision_view,
        usual=Usual(
            "QĐ",
            issuer=committee_of,
            recipients=(Text(vi="Như Điều 4", en="As in Article 4"),),
            opening="list",
        ),
        layouts=("party",),
        lacks=no_committee,
    ),
    Kind(
        ISSUING_DECISION,
        Message("Quyết định ban hành kế hoạch", "Decision that issues the plan"),
        view=issuing_decision_view,
        usual=Usual(
            "QĐ",
            implied=act_of_cover,
            recipients=(Text(vi="Như Điều 3", en="As in Article 3"),),
            opening="list",
        ),
        lacks=no_cover,
        attaches=ACTION_PLAN,
    ),
    Kind(
        "submission",
        Message("Tờ trình ban hành kế hoạch", "Submission of the draft plan"),
        view=submission_view,
        usual=Usual(
            "TTr",
            issuer=submitter_of,
            recipients=(Text(vi="Như trên", en="As above"),),
        ),
    ),
    Kind(
        "task-sheets",
        Message("Phiếu nhiệm vụ của từng cơ quan chủ trì", "Task sheets, one for each lead"),
        view=task_sheets_view,
        rules=RULES,
        lacks=no_leads,
    ),
    Kind(
        PROGRESS_REPORT,
        Message("Báo cáo kết quả thực hiện", "Progress report"),
        view=no_report,
        usual=Usual("BC"),
        pattern=PATTERN,
        lacks=needs_status,
    ),
)
DOCUMENTS = tuple(kind.id for kind in KINDS)


def kind_of(name: str, kinds: tuple[Kind, ...] = KINDS) -> Kind | None:
    """The kind of the document of that name; None where no kind has such a name."""
    return next((kind for kind in kinds if kind.is_named(name)), None)
