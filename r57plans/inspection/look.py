"""Looking into a Word file: its manifest, what is left of the plan in it, and what was edited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from r57plans.documents import ACTION_PLAN, build, kind_of
from r57plans.documents.templates import shipped_by_hash
from r57plans.errors import LoadError, RefusedError
from r57plans.findings import Finding, Language, Message, Place, Report
from r57plans.inspection.shape import Compared, Inspected, Kind, Origin
from r57plans.load import load_catalogue
from r57plans.model.plan import Plan
from r57plans.model.proposal import Proposal
from r57plans.pull.reading import read_proposals
from r57plans.word.manifest import Manifest, read_manifest
from r57plans.word.traces import Traces, traces_of

_LANGUAGES: tuple[Language, ...] = ("vi", "en")
_NOTHING = Message("", "")


def inspect(data: bytes, plan: Plan | None = None, name: str = "") -> Inspected:
    """What a Word file is and what happened to it.

    With `plan` it is also held against what that plan prints today: a document if it is still the
    plan that it was made from, and anything without a manifest, such as a table pasted into a new
    document. A manifest that says otherwise is told; it shows accident, not malice: whoever edits
    a file can edit it too. Raises WordFileError for what is no sound Word file.
    """
    traces, manifest = traces_of(data, name), read_manifest(data)
    if manifest is None:
        return _without_manifest(data, traces, plan, name)
    origin = _origin(manifest)
    today = None
    if plan is not None:
        same = plan.hash == manifest.facts.plan_hash
        document, language = manifest.facts.document, _language(manifest)
        today = _printed_today(plan, document, language) if same else None
        origin = replace(origin, same_plan=same, same_print=_prints_the_same(manifest, today))
    whole = _prints_the_same(manifest, today) is not None
    changed, said = _changed(data, today if whole else None, name)
    findings = Report.of([*_findings(origin, name), *said])
    compared: Compared = "all" if whole else "values"
    return Inspected("document", origin, traces, changed, compared, findings)


def _without_manifest(data: bytes, traces: Traces, plan: Plan | None, name: str) -> Inspected:
    findings = (replace(_MANIFEST_DAMAGED, place=Place(name)),) if traces.has_manifest else ()
    for language in _LANGUAGES:
        today = None if plan is None else _printed_today(plan, ACTION_PLAN, language)
        told = None if today is None else read_manifest(today)
        if told is None:
            break
        try:
            read = read_proposals(data, told.printed, name, printed_file=today)
        except RefusedError:
            continue
        found = Report.of([*findings, *read.findings])
        kind: Kind = "clean" if _kind(traces) == "clean" else "remains"
        return Inspected(kind, None, traces, read.proposals, "values", found)
    return Inspected(_kind(traces), None, traces, (), "nothing", Report.of(findings))


def _kind(traces: Traces) -> Kind:
    """What a file is that says nothing of its origin."""
    if traces.controls or traces.bookmarks or traces.has_manifest:
        return "remains"
    if traces.tags:
        return "template"
    return "clean" if traces.styled else "other"


def _origin(manifest: Manifest) -> Origin:
    facts = manifest.facts
    kind = kind_of(facts.document)
    return Origin(
        tool=facts.tool,
        catalogue=facts.catalogue,
        plan_hash=facts.plan_hash,
        document=facts.document,
        title=kind.title if kind else _NOTHING,
        language=facts.language,
        template_hash=manifest.template_hash,
        template=_template(manifest),
        printed=len(manifest.printed),
        intact=manifest.intact,
    )


def _template(manifest: Manifest) -> str:
    """The file name of the shipped template that the document was made from; "" for another."""
    kind = kind_of(manifest.facts.document)
    if kind is None:
        return ""
    name = kind.template or kind.id
    return shipped_by_hash(manifest.template_hash, name, _language(manifest), kind.layouts)


def _language(manifest: Manifest) -> Language:
    return "en" if manifest.facts.language == "en" else "vi"


def _printed_today(plan: Plan, document: str, language: Language) -> bytes | None:
    """The document as the plan prints it today; None where it gives none."""
    try:
        return build(plan, (language,), (document,)).files[0].data
    except RefusedError:
        return None


def _prints_the_same(manifest: Manifest, today: bytes | None) -> bool | None:
    """Whether the plan prints what the manifest says; None where other makers print otherwise."""
    told = read_manifest(today) if today else None
    if told is None or _makers(told) != _makers(manifest):
        return None
    return told.printed == manifest.printed


def _makers(manifest: Manifest) -> tuple[str, str, str]:
    return manifest.facts.tool, manifest.facts.catalogue, manifest.template_hash


def _changed(
    data: bytes, today: bytes | None, name: str
) -> tuple[tuple[Proposal, ...], tuple[Finding, ...]]:
    """What was changed by hand, and what could not be compared."""
    try:
        read = read_proposals(data, name=name, printed_file=today)
    except RefusedError:
        return (), (replace(_NOTHING_LEFT, place=Place(name)),)
    return read.proposals, tuple(read.findings)


def _findings(origin: Origin, name: str) -> Iterator[Finding]:
    if not origin.intact:
        yield replace(_HASH_DIFFERS, place=Place(name))
    elif origin.same_print is False:
        yield replace(_MANIFEST_ALTERED, place=Place(name))
    yield from _unknown_catalogue(origin.catalogue, name)


def _unknown_catalogue(catalogue: str, name: str) -> Iterator[Finding]:
    """That there is no such catalogue, or no such version of it, in this installation."""
    try:
        load_catalogue(catalogue)
    except LoadError as error:
        for each in error.report:
            yield replace(each, rule="inspect.catalogue", level="note", place=Place(name))


_NOTHING_LEFT = Finding(
    "inspect.nothing-left",
    "warning",
    Message(
        "Bản kê còn, nhưng không còn giá trị nào của kế hoạch trong văn bản.",
        "The manifest is there, but none of the plan's values is left in the text.",
    ),
    Message(
        "Có thể nội dung đã bị xóa hết hoặc thay bằng văn bản khác.",
        "The text was perhaps deleted, or replaced by another document.",
    ),
)
_MANIFEST_DAMAGED = Finding(
    "inspect.manifest-damaged",
    "warning",
    Message(
        "Tệp có bản kê nhưng bản kê không đọc được.", "The file has a manifest that is not sound."
    ),
    Message(
        "Không suy ra được tệp in từ kế hoạch nào; dùng r57plans pull với --plan.",
        "From which plan it was printed cannot be told; use r57plans pull with --plan.",
    ),
)
_HASH_DIFFERS = Finding(
    "inspect.manifest-hash",
    "warning",
    Message(
        "Bản kê không khớp mã kiểm của chính nó: đã bị sửa hoặc hỏng sau khi tạo tệp.",
        "The manifest does not match its own hash: it was altered or damaged after the file was "
        "made.",
    ),
    Message(
        "Những điều bản kê nói (kế hoạch, danh mục, chữ đã in) không còn chắc chắn; nên xin lại "
        "tệp gốc.",
        "What it says of plan, catalogue and printed values is no longer sure; better ask for the "
        "original file.",
    ),
)
_MANIFEST_ALTERED = Finding(
    "inspect.manifest-altered",
    "warning",
    Message(
        "Bản kê nói văn bản in từ đúng kế hoạch này, nhưng kế hoạch in ra các giá trị khác với "
        "bản kê: bản kê đã bị sửa, hoặc văn bản do một bản r57plans khác tạo ra.",
        "The manifest says that the file is from this very plan, but the plan prints other values "
        "than it lists: the manifest was altered, or another build of r57plans made the file.",
    ),
    Message(
        "Đừng chỉ dựa vào phần “đã sửa”; so sánh lại với văn bản tạo mới từ kế hoạch.",
        "Do not rely on what is said to be changed alone; compare with the document built anew.",
    ),
)
