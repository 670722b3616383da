"""`r57plans redline`: what changed between two versions, as tracked changes in a Word file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from r57plans.cli.ui import REFUSED, WRONG, Ui, format_option, ui_option
from r57plans.cli.writable import same_file
from r57plans.findings import Finding, Message, Report

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from r57plans.model.plan import Plan
    from r57plans.redlining import RedlineOptions

_SETTLED = ("accept", "reject")
_WORD_ENDINGS = (".docx", ".dotx", ".docm", ".doc")


def command(ui: Ui) -> click.Command:
    """The command in one language."""

    def run(**given: object) -> int:
        return _Call(ui, given).run()

    return click.Command(
        "redline",
        callback=run,
        help=ui.t(
            "Tệp Word của bản mới NEW, các chỗ khác bản cũ OLD ghi thành sửa đổi theo dõi để chấp "
            "nhận hoặc từ chối trong Word. OLD, NEW là tệp kế hoạch hoặc tệp Word bất kỳ. Chấp "
            "nhận hết cho lại bản mới, từ chối hết cho lại bản cũ: được kiểm tra trước khi ghi.\n\n"
            "Ví dụ: r57plans redline ban-1.yaml ban-2.yaml -o so-sanh.docx\n\n"
            "Chấp nhận hoặc từ chối hết: r57plans redline --reject so-sanh.docx -o ban-cu.docx",
            "NEW as a Word file in which every difference from OLD is a tracked change, to accept "
            "or reject in Word. OLD and NEW are plan files or any Word files. Accepting all gives "
            "NEW, rejecting all gives OLD: that is verified before the file is written.\n\n"
            "Example: r57plans redline draft-1.yaml draft-2.yaml -o redline.docx\n\n"
            "Accept or reject all: r57plans redline --reject redline.docx -o old.docx",
        ),
        params=[
            click.Argument(["old"], metavar="OLD"),
            click.Argument(["new"], metavar="NEW", required=False),
            *_options(ui),
            format_option(ui),
            ui_option(ui),
        ],
    )


def _options(ui: Ui) -> list[click.Option]:
    t = ui.t
    flags = {
        "--accept": t("Chấp nhận hết sửa đổi trong OLD.", "Accept all changes in OLD."),
        "--reject": t("Từ chối hết sửa đổi trong OLD.", "Reject all changes in OLD."),
        "--formatting": t("Đánh dấu cả thay đổi định dạng.", "Mark changed formatting, too."),
        "--keep-existing": t(
            "Giữ nguyên sửa đổi đã có trong NEW; khi đó không kiểm tra kết quả.",
            "Leave the changes that NEW has already; the result is then not verified.",
        ),
        "--no-comments": t("Không thêm ghi chú.", "Write no comments."),
    }
    author = t("Người sửa; mặc định r57plans.", "Author of the changes; r57plans unless given.")
    day = t(
        "Ngày sửa (2025-03-28); mặc định ngày của NEW.",
        "Date of the changes (2025-03-28); NEW's unless given.",
    )
    document = t(
        "Văn bản của tệp kế hoạch; mặc định như tệp Word đi cùng, hoặc action-plan.",
        "Document of the plan files; unless given that of the Word file beside, or action-plan.",
    )
    lang = t(
        "Ngôn ngữ của văn bản; mặc định như tệp Word đi cùng, hoặc vi.",
        "Language of the document; unless given that of the Word file beside, or vi.",
    )
    engine = t(
        "Công cụ so sánh; docxodus cần cài thêm.", "Who compares; docxodus is an extra to install."
    )
    return [
        click.Option(["-o", "--out"], required=True, help=t("Tệp kết quả.", "The file to write.")),
        click.Option(["--author"], help=author),
        click.Option(["--date"], help=day),
        click.Option(["--document"], help=document),
        click.Option(["--lang"], type=click.Choice(["vi", "en", "vi-en"]), help=lang),
        click.Option(["--engine"], type=click.Choice(["ours", "docxodus"]), help=engine),
        *(click.Option([name], is_flag=True, help=said) for name, said in flags.items()),
    ]


@dataclass(frozen=True, slots=True)
class _Call:
    """One call of the command."""

    ui: Ui
    given: dict[str, object]

    def run(self) -> int:
        from r57plans.errors import LoadError, RedlineError, RefusedError, WordFileError

        self._refuse_contradictions()
        try:
            settled = [name for name in _SETTLED if self.given[name]]
            return self._settle(settled[0]) if settled else self._redline()
        except (LoadError, WordFileError) as error:
            self.ui.stop(error.report, WRONG, machine=self.machine)
        except (RefusedError, RedlineError) as error:
            self.ui.stop(error.report, REFUSED, machine=self.machine)

    @property
    def machine(self) -> bool:
        return self.given["format_"] == "json"

    @property
    def out(self) -> Path:
        return Path(str(self.given["out"]))

    def _settle(self, how: str) -> int:
        from r57plans.word import redline as word

        settle: Callable[[bytes, str], bytes] = word.accept if how == "accept" else word.reject
        file = Path(str(self.given["old"]))
        self._write(settle(_read(file), str(file)))
        if self.machine:
            self.ui.json({"files": [str(self.out)], "findings": []})
        else:
            self.ui.say(f"Đã ghi: {self.out}", f"Wrote: {self.out}")
        return 0

    def _redline(self) -> int:
        from r57plans.redlining import redline
        from r57plans.word.redline.marks import marks_of

        options = self._wanted()
        names = str(self.given["old"]), str(self.given["new"])
        old, before = self._side(names[0])
        new, after = self._side(names[1])
        made = redline(old, new, options, names=names)
        self._write(made.data)
        marks, findings = marks_of(made.data), (*before, *after)
        if self.machine:
            said = [[f.as_dict(self.ui.language) for f in g] for g in (made.unmarked, findings)]
            self.ui.json(
                {
                    "files": [str(self.out)],
                    "marks": marks._asdict(),
                    "unmarked": said[0],
                    "findings": said[1],
                }
            )
            return 0
        self.ui.say(f"Đã ghi: {self.out}", f"Wrote: {self.out}")
        self.ui.say(*marks.message())
        self.ui.tell((*made.unmarked, *findings))
        return 0

    def _wanted(self) -> RedlineOptions:
        from r57plans.documents import Edition, kind_of, unknown_document
        from r57plans.redlining import Engine, RedlineOptions, faults_of
        from r57plans.word.comments import AUTHOR

        document = cast("str | None", self.given["document"])
        if document is not None and kind_of(document) is None:
            self.ui.stop(Report((unknown_document(document),)), WRONG, machine=self.machine)
        options = RedlineOptions(
            document,
            cast("Edition | None", self.given["lang"]),
            AUTHOR if self.given["author"] is None else str(self.given["author"]),
            self._day(),
            comments=not self.given["no_comments"],
            formatting=bool(self.given["formatting"]),
            keep_existing=bool(self.given["keep_existing"]),
            engine=cast("Engine", self.given["engine"] or "ours"),
        )
        if faults := tuple(faults_of(options)):
            self.ui.stop(Report(faults), WRONG, machine=self.machine)
        return options

    def _day(self) -> date | None:
        from r57plans.cli.ui import ON_HINT

        text = cast("str | None", self.given["date"])
        if text is None:
            return None
        day = self.ui.day("redline.date", "--date", text, ON_HINT, machine=self.machine)
        if day.day is None:
            vi, en = f"--date {text} không có ngày.", f"--date {text} names no day."
            self.ui.fail("redline.date", vi, en, ON_HINT, machine=self.machine)
        return day.first

    def _side(self, name: str) -> tuple[Plan | bytes, tuple[Finding, ...]]:
        """A plan or a Word file, and what there is to say of the plan."""
        from r57plans.plans import read_plan_file

        data = _read(Path(name))
        if _is_word(name, data):
            return data, ()
        plan, report = read_plan_file(Path(name))
        if plan is None or report.errors:
            self.ui.stop(report, WRONG, machine=self.machine)
        return plan, tuple(report)

    def _write(self, data: bytes) -> None:
        from r57plans.files import write_files

        try:
            write_files({self.out: data})
        except OSError as error:
            self.ui.unwritable(self.out, error, machine=self.machine)

    def _refuse_contradictions(self) -> None:
        given, settled = self.given, [name for name in _SETTLED if self.given[name]]
        inputs = [str(given[side]) for side in ("old", "new") if given[side]]
        if len(settled) > 1:
            self._fail("--accept và --reject không đi với nhau.",
                       "--accept and --reject do not go together.")  # fmt: skip
        if settled and len(inputs) > 1:
            self._fail(f"--{settled[0]} chỉ đọc một tệp.", f"--{settled[0]} reads one file only.")
        if given["document"] == "all":
            self._fail("Mỗi lần chỉ so sánh một văn bản, không dùng --document all.",
                       "One document is compared at a time, not --document all.")  # fmt: skip
        if not settled and len(inputs) < 2:
            self._fail("Thiếu bản mới NEW.", "NEW, the newer version, is missing.")
        if any(same_file(self.out, name) for name in inputs):
            self._fail("-o trùng với tệp đầu vào.", "-o is one of the files that are read.")

    def _fail(self, vi: str, en: str) -> None:
        hint = Message("Xem: r57plans redline --help", "See: r57plans redline --help")
        self.ui.fail("usage", vi, en, hint, machine=self.machine)


def _read(path: Path) -> bytes:
    from r57plans.load import read_file
    from r57plans.word.package import DEFAULT_LIMITS

    return read_file(path, "word" if _is_word(path.name) else "plan", DEFAULT_LIMITS.max_bytes)


def _is_word(name: str, data: bytes = b"") -> bool:
    """Whether a file is meant as a Word file, by what it holds or by its name."""
    from r57plans.load.plan_files import is_workbook
    from r57plans.word.ole import OLE_HEADER
    from r57plans.word.package import ZIP_HEADER

    if is_workbook(name):
        return False
    return data.startswith((ZIP_HEADER, OLE_HEADER)) or name.lower().endswith(_WORD_ENDINGS)
