"""A commented starter plan for a province: what `r57plans init` writes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from r57plans.findings import Language
from r57plans.load import load_catalogue, load_registers
from r57plans.model.actor import Actor, Person
from r57plans.model.base import DocumentDate, Text
from r57plans.model.catalogue import Catalogue, CatalogueTarget, SubTask
from r57plans.model.plan import FORMAT
from r57plans.model.registers import Province, Registers
from r57plans.model.task import Product
from r57plans.view.names import province_fills
from r57plans.view.phrases import phrase
from r57plans.view.speech import fill
from r57plans.view.targets import measured

_PLAIN = re.compile(r"[^\W\d_][^:#\n\[\]{},&*!|>'\"%@`]*[^\s:#\[\]{},]")
_RESERVED = {"true", "false", "null", "yes", "no", "on", "off"}


@dataclass(frozen=True, slots=True)
class Starter:
    """Writes the starter's text; comments are in the language of the interface."""

    province: Province
    on: DocumentDate
    catalogue: Catalogue
    registers: Registers
    ui: Language

    def lines(self) -> Iterator[str]:
        """The file, line by line."""
        yield from self._head()
        yield from self._document()
        yield from self._context()
        yield from self._committee()
        yield from self._targets()
        yield from self._tasks()
        yield from self._organisation()

    def note(self, vi: str, en: str) -> str:
        """A comment."""
        return f"# {vi if self.ui == 'vi' else en}"

    @property
    def city(self) -> bool:
        """Whether the province is a centrally run city."""
        return self.province.kind == "city"

    def _head(self) -> Iterator[str]:
        name = f"{self.province.vi}" if self.ui == "vi" else self.province.en
        yield self.note(
            f"Kế hoạch khởi đầu của {name}: sửa, thêm, bớt rồi chạy `r57plans build`.",
            f"A starter plan for {name}: edit, add, remove, then run `r57plans build`.",
        )
        yield self.note(
            "Không có số liệu địa phương nào được điền sẵn; chỗ nào trống là chỗ cần điền.",
            "No local figure is filled in; what is blank is for you to give.",
        )
        yield f"format: {FORMAT}"
        yield f"catalogue: {self.catalogue.name}"
        yield f"province: {self.province.id}"
        yield ""

    def _document(self) -> Iterator[str]:
        issuer = "thanh-uy" if self.city else "tinh-uy"
        yield "document:"
        yield f"  issuer: {issuer}"
        yield "  type: CTr                # CTr, KH, NQ, QĐ …"
        yield "  number:                  " + self.note(
            "để trống đến khi ký", "blank until it is signed"
        )
        yield f"  date: {self.on}"
        yield "  status: draft            # draft | signing | issued"
        yield "  draft_no: 1"
        yield "  opening: paragraph       # paragraph | list"
        yield f"  parents: [{self.catalogue.document}]"
        yield "  signer: {authority: ban-thuong-vu, role: bi-thu, name: }"
        yield "  recipients:"
        for vi, en in _recipients(self.city):
            yield f"    - {{vi: {scalar(vi)}, en: {scalar(en)}}}"
        yield ""

    def _context(self) -> Iterator[str]:
        yield self.note(
            "Đặc thù địa phương: tiềm năng, lợi thế, điểm nghẽn (yêu cầu của cuộc họp 4/3/2025).",
            "What is particular to this province (asked for on 4 March 2025).",
        )
        yield "context: []"
        yield "#  - vi: …"
        yield "#    en: …"
        yield ""

    def _committee(self) -> Iterator[str]:
        yield self.note(
            "Ban Chỉ đạo do Bí thư làm Trưởng ban; họ tên do văn phòng điền.",
            "The committee is headed by the Secretary; names are for the office to give.",
        )
        yield "committee:"
        yield "  head: {role: bi-thu, name: }"
        yield "  deputies:"
        yield "    - {role: pho-bi-thu-thuong-truc, standing: true}"
        yield "    - {role: chu-tich-ubnd}"
        yield "  members:"
        for role in _MEMBERS:
            yield f"    - {{role: {role}}}"
        yield "  standing_agency: van-phong-tinh-uy"
        yield "  working_group:"
        yield "    lead: {role: chanh-van-phong}"
        yield "    members: [van-phong-tinh-uy, so-khoa-hoc-va-cong-nghe, cong-an-tinh]"
        yield ""

    def _targets(self) -> Iterator[str]:
        yield self.note(
            "Chỉ tiêu: điền giá trị của địa phương vào `values`; `central` là chỉ tiêu cả nước.",
            "Targets: give the province's values; `central` is the national target.",
        )
        yield "targets:"
        for target in self.catalogue.targets:
            if target.provincial == "yes":
                yield from self._target(target)
        yield self.note(
            "Chỉ tiêu cả nước mà tỉnh có thể đóng góp một phần; bỏ dấu # để dùng:",
            "National targets to which a province may contribute; remove the # to use one:",
        )
        for target in self.catalogue.targets:
            if target.provincial == "share":
                yield from (f"#{line}" for line in self._target(target))
        yield ""

    def _target(self, target: CatalogueTarget) -> Iterator[str]:
        vi, en = self._national(target, "vi"), self._national(target, "en")
        yield f"  - id: {target.id}  # {target.name.say(self.ui)}"
        yield '    values: []  # [{year: 2030, value: "≥ …", unit: …}]'
        value = f"{{vi: {scalar(vi)}, en: {scalar(en)}}}"
        yield f"    central: {{value: {value}, source: {self.catalogue.id}}}"
        if monitor := self._existing(target.monitor):
            yield f"    monitor: {flow(monitor)}"

    def _national(self, target: CatalogueTarget, language: Language) -> str:
        """The nation's value at its first horizon: `≥ 30% GDP`, `≥ 3%/năm`."""
        value = target.values[0]
        unit = value.unit or target.unit
        said = measured(value.value.say(language), unit.say(language) if unit else "").strip()
        if value.per:
            period = self.registers.terms.periods.get(value.per.vi, value.per)
            said = phrase("per", language, value=said, per=period.say(language))
        return (
            phrase("scope", language, value=said, scope=value.scope.say(language))
            if value.scope
            else said
        )

    def _tasks(self) -> Iterator[str]:
        yield self.note(
            "Nhiệm vụ đề xuất từ danh mục; nhiệm vụ riêng của địa phương có id local-1, local-2 …",
            "Recommended tasks of the catalogue; tasks of your own have the ids local-1, local-2 …",
        )
        yield "tasks:"
        for group in self.catalogue.groups:
            yield f"  # {group.id}. {group.short.say(self.ui)}"
            for paragraph in group.paragraphs:
                for sub_task in paragraph.sub_tasks:
                    if sub_task.recommended:
                        yield from self._task(sub_task)
        yield ""

    def _task(self, sub_task: SubTask) -> Iterator[str]:
        yield f"  - id: {sub_task.id}  # {sub_task.title.say(self.ui)}"
        yield f"    leads: {flow(self._existing(sub_task.leads))}"
        for key in ("supports", "requested"):
            if actors := self._existing(getattr(sub_task, key)):
                yield f"    {key}: {flow(actors)}"
        yield "    products:"
        for product in sub_task.products:
            yield f"      - {_product(product)}"
        last = sub_task.horizon.deadline.last
        if last and last < self.on.last:
            past = self.note("thời hạn gợi ý đã qua", "the suggested deadline has passed")
            yield f"    deadline:  {past}: {sub_task.horizon.say(self.ui)}"
        else:
            yield f"    deadline: {scalar(sub_task.horizon.say('vi'))}"

    def _existing(self, actors: Iterable[Actor]) -> list[str]:
        """The bodies by id, each replaced by what stood in its place on the plan's date."""
        return list(dict.fromkeys(name for actor in actors for name in self._bodies(actor)))

    def _bodies(self, actor: Actor) -> list[str]:
        if isinstance(actor, Person):
            return [f"{{role: {actor.role}}}"]
        if isinstance(actor, Text):
            return [f"{{vi: {scalar(actor.vi)}, en: {scalar(actor.en or '')}}}"]
        ever = self.registers.agency_ever(actor)
        if not ever or self.registers.agency(actor, self.on.last):
            return [actor]
        if successor := ever[-1].successor:
            return [successor]
        before = (a for a in self.registers.agencies if a.successor == ever[-1].id)
        return [a.id for a in before if a.valid_on(self.on.last)] or [actor]

    def _organisation(self) -> Iterator[str]:
        yield self.note(
            "Tổ chức thực hiện: ai làm gì (phỏng theo Phần IV của Nghị quyết).",
            "Who does what (the provincial mirror of Part IV of the Resolution).",
        )
        yield "implementation:"
        for duty in self.catalogue.duties:
            yield f"  - bodies: {flow(self._existing(duty.bodies))}"
            yield f"    vi: {scalar(self._filled(duty.text.vi, 'vi'))}"
            yield f"    en: {scalar(self._filled(duty.text.en or '', 'en'))}"
        yield ""
        yield "reporting:"
        yield "  - {every: 6 tháng, from: [], to: ban-thuong-vu, by: [15/6, 15/12]}"
        yield "flexibility: {review: 6 tháng, changed_by: ban-thuong-vu}"
        yield self.note(
            "Kinh phí; bỏ trống thì in câu mẫu.", "Funding; omitted = the standard clause."
        )
        yield "funding:"
        yield 'omitted: []                # [{id: "2.2", reason: {vi: …, en: …}}]'
        yield "annexes:"
        yield "  - {kind: targets}"
        yield "  - {kind: tasks}"
        yield "  - {kind: roadmap}"

    def _filled(self, text: str, language: Language) -> str:
        return fill(text, province_fills(self.province, self.registers, language))


_MEMBERS = (
    "truong-ban-to-chuc",
    "truong-ban-tuyen-giao-va-dan-van",
    "chu-nhiem-uy-ban-kiem-tra",
    "chanh-van-phong",
    "giam-doc-so-khoa-hoc-va-cong-nghe",
    "giam-doc-so-tai-chinh",
    "giam-doc-so-noi-vu",
    "giam-doc-so-giao-duc-va-dao-tao",
    "giam-doc-cong-an",
    "chi-huy-truong-quan-su",
    "chu-tich-mttq",
)


def _recipients(city: bool) -> tuple[tuple[str, str], ...]:
    vi = "Thành ủy" if city else "Tỉnh ủy"
    en = "City Party Committee" if city else "Provincial Party Committee"
    secretariat = "Secretariat of the Party Central Committee (for reporting)"
    return (
        ("Ban Bí thư Trung ương Đảng (để báo cáo)", secretariat),
        ("Văn phòng Trung ương Đảng", "Party Central Office"),
        (f"Các đồng chí {vi} viên", f"Members of the {en}"),
        (f"Các cơ quan tham mưu, giúp việc {vi}", f"Advisory and assisting agencies of the {en}"),
        (f"Các cấp ủy trực thuộc {vi}", f"Party committees directly under the {en}"),
    )


def _product(product: Product) -> str:
    quantity = product.quantity.vi if product.quantity else None
    pairs = [("type", product.type), ("quantity", quantity)]
    if isinstance(product.issuer, str):
        pairs.insert(1, ("issuer", product.issuer))
    pairs += [("vi", product.vi), ("en", product.en)]
    return "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in pairs if value) + "}"


def scalar(text: str) -> str:
    """A YAML scalar that reads back as exactly this text."""
    if _PLAIN.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    return json.dumps(text, ensure_ascii=False)


def flow(items: Iterable[str]) -> str:
    """A YAML list on one line, of items already written."""
    return f"[{', '.join(items)}]"


def starter_plan(province: str, on: DocumentDate, ui: Language = "vi", schema: str = "") -> str:
    """The text of a starter plan; the province must exist on that day (KeyError otherwise).

    `schema` is where an editor finds the plan's JSON Schema; comments are in the language `ui`.
    """
    registers = load_registers()
    record = registers.province(province, on.last)
    if record is None:
        raise KeyError(province)
    lines = list(Starter(record, on, load_catalogue(), registers, ui).lines())
    head = [f"# yaml-language-server: $schema={schema}"] if schema else []
    return "\n".join([*head, *lines]) + "\n"
