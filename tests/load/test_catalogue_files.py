"""The catalogue's folder and the registers load whole, or say every fault."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from r57plans.assets import catalogue_folder
from r57plans.errors import LoadError
from r57plans.load import catalogue_names, load_catalogue, load_registers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped folder, to be spoilt."""
    return Path(shutil.copytree(catalogue_folder(), tmp_path / "task_catalog"))


def test_the_shipped_catalogue_loads_by_id_and_by_version() -> None:
    catalogue = load_catalogue("nq57")

    assert [g.id for g in catalogue.groups] == [1, 2, 3, 4, 5, 6, 7]
    assert load_catalogue(catalogue.name) is catalogue
    assert catalogue_names() == ("nq57",)


def test_registers_are_read_once() -> None:
    assert load_registers() is load_registers()


def test_another_version_is_refused_with_the_one_at_hand() -> None:
    with pytest.raises(LoadError) as error:
        load_catalogue("nq57@1999.01")

    (found,) = error.value.report
    assert found.rule == "catalogue.version"
    assert load_catalogue().version in found.message.en


@pytest.mark.parametrize("name", ["nq58", "../nq57", "", "xyz"])
def test_an_unknown_catalogue_is_refused_with_those_that_are_there(name: str) -> None:
    with pytest.raises(LoadError) as error:
        load_catalogue(name)

    (found,) = error.value.report
    assert found.rule == "catalogue.unknown"
    assert "nq57" in found.hint.vi


def test_every_faulty_file_of_a_catalogue_is_said(folder: Path) -> None:
    (folder / "nq57" / "groups" / "3.yaml").write_text("id: 3\n", encoding="utf-8")
    (folder / "nq57" / "targets.yaml").write_text("- {id: x, colour: red}\n", encoding="utf-8")
    (folder / "nq57" / "duties.yaml").write_text("- [\n", encoding="utf-8")

    with pytest.raises(LoadError) as error:
        load_catalogue("nq57", folder)

    report = error.value.report
    assert {Path(f.place.file).name for f in report} == {"3.yaml", "targets.yaml", "duties.yaml"}
    assert "catalogue.unknown-field" in {f.rule for f in report}
    assert "catalogue.yaml-syntax" in {f.rule for f in report}


def test_a_catalogue_without_its_lists_is_still_one(folder: Path) -> None:
    for name in ("targets", "duties", "directives"):
        (folder / "nq57" / f"{name}.yaml").unlink()

    catalogue = load_catalogue("nq57", folder)

    assert catalogue.targets == ()
    assert len(catalogue.groups) == 7


def test_a_fault_in_the_head_of_a_catalogue_is_said(folder: Path) -> None:
    (folder / "nq57" / "catalogue.yaml").write_text("id: nq57\n", encoding="utf-8")

    with pytest.raises(LoadError) as error:
        load_catalogue("nq57", folder)

    assert {f.rule for f in error.value.report} == {"catalogue.missing-field"}


def test_a_register_that_is_missing_or_faulty_is_said(folder: Path) -> None:
    (folder / "terms.yaml").unlink()
    (folder / "provinces.yaml").write_text("- {id: x, valid_from: 2025-02-30}\n", encoding="utf-8")

    with pytest.raises(LoadError) as error:
        load_registers(folder)

    rules = {f.rule for f in error.value.report}
    assert {"catalogue.file-missing", "catalogue.date", "catalogue.missing-field"} <= rules


def test_groups_come_in_the_order_of_their_numbers(folder: Path) -> None:
    third = folder / "nq57" / "groups" / "3.yaml"
    third.rename(third.with_name("10.yaml"))

    catalogue = load_catalogue("nq57", folder)

    assert [g.id for g in catalogue.groups] == [1, 2, 4, 5, 6, 7, 3]
