"""Edits that come back, from Word to the plan; the room itself is the verb.

from r57plans import pull

found = pull("edited.docx", plan="plan.yaml")
for proposal in found.proposals:
    print(proposal.id, proposal.old, proposal.new)
Path("new.yaml").write_text(found.apply(found.chosen(["all"])).text, "utf-8")
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

from r57plans.load.plan_text import PlanText
from r57plans.pull.apply import Applied, apply
from r57plans.pull.merging import Conflict
from r57plans.pull.pulling import Pulled, pull
from r57plans.pull.reading import Read, read_proposals
from r57plans.pull.rebuild import plan_of

__all__ = [
    "Applied",
    "Conflict",
    "Pulled",
    "Read",
    "apply",
    "plan_of",
    "pull",
    "read_proposals",
]


class _Verb(ModuleType):
    """`r57plans.pull` is a room and a function: loading a module sets its name in the package."""

    def __call__(self, *files: Path | str, plan: Path | str | PlanText | None = None) -> Pulled:
        """See `pulling.pull`."""
        return pull(*files, plan=plan)


sys.modules[__name__].__class__ = _Verb
