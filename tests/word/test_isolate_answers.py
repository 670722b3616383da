"""What a child process answers is taken only when it is exactly of the right form."""

from __future__ import annotations

import json
import struct
import sys

import isolated_work as work
import pytest
from hypothesis import given
from hypothesis import strategies as st
from isolated_work import FINDINGS

from r57plans.errors import ReportedError, TemplateError, WordFileError
from r57plans.findings import Finding, Message, Place, Report
from r57plans.word.faults import fault
from r57plans.word.template.apart import isolate
from r57plans.word.template.apart.answers import answer_of, file_of, is_whole, refusal
from r57plans.word.template.apart.isolate import may_fork, run_isolated
from r57plans.word.template.sandbox.limits import Limits

GOOD = {
    "rule": "word.dtd",
    "level": "error",
    "vi": "a",
    "en": "b",
    "hint_vi": "",
    "hint_en": "",
    "file": "",
    "path": "",
    "line": 0,
    "column": 0,
}


def whole(body: bytes, kind: bytes = b"no") -> bytes:
    return kind + struct.pack(">Q", len(body)) + body


def said(*findings: object, kind: object = "TemplateError", **more: object) -> bytes:
    return whole(json.dumps({"kind": kind, "findings": list(findings), **more}).encode())


def brought(answer: bytes) -> ReportedError:
    assert is_whole(answer)
    with pytest.raises(ReportedError) as caught:
        file_of(answer)
    return caught.value


def test_a_file_comes_back_as_it_was():
    answer = b"".join(answer_of(work.small, Limits()))

    assert is_whole(answer)
    assert file_of(answer) == b"a file"


def test_findings_come_back_as_they_were():
    error = brought(b"".join(answer_of(work.faulty, Limits())))

    assert type(error) is TemplateError
    assert tuple(error.report) == FINDINGS


def test_a_fault_of_the_file_is_still_one_of_the_file():
    error = brought(b"".join(refusal(fault("word.macros", "a.docx", part="word/vbaProject.bin"))))

    assert type(error) is WordFileError
    assert tuple(error.report) == tuple(
        fault("word.macros", "a.docx", part="word/vbaProject.bin").report
    )


texts = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=50)
findings = st.builds(
    Finding,
    st.sampled_from(["template.limit", "word.not-a-zip"]),
    st.sampled_from(["error", "warning", "note"]),
    st.builds(Message, texts, texts),
    st.builds(Message, texts, texts),
    st.builds(Place, texts, st.integers(0, 10**9), st.integers(0, 10**9), texts),
)


@given(st.lists(findings, min_size=1, max_size=5))
def test_any_findings_come_back_as_they_were(items):
    error = brought(b"".join(refusal(TemplateError(Report(tuple(items))))))

    assert list(error.report) == items


def test_what_no_terminal_should_be_given_is_replaced():
    broken = Message("\ud800a\x1b[2Jb\nc", "x" * 30_000)
    sent = Finding("template.failed", "error", broken)

    (finding,) = brought(b"".join(refusal(TemplateError(Report((sent,)))))).report

    assert finding.message.vi == "?a\ufffd[2Jb\nc"
    assert len(finding.message.en) == 20_000


def test_memory_that_runs_out_is_a_limit():
    def work() -> bytes:
        raise MemoryError

    (finding,) = brought(b"".join(answer_of(work, Limits(memory=2**30), "a.docx"))).report

    assert (finding.rule, finding.place.file) == ("template.limit", "a.docx")
    assert "1024 MB" in finding.message.vi


def test_an_error_of_an_unknown_kind_is_a_reported_error():
    class StrangeError(ReportedError):
        pass

    assert type(brought(b"".join(refusal(StrangeError(Report(FINDINGS)))))) is ReportedError


@pytest.mark.parametrize(
    "answer", [b"", b"ok", whole(b"abc")[:-1], whole(b"abc") + b"d", whole(b"", b"OK")]
)
def test_an_answer_that_is_cut_or_goes_on_is_not_whole(answer):
    assert not is_whole(answer)


@pytest.mark.parametrize(
    "answer",
    [
        whole(b""),
        whole(b"{"),
        whole(b"\xff"),
        whole(b"[" * 100_000),
        whole(b"[]"),
        whole(b'"a"'),
        said(),
        said(GOOD, kind="OSError"),
        said(GOOD, kind=["TemplateError"]),
        said(GOOD, more=1),
        said(*[GOOD] * 1001),
        said(1),
        said({**GOOD, "more": 1}),
        said({key: value for key, value in GOOD.items() if key != "path"}),
        said({**GOOD, "line": True}),
        said({**GOOD, "line": -1}),
        said({**GOOD, "line": "1"}),
        said({**GOOD, "column": 1.0}),
        said({**GOOD, "vi": None}),
        said({**GOOD, "vi": "x" * 20_001}),
        said({**GOOD, "vi": "\ud800"}),
        said({**GOOD, "level": "fatal"}),
        said({**GOOD, "rule": "Not A Rule"}),
        said({**GOOD, "rule": "a.b\n"}),
    ],
)
def test_findings_of_another_form_are_not_taken(answer):
    assert is_whole(answer)
    with pytest.raises(ValueError, match=r"\w"):
        file_of(answer)


def test_the_form_that_the_others_are_spoilt_copies_of_is_taken():
    assert len(brought(said(GOOD, GOOD)).report) == 2


def test_work_that_cannot_be_handed_over_is_a_finding():
    with pytest.raises(TemplateError) as caught:
        run_isolated(work.unpicklable(), Limits(), "a.docx", fork=False)

    assert "lambda" in caught.value.report.text("vi")


@pytest.mark.parametrize("fork", [True, False])
def test_a_system_that_gives_no_process_is_a_finding(fork, monkeypatch):
    def none(*_: object, **__: object) -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(isolate.os, "fork", none)
    monkeypatch.setattr(isolate.subprocess, "Popen", none)

    with pytest.raises(TemplateError) as caught:
        run_isolated(work.small, Limits(), fork=fork)

    assert "temporarily" in caught.value.report.text("en")


def test_a_fork_is_made_only_where_no_thread_can_be_cut_in_two(monkeypatch):
    monkeypatch.setattr(isolate.os, "listdir", lambda _: ["1"])
    alone = may_fork()
    monkeypatch.setattr(isolate.os, "listdir", lambda _: ["1", "2"])
    threaded = may_fork()
    monkeypatch.setattr(sys, "platform", "darwin")

    assert (alone, threaded, may_fork()) == (True, False, False)


def test_threads_are_counted_also_where_the_system_does_not_list_them(monkeypatch):
    def none(_: object) -> list[str]:
        raise FileNotFoundError

    monkeypatch.setattr(isolate.os, "listdir", none)
    monkeypatch.setattr(isolate.threading, "active_count", lambda: 2)

    assert not may_fork()
