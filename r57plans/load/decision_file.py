"""An office's file of decisions on merged plans."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from r57plans.errors import LoadError
from r57plans.findings import Report
from r57plans.load.files import read_file
from r57plans.load.plan_file import filled
from r57plans.load.shapes import shape_findings
from r57plans.load.structure import repeated_ids
from r57plans.load.yaml_source import read_yaml
from r57plans.model.decision import Decisions

_FAMILY = "decisions"
_DECISIONS: TypeAdapter[Decisions] = TypeAdapter(Decisions)


def load_decisions(path: Path | str) -> Decisions:
    """The decisions in a file; raises LoadError with every fault, also for a missing file."""
    return parse_decisions(read_file(path, _FAMILY), str(path))


def parse_decisions(data: bytes, file: str = "decisions.yaml") -> Decisions:
    """`load_decisions` for bytes at hand; `file` is the name that findings say."""
    source = filled(read_yaml(data, file, family=_FAMILY))
    if source.data is None:
        raise LoadError(source.report)
    report = source.report + Report.of(repeated_ids(source, "decisions", _FAMILY))
    made = None
    try:
        made = _DECISIONS.validate_python(source.data)
    except ValidationError as error:
        report += Report.of(shape_findings(error, source, _DECISIONS, _FAMILY))
    if made is None or report.errors:
        raise LoadError(report)
    return made.at({n: source.place(("decisions", n)) for n in range(len(made.decisions))})
