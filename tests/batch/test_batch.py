"""A batch makes every plan's documents, goes on where it stopped, and never leaves a part."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import signal
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from r57plans import build, load_plan
from r57plans.batch import Done, Options, batch
from r57plans.batch import workers as workers_module
from r57plans.batch.folder import OutFolder
from r57plans.batch.making import make
from r57plans.batch.order import Made, Order
from r57plans.batch.records import records_in
from r57plans.batch.run import CANCELLED, INTERRUPTED
from r57plans.errors import RefusedError
from r57plans.findings import NO_HINT

OPTIONS = Options(documents=("action-plan",), languages=("vi",))


def done(plans: Path, out: Path, **given: Any) -> Done:
    return batch(plans, out, given.pop("options", OPTIONS), **{"jobs": 1, **given})


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder that a person sees."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".r57plans" not in path.parts and path.name != "manifest.json"
    }


def test_each_plan_gets_a_folder_with_the_bytes_that_build_gives(
    plans: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"

    finished = done(plans, out)

    assert list(tree(out)) == [
        f"{name}/{name}-action-plan.vi.docx" for name in ("an-giang", "ha-nam", "ha-noi")
    ]
    alone = build(load_plan(plans / "ha-nam.yaml"), ["vi"]).files[0]
    assert tree(out)[f"ha-nam/{alone.name}"] == alone.data
    assert (len(finished.made), finished.failed, finished.files) == (3, (), 3)


def test_the_manifest_says_what_was_made_of_what(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done(plans, out)

    said = json.loads((out / "manifest.json").read_text("utf-8"))

    first = said["plans"][0]
    data = (out / first["files"][0]["name"]).read_bytes()
    assert said["format"] == "r57plans/batch/1"
    assert "vi/action-plan.docx" in said["templates"]
    assert first["plan"] == "an-giang.yaml"
    assert first["hash"] == load_plan(plans / "an-giang.yaml").hash
    assert first["catalogue"].startswith("nq57@")
    assert first["files"][0]["sha256"] == hashlib.sha256(data).hexdigest()
    assert {finding["rule"] for finding in first["findings"]} == {"build.blank"}


def test_a_second_run_makes_only_what_changed(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done(plans, out)
    before = tree(out)
    changed = plans / "ha-nam.yaml"
    changed.write_text(changed.read_text("utf-8").replace("2025-03-28", "2025-03-30"), "utf-8")
    (out / "ha-noi" / "ha-noi-action-plan.vi.docx").write_bytes(b"spoilt")

    finished = done(plans, out)

    assert [record.name for record in finished.made] == ["ha-nam.yaml", "ha-noi.yaml"]
    assert tree(out).keys() == before.keys()
    assert (
        tree(out)["ha-noi/ha-noi-action-plan.vi.docx"]
        == before["ha-noi/ha-noi-action-plan.vi.docx"]
    )


def test_other_options_make_all_again_and_take_out_what_is_no_longer_wanted(
    plans: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    done(plans, out)

    finished = done(plans, out, options=Options(documents=("action-plan",), languages=("en",)))

    assert len(finished.made) == 3
    assert [name.rpartition(".vi.")[1] for name in tree(out)] == ["", "", ""]


def test_one_bad_plan_stops_no_other(plans: Path, tmp_path: Path) -> None:
    (plans / "bad.yaml").write_text("province: ha-nam\ntasks: [\n", "utf-8")
    (plans / "ha-noi.yaml").write_bytes(b"format: r57plans/plan/1\n\xff\xfe")

    finished = done(plans, tmp_path / "out")

    assert [record.name for record in finished.failed] == ["bad.yaml", "ha-noi.yaml"]
    assert finished.failed[0].findings[0]["line"] == 2
    assert len(finished.made) == 2


def test_other_files_are_no_plans(plans: Path, tmp_path: Path) -> None:
    (plans / "status.yaml").write_text("format: r57plans/status/1\ntasks: []\n", "utf-8")
    (plans / "compose.yaml").write_text("services: {}\n", "utf-8")
    (plans / ".hidden.yaml").write_text("format: r57plans/plan/1\n", "utf-8")
    deeper = plans / "moi" / "plan.yaml"
    deeper.parent.mkdir()
    deeper.write_bytes((plans / "ha-nam.yaml").read_bytes())

    finished = done(plans, tmp_path / "out")

    assert [r.name for r in finished.plans] == [
        "an-giang.yaml", "ha-nam.yaml", "ha-noi.yaml", "moi/plan.yaml",
    ]  # fmt: skip
    assert "moi/ha-nam-action-plan.vi.docx" in tree(tmp_path / "out")


def test_what_a_batch_made_below_the_folder_is_no_plan_of_the_next(
    plans: Path, tmp_path: Path, texts: dict[str, str]
) -> None:
    out = plans / "out"
    (out / "hue").mkdir(parents=True)
    (out / "hue" / "plan.yaml").write_text(texts["ha-noi"], "utf-8")  # as --from writes it

    assert len(done(plans, out).plans) == 3
    assert len(done(out / "hue", out / "hue").plans) == 1


def test_a_plan_in_another_encoding_is_told(plans: Path, tmp_path: Path) -> None:
    plan = plans / "ha-nam.yaml"
    plan.write_text(plan.read_text("utf-8"), "utf-16")  # Notepad's "Unicode"

    finished = done(plans, tmp_path / "out")

    assert [record.name for record in finished.failed] == ["ha-nam.yaml"]


def test_a_plan_that_fails_keeps_its_files_and_they_go_once_no_longer_wanted(
    plans: Path, tmp_path: Path
) -> None:
    out, plan = tmp_path / "out", plans / "ha-nam.yaml"
    good = plan.read_text("utf-8")
    done(plans, out, options=Options(documents=("action-plan",)))
    plan.write_text("format: r57plans/plan/1\n", "utf-8")
    done(plans, out, options=Options(documents=("action-plan",)))
    kept = [name for name in tree(out) if name.startswith("ha-nam/")]
    plan.write_text(good, "utf-8")
    done(plans, out)

    assert len(kept) == 2
    assert [n for n in tree(out) if n.startswith("ha-nam/")] == [
        "ha-nam/ha-nam-action-plan.vi.docx"
    ]


def test_two_batches_into_one_folder_exclude_each_other(plans: Path, tmp_path: Path) -> None:
    out = OutFolder(tmp_path / "out")

    with out.locked(), pytest.raises(RefusedError, match="Another batch is writing"):
        done(plans, tmp_path / "out")
    done(plans, tmp_path / "out")


def test_a_batch_that_is_refused_does_no_harm_to_the_one_at_work(
    plans: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"

    def refused(*_: object) -> None:
        with pytest.raises(RefusedError):
            done(plans, out)

    finished = done(plans, out, progress=refused)

    assert (len(finished.made), finished.stopped) == (3, NO_HINT)


def test_an_interrupt_keeps_what_is_finished_and_the_next_run_goes_on(
    plans: Path, tmp_path: Path
) -> None:
    def stop(_record: object, number: int, _of: int) -> None:
        if number == 2:
            raise KeyboardInterrupt

    out = tmp_path / "out"
    first = done(plans, out, progress=stop)
    second = done(plans, out)

    assert first.stopped == INTERRUPTED
    assert [record.name for record in second.made] == ["ha-noi.yaml"]
    assert len(tree(out)) == 3


def test_a_full_disk_leaves_no_part_of_a_file(
    plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual, written = Path.write_bytes, []

    def full(path: Path, data: bytes) -> int:
        written.append(path)
        if len(written) == 2:
            usual(path, data[:100])
            raise OSError(errno.ENOSPC, "No space left on device")
        return usual(path, data)

    out = tmp_path / "out"
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        first = done(plans, out)

    assert "(ổ đĩa đã đầy)" in first.stopped.vi
    assert list(tree(out)) == ["an-giang/an-giang-action-plan.vi.docx"]
    assert not (out / ".r57plans" / "staging").exists()
    assert len(done(plans, out).made) == 2


def test_a_journal_cut_short_and_a_strange_manifest_do_no_harm(plans: Path, tmp_path: Path) -> None:
    out, victim = tmp_path / "out", tmp_path / "victim.docx"
    victim.write_bytes(b"mine")
    done(plans, out)
    said = json.loads((out / "manifest.json").read_text("utf-8"))
    said["plans"][0]["files"] = [{"name": "../victim.docx", "sha256": "0"}]
    said["plans"][1] = 7
    (out / "manifest.json").write_text(json.dumps(said), "utf-8")
    (out / ".r57plans" / "journal.jsonl").write_text('{"plan": "ha-noi.yaml", "ke', "utf-8")

    finished = done(plans, out)

    assert [record.name for record in finished.made] == ["an-giang.yaml", "ha-nam.yaml"]
    assert victim.read_bytes() == b"mine"


def test_a_line_that_was_cut_takes_none_behind_it_along(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = done(plans, out).plans[0]
    (out / "manifest.json").unlink()  # as where a batch was killed
    (out / ".r57plans" / "journal.jsonl").write_text('{"plan": "ha-noi.yaml", "ke', "utf-8")

    OutFolder(out).note(first)

    assert list(records_in(out)) == ["an-giang.yaml"]


def test_two_processes_give_what_one_gives(plans: Path, tmp_path: Path) -> None:
    done(plans, tmp_path / "one")
    done(plans, tmp_path / "two", jobs=2)

    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_an_executor_of_the_callers_does_the_work(plans: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as executor:
        finished = done(plans, tmp_path / "out", executor=executor, window=2)

    assert len(finished.made) == 3


class Gone(ThreadPoolExecutor):
    """Gives up all that comes after the first, as a cluster whose scheduler is gone."""

    def submit(self, *args: Any, **given: Any) -> Future[Any]:
        if self._threads:
            future: Future[Any] = Future()
            future.cancel()
            future.set_running_or_notify_cancel()
            return future
        return super().submit(*args, **given)


def test_an_executor_that_gives_up_ends_the_batch_with_what_is_finished(
    plans: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with Gone(1) as executor:
        first = done(plans, out, executor=executor, window=1)
    second = done(plans, out)

    assert (first.stopped, len(first.made)) == (CANCELLED, 1)
    assert len(second.made) == 2


def deadly(order: Order) -> Made:
    """Kills its process over one of the plans."""
    if order.name == "ha-nam.yaml":
        os.kill(os.getpid(), signal.SIGKILL)
    return make(order)


def test_a_plan_that_kills_its_worker_takes_no_other_along(
    plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers_module, "make", deadly)
    monkeypatch.setattr(workers_module, "may_fork", lambda: True)  # what is forked knows `deadly`

    finished = done(plans, tmp_path / "out", jobs=2)

    assert [record.name for record in finished.failed] == ["ha-nam.yaml"]
    assert finished.failed[0].findings[0]["rule"] == "batch.worker-lost"
    assert len(finished.made) == 2
