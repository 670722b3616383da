"""Tables of targets: horizons as columns and as blocks, units, sub-targets, values in words."""

from __future__ import annotations

from import_builders import ABOVE, LEFT, read, word

from r57plans.model.target import Target

COLUMNS = ["TT", "Chỉ tiêu", "Đơn vị", "Kết quả", "Cơ quan chủ trì theo dõi, đánh giá"]


def said(target: Target) -> list[tuple[int | None, str]]:
    """The values of a target with their years."""
    return [(value.year, value.value.vi) for value in target.values]


def test_horizons_as_blocks_are_values_of_one_target() -> None:
    imported = read(
        word(
            [
                COLUMNS,
                ["I", "Mục tiêu đến năm 2030", LEFT, LEFT, LEFT],
                ["1", "Kinh tế số", "% GRDP", "≥ 30", "Sở KH&CN"],
                ["2", "Hạ tầng số", "", "", ""],
                ["2.1", "Phủ sóng 5G", "%", "95 - 100", "Sở KH&CN"],
                ["II", "Đến năm 2045", LEFT, LEFT, LEFT],
                ["1", "Kinh tế số", "% GRDP", "≥ 50", "Sở KH&CN"],
            ]
        )
    )

    economy, parent, coverage = imported.plan.targets
    assert said(economy) == [(2030, "≥ 30"), (2045, "≥ 50")]
    assert economy.unit is not None
    assert economy.unit.vi == "% GRDP"
    assert economy.monitor == ("so-khoa-hoc-va-cong-nghe",)
    assert said(parent) == []
    assert coverage.parent == parent.id


def test_horizons_as_columns_with_a_supplier_of_data() -> None:
    imported = read(
        word(
            [
                ["TT", "Chỉ tiêu", "Đơn vị tính", "Hiện trạng", "Mục tiêu", LEFT, LEFT,
                 "Cơ quan chủ trì", "Cơ quan phối hợp, cung cấp số liệu"],
                [ABOVE, ABOVE, ABOVE, ABOVE, "2026", "2030", "2045", ABOVE, ABOVE],
                ["1", "Dân có tài khoản", "%", "Năm 2024: 60", "80", "95", "100", "Công an tỉnh",
                 "Sở Y tế"],
            ]
        )
    )  # fmt: skip

    (target,) = imported.plan.targets
    assert said(target) == [(2026, "80"), (2030, "95"), (2045, "100")]
    assert target.baseline is not None
    assert (target.baseline.year, target.baseline.value.vi) == (2024, "60")
    assert (target.monitor, target.supplier) == (("cong-an-tinh",), ("so-y-te",))


def test_a_rank_may_have_its_scope_behind_it_without_brackets() -> None:
    table = [["TT", "Chỉ tiêu", "Đơn vị", "Kết quả"],
             ["1", "Chỉ số", "Hạng", "≤ 3 Đông Nam Á; ≤ 50 Thế giới"]]  # fmt: skip

    (target,) = read(word(table)).plan.targets

    assert [value.scope.vi for value in target.values if value.scope] == ["Đông Nam Á", "Thế giới"]
    assert not any(value.unit for value in target.values)


def test_values_in_words_scopes_periods_and_two_values_of_a_cell() -> None:
    imported = read(
        word(
            [
                ["TT", "Chỉ tiêu", "Đơn vị tính", "Đến năm 2030"],
                ["1", "Xếp hạng", "", "thuộc nhóm dẫn đầu cả nước"],
                ["2", "Bưu chính", "", "≤ 3 (Đông Nam Á); ≤ 50 (Thế giới)"],
                ["3", "Tăng trưởng", "%/năm", "16 - 18"],
                ["4", "Hai con số", "", "100% / 85%"],
            ]
        )
    )

    rank, post, growth, two = imported.plan.targets
    assert said(rank) == [(2030, "thuộc nhóm dẫn đầu cả nước")]
    assert said(post) == [(2030, "≤ 3"), (2030, "≤ 50")]
    assert [value.scope.vi for value in post.values if value.scope] == ["Đông Nam Á", "Thế giới"]
    assert said(growth) == [(2030, "16 - 18")]
    assert said(two) == [(2030, "100% / 85%")]


def test_the_catalogues_target_is_suggested_and_not_taken() -> None:
    imported = read(
        word([["TT", "Chỉ tiêu", "Đơn vị", "2030"], ["1", "Quy mô kinh tế số", "%", "30"]])
    )

    (taken,) = imported.report.targets
    assert imported.plan.targets[0].id == "local-target-1"
    assert taken.suggestions[0].id == "digital-economy"
    assert f"# id: digital-economy  # {taken.suggestions[0].score:.2f}" in imported.text
