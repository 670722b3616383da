"""`r57plans demo`: illustrative plans of all provinces, to try things on."""

from __future__ import annotations

from pathlib import Path

import click

from r57plans.cli.ui import ON_HINT, Ui, typed, ui_option
from r57plans.findings import Message

BEFORE, AFTER = "2025-03-28", "2025-07-15"
_AFTER_MERGERS = 34


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(provinces: int | None, on: str | None, out: str) -> int:
        return _demo(ui, provinces, on, Path(out))

    return click.Command(
        "demo",
        callback=run,
        help=t(
            "Bộ kế hoạch minh họa của các tỉnh, thành phố để dùng thử; mọi số liệu đều là minh họa."
            "\n\nVí dụ: r57plans demo --provinces 63 -o ke-hoach\n\n"
            "Sau khi sáp nhập: r57plans demo --provinces 34 -o ke-hoach",
            "A set of illustrative provincial plans to try things on; every figure is illustrative."
            "\n\nExample: r57plans demo --provinces 63 -o plans\n\n"
            "After the mergers: r57plans demo --provinces 34 -o plans",
        ),
        params=[
            click.Option(
                ["--provinces"],
                type=click.IntRange(1, 63),
                help=t(
                    "Bao nhiêu tỉnh, thành phố: 63 (tháng 3/2025), 34 (từ 1/7/2025), hoặc ít hơn.",
                    "How many provinces: 63 (March 2025), 34 (from 1 July 2025), or fewer.",
                ),
            ),
            click.Option(
                ["--on"],
                help=t(
                    f"Ngày của văn bản; mặc định {BEFORE}, với 34 là {AFTER}.",
                    f"The documents' date; {BEFORE} unless given, {AFTER} for 34.",
                ),
            ),
            click.Option(
                ["-o", "--out"],
                required=True,
                metavar="DIR",
                help=t("Thư mục để ghi các tệp.", "Folder for the files."),
            ),
            ui_option(ui),
        ],
    )


def _demo(ui: Ui, wanted: int | None, on: str | None, out: Path) -> int:
    from r57plans.demo import demo_plan, provinces_of
    from r57plans.files import write_files

    usual = AFTER if wanted == _AFTER_MERGERS else BEFORE
    day = ui.day("demo.date", "--on", on or usual, ON_HINT)
    there = provinces_of(day)
    if wanted is not None and wanted > len(there):
        hint = Message("Bớt số tỉnh, hoặc đổi --on.", "Ask for fewer, or change --on.")
        ui.fail(
            "demo.too-many",
            f"Ngày {day} chỉ có {len(there)} tỉnh, thành phố, không có {wanted}.",
            f"On {day} there were {len(there)} provinces, not {wanted}.",
            hint,
        )
    files = {out / f"{name}.yaml": demo_plan(name, day).encode() for name in there[:wanted]}
    if taken := next((path for path in files if path.exists()), None):
        hint = Message("Chọn thư mục khác.", "Choose another folder.")
        ui.fail("demo.exists", f"{taken} đã có, không ghi đè.", f"{taken} is there already.", hint)
    try:
        write_files(files)
    except OSError as error:
        ui.unwritable(out, error)
    plans = "1 plan" if len(files) == 1 else f"{len(files)} plans"
    ui.say(f"Đã ghi {len(files)} kế hoạch: {out}", f"Wrote {plans}: {out}")
    then = f"r57plans batch {typed(out)} -o out"
    ui.say(f"Tiếp theo: {then}", f"Next: {then}")
    return 0
