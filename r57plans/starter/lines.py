"""The lines of a starter plan, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from r57plans.catalogue.standing import bodies_on, products_on
from r57plans.findings import Language
from r57plans.model.actor import Actor
from r57plans.model.base import DocumentDate, Text
from r57plans.model.catalogue import Catalogue, CatalogueTarget, SubTask
from r57plans.model.naming import Fills, filled, province_fills
from r57plans.model.plan import FORMAT
from r57plans.model.registers import Province, Registers
from r57plans.starter.scalars import body, flow, product_line, scalar
from r57plans.view.targets import national


@dataclass(frozen=True)
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
        for vi, en in recipients(city=self.city):
            yield f"    - {{vi: {scalar(vi)}, en: {scalar(en)}}}"
        yield ""
        yield self.note(
            "Văn bản khác cùng hồ sơ (build --document all); bỏ dấu # để ghi số, ngày, căn cứ …:",
            "Other documents (build --document all); remove the # to give number, date, bases …:",
        )
        month = f"{self.on.year:04d}-{self.on.month:02d}"
        yield "#documents:"
        yield f"#  committee-decision: {{type: QĐ, number: , date: {month}, replaces: []}}"
        yield f"#  submission: {{type: TTr, number: , date: {month}}}"
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
        """The nation's value at its first horizon."""
        return national(target.values[0], target.unit, self.registers, language)

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
        yield f"  - id: {sub_task.id}  # {self._said(sub_task.title)}"
        yield from self._open_points(sub_task)
        yield f"    leads: {flow(self._existing(sub_task.leads))}"
        for key in ("supports", "requested"):
            if actors := self._existing(getattr(sub_task, key)):
                yield f"    {key}: {flow(actors)}"
        yield "    products:"
        for product in products_on(sub_task, self._words, self.registers, self.on.last):
            yield f"      - {product_line(product)}"
        last = sub_task.horizon.deadline.last
        if last and last < self.on.last:
            past = self.note("thời hạn gợi ý đã qua", "the suggested deadline has passed")
            yield f"    deadline:  {past}: {sub_task.horizon.say(self.ui)}"
        else:
            yield f"    deadline: {scalar(sub_task.horizon.say('vi'))}"

    def _open_points(self, sub_task: SubTask) -> Iterator[str]:
        """What the sub-task's wording leaves to the province: choices, and figures to give."""
        if sub_task.choices:
            listed = "; ".join(self._said(choice) for choice in sub_task.choices)
            yield "    " + self.note(f"có thể chọn: {listed}", f"to choose from: {listed}")
        if sub_task.parameters:
            blanks = ", ".join(f"{p.id}: " for p in sub_task.parameters)
            said = "; ".join(f"{p.id} = {p.text.say(self.ui)}" for p in sub_task.parameters)
            yield f"    params: {{{blanks}}}  # {said}"

    def _existing(self, actors: Iterable[Actor]) -> list[str]:
        """The bodies by id, each replaced by what stood in its place on the plan's date."""
        return [body(actor) for actor in bodies_on(actors, self.registers, self.on.last)]

    def _organisation(self) -> Iterator[str]:
        yield self.note(
            "Tổ chức thực hiện: ai làm gì (phỏng theo Phần IV của Nghị quyết).",
            "Who does what (the provincial mirror of Part IV of the Resolution).",
        )
        yield "implementation:"
        for duty in self.catalogue.duties:
            if duty.bodies and duty.text:
                yield f"  - bodies: {flow(self._existing(duty.bodies))}"
                text = filled(duty.text, self._words)
                yield f"    vi: {scalar(text.vi)}"
                yield f"    en: {scalar(text.en or '')}"
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

    @cached_property
    def _words(self) -> dict[Language, Fills]:
        """The province's words for the catalogue's placeholders."""
        return {
            "vi": province_fills(self.province, self.registers, "vi"),
            "en": province_fills(self.province, self.registers, "en"),
        }

    def _said(self, text: Text) -> str:
        return filled(text, self._words).say(self.ui)


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


def recipients(*, city: bool) -> tuple[tuple[str, str], ...]:
    """The usual recipients of a province's or a city's plan, in both languages."""
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
