"""The table of layout rules; run as a script it writes what is in the repository."""

from __future__ import annotations

from pathlib import Path

from data_pages import write

from r57plans.findings import LEVEL_WORDS
from r57plans.load import load_layout_rules, load_layouts
from r57plans.model.layout import LayoutRule, OfficialLayout
from r57plans.word.layout.explain import Clause, clauses
from r57plans.word.layout.run import BASES, level_of

PAGE = Path(__file__).parents[1] / "docs" / "layout-rules.md"
HEAD = """\
# Quy tắc thể thức / The layout rules

<!-- Made by `make docs` from the rules and layouts in task_catalog/; do not edit it by hand. -->

`r57plans lint FILE.docx` kiểm tra một tệp Word bất kỳ theo các quy tắc dưới đây. `--layout auto`
chọn thể thức theo tiêu đề (Đảng Cộng sản Việt Nam, hay Quốc hiệu và Tiêu ngữ) và ngày của văn
bản. Mức của một quy tắc không cao hơn *lưu ý* khi quy định chưa đối chiếu được. `r57plans lint
--explain RULE` in một quy tắc với trị số và điều khoản cho từng thành phần.

`r57plans lint FILE.docx` holds any Word file against the rules below. `--layout auto` chooses the
layout by the heading (the Party's, or the country's name and motto) and the date of the document.
A rule is never graver than a *note* where its measure could not be verified. `r57plans lint
--explain RULE` prints a rule with the value and the clause for each component.

**Bản tiếng Anh.** Là bản dịch không chính thức, còn thể thức là của văn bản tiếng Việt: chỉ áp
dụng các quy tắc có dấu †.

**English editions.** They are unofficial translations, and the official layouts are for
Vietnamese documents: only the rules marked † are applied.

**Điều máy không thấy.** Trang kết thúc ở đâu là do phông và do Word: khối chữ ký có đứng một mình
trên một trang hay không được xét theo việc có gì giữ nó với đoạn cuối; `--pages` dàn trang thật
bằng LibreOffice rồi nói khối chữ ký ở trang nào (bản sao đưa cho LibreOffice không có liên kết,
trường, macro nào; Word có thể ngắt trang hơi khác). Văn bản có dài đến mức cần số trang hay không
được xét theo số chữ. Đường kẻ vẽ nổi chỉ đo độ dài. Phần tiêu đề là ảnh thì không đọc được; chữ
theo bảng mã cũ được báo nhưng không nhận ra thành phần. Định dạng riêng của từng ô, từng dải mà
kiểu bảng quy định, và chữ do Word tạo khi in thì không xét. Ai có quyền ký, cơ quan còn tồn tại
hay không không phải là việc của thể thức.

**What the rules cannot see.** Where a page ends depends on fonts and on Word itself: whether a
signature block stands alone on a page is judged by what keeps it with the last paragraph;
`--pages` lays the file out by LibreOffice and says on which page the block stands (the copy that
LibreOffice gets has no link, field or macro in it; Word may break pages a little otherwise).
Whether a document is long enough to need page numbers is judged by its length. A line that floats
is measured by its length alone. A picture of a letterhead cannot be read; text in an encoding of
before Unicode is told, and its components are not recognised. Formats of single cells and stripes
that a table style gives are left apart, and so is text that Word makes when it prints. Who may
sign what, and whether bodies still exist, is not a matter of layout.

**Cách sửa.** `--fix` ghi một bản sao trong đó các quy tắc có dấu ✎ được sửa nếu máy sửa được,
dưới dạng sửa đổi theo dõi của `--author`, ngày `--date`, để chấp nhận hoặc từ chối từng chỗ trong
Word. Chỗ còn thiếu, dấu của danh sách tự động, chữ hoa phải thành chữ thường và mọi việc về trang
là việc của người. Tệp đã có sửa đổi theo dõi được kiểm tra như khi đã chấp nhận tất cả, và không
bị sửa thêm.

**What `--fix` does.** It writes a copy in which the rules marked ✎ are put right where that is
mechanical, as tracked changes of `--author` on `--date`, to be accepted or rejected one by one in
Word. What is missing, the mark of a list, capitals that should be small letters and everything
about pages is left to a person. A file that already has tracked changes is checked as if all were
accepted, and not changed.
"""


def page() -> str:
    """The whole page."""
    layouts = load_layouts()
    parts = [HEAD, _rules(layouts), *(_components(layout) for layout in layouts)]
    return "\n".join(parts)


def _rules(layouts: tuple[OfficialLayout, ...]) -> str:
    lines = ["## Các quy tắc / The rules", ""]
    lines += ["| rule | level | vi | en | clause |", "|---|---|---|---|---|"]
    for rule in load_layout_rules():
        signs = f"{' ✎' if rule.fix else ''}{' †' if rule.translation else ''}"
        cells = [f"`{rule.id}`{signs}", _level(rule), rule.title.vi, rule.title.say("en"),
                 _cited(rule, layouts)]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _level(rule: LayoutRule) -> str:
    words = LEVEL_WORDS[rule.level]
    return f"{words['vi']} / {words['en']}"


def _cited(rule: LayoutRule, layouts: tuple[OfficialLayout, ...]) -> str:
    if rule.cites == "component":
        return "xem bảng dưới / see below"
    told = [clause for layout in layouts for clause in clauses(rule, layout)]
    return "<br>".join(f"{c.layout}: {c.clause} ({c.basis}{_weaker(rule, c)})" for c in told)


def _weaker(rule: LayoutRule, clause: Clause) -> str:
    level = level_of(rule, clause.basis)
    return "" if level == rule.level else f": {LEVEL_WORDS[level]['vi']}, {level}"


def _components(layout: OfficialLayout) -> str:
    """What a layout wants of each component, by the rules that speak of components."""
    lines = [f"## {layout.id}", "", f"{layout.name.vi} / {layout.name.say('en')}", ""]
    lines += [f"- **{basis}**: {said.vi}, {said.en}" for basis, said in BASES.items()]
    lines += ["", "| component | measure | value | clause | basis |", "|---|---|---|---|---|"]
    for rule in load_layout_rules():
        if rule.cites == "component":
            for c in clauses(rule, layout):
                if c.value.en != "no":
                    cells = [f"{c.component.vi} / {c.component.en}", f"`{rule.id}`",
                             f"{c.value.vi} / {c.value.en}", c.clause, c.basis]  # fmt: skip
                    lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    write(PAGE, page())
