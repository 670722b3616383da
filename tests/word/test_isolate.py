"""What runs apart is bound, killed at its limits, and answers with a file or findings only."""

from __future__ import annotations

import os
import signal
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import isolated_work as work
import pytest
from isolated_work import FINDINGS, Garbage, Trespass

from r57plans.errors import TemplateError
from r57plans.findings import Finding
from r57plans.word.template.apart import isolate
from r57plans.word.template.apart.isolate import run_isolated
from r57plans.word.template.sandbox.limits import Limits

LIMITS = Limits(seconds=0.3, memory=256 * 2**20, output=4_000_000)
PATIENT = Limits(seconds=30, memory=256 * 2**20, output=4_000_000)

# A process with other threads warns of forks; the test runner's are none that a child needs.
pytestmark = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
both_ways = pytest.mark.parametrize("fork", [True, False], ids=["forked", "fresh"])


@pytest.fixture(autouse=True)
def processes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The children that were started: none may be left, not even as a zombie."""
    started: list[int] = []
    fork, popen = os.fork, isolate.subprocess.Popen.__init__

    def recorded_fork() -> int:
        child = fork()
        if child:
            started.append(child)
        return child

    def recorded_popen(self, *args, **options) -> None:
        popen(self, *args, **options)
        started.append(self.pid)

    monkeypatch.setattr(isolate, "_GRACE", 0.2)
    monkeypatch.setattr(isolate.os, "fork", recorded_fork)
    monkeypatch.setattr(isolate.subprocess.Popen, "__init__", recorded_popen)
    yield started
    assert started
    assert not any(is_there(child) for child in started)


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def refused(job: Callable[[], bytes], limits: Limits = PATIENT, fork: bool = True) -> Finding:
    with pytest.raises(TemplateError) as caught:
        run_isolated(job, limits, "mẫu.docx", fork=fork)
    (finding,) = caught.value.report
    assert finding.place.file == "mẫu.docx"
    return finding


@both_ways
@pytest.mark.parametrize("job", [work.small, work.large])
def test_the_bytes_come_as_they_were_made(job, fork):
    assert run_isolated(job, PATIENT, fork=fork) == job()


@both_ways
def test_a_rendering_apart_gives_the_same_bytes(fork):
    assert run_isolated(work.rendered, PATIENT, fork=fork) == work.rendered()


@both_ways
def test_findings_come_as_they_were_made(fork):
    with pytest.raises(TemplateError) as caught:
        run_isolated(work.faulty, PATIENT, fork=fork)

    assert tuple(caught.value.report) == FINDINGS


@pytest.mark.parametrize(
    ("job", "fork"),
    [
        (work.loop, True),
        (work.compare, True),
        (work.sort, True),
        (work.show, True),
        (work.power, True),
        (work.sleep, True),
        (work.compare, False),
    ],
)
def test_what_takes_too_long_even_inside_c_is_killed(job, fork):
    finding = refused(job, LIMITS, fork)

    assert finding.rule == "template.limit"
    assert "quá 0.3 giây" in finding.message.vi


def test_what_uses_up_its_time_is_killed_though_nobody_waits(monkeypatch):
    monkeypatch.setattr(isolate, "_GRACE", 60)

    finding = refused(work.loop, LIMITS)

    assert "more than 0.3 seconds" in finding.message.en


@pytest.mark.parametrize(
    ("job", "fork"), [(work.fill, True), (work.fill_slowly, True), (work.fill, False)]
)
def test_what_needs_too_much_memory_is_refused(job, fork):
    finding = refused(job, PATIENT, fork)

    assert finding.rule == "template.limit"
    assert "256 MB" in finding.message.vi


def test_a_child_that_the_system_kills_was_short_of_memory():
    assert "MB of memory" in refused(work.killed_by_the_system).message.en


@both_ways
def test_a_file_that_is_too_large_is_cut_and_refused(fork):
    finding = refused(work.too_large, Limits(seconds=30, output=1_000_000), fork)

    assert finding.rule == "template.limit"
    assert "byte" in finding.message.vi


def test_any_other_failure_is_a_finding_without_a_traceback():
    finding = refused(work.unexpected)

    assert finding.rule == "template.failed"
    assert "LookupError: lost key" in finding.message.en


@both_ways
def test_a_child_that_crashes_is_named_by_its_signal(fork):
    finding = refused(work.crash, fork=fork)

    assert finding.rule == "template.failed"
    assert "SIGSEGV" in finding.message.vi


@both_ways
@pytest.mark.parametrize("said", [b"", b"x", b"ok", b"no" + struct.pack(">Q", 3) + b"{}}"])
def test_a_child_that_writes_garbage_is_reported(said, fork):
    finding = refused(Garbage(said), fork=fork)

    assert finding.rule == "template.failed"
    assert "không trả lời đúng" in finding.message.vi


@both_ways
def test_a_child_that_falls_silent_and_stays_is_reported_at_once(fork):
    assert "no proper answer" in refused(Garbage(b"", stays=True), fork=fork).message.en


def test_a_child_that_floods_its_parent_is_cut():
    flood = Garbage(b"ok" + struct.pack(">Q", 10**12) + bytes(20_000_000))

    assert "bytes" in refused(flood).message.en


@both_ways
def test_a_child_leaves_the_terminal_and_the_disk_of_its_parent_alone(fork, tmp_path, capfd):
    file = tmp_path / "a.txt"

    outcome = run_isolated(Trespass(str(file)), PATIENT, fork=fork)

    assert outcome == b"refused b'' 1 1"
    assert file.read_bytes() == b""
    assert capfd.readouterr() == ("", "")


def test_an_interrupt_that_is_the_childs_own_ends_only_the_child():
    assert "SIGINT" in refused(work.interrupt).message.en


@both_ways
def test_a_child_starts_no_process_or_takes_it_along_when_it_ends(fork):
    offspring = run_isolated(work.with_offspring, PATIENT, fork=fork).decode()

    until = monotonic() + 10
    while runs(offspring) and monotonic() < until:
        sleep(0.01)
    assert not runs(offspring)


def runs(process: str) -> bool:
    """Whether a process is there and no zombie of someone else."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.mark.parametrize(("step", "fork"), [("_read", True), ("_output", False)])
def test_an_interrupt_of_the_parent_kills_the_child(step, fork, monkeypatch):
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(isolate, step, interrupt)

    with pytest.raises(KeyboardInterrupt):
        run_isolated(work.sleep, PATIENT, fork=fork)


def test_an_interrupt_can_come_again_after_a_child():
    run_isolated(work.small, PATIENT, fork=True)

    assert not signal.pthread_sigmask(signal.SIG_BLOCK, ()) & {signal.SIGINT, signal.SIGTERM}
