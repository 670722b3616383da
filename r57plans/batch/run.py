"""A batch: every plan of a folder made, those that are finished left alone, all of it noted."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Mapping
from concurrent.futures import CancelledError, Executor
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path
from time import perf_counter

from r57plans.batch.folder import OutFolder
from r57plans.batch.order import Made, Options, Order
from r57plans.batch.records import Done, Record, records_in
from r57plans.batch.sources import Source, sources_in
from r57plans.errors import LoadError
from r57plans.files import cause_of
from r57plans.findings import NO_HINT, Language, Message, Report

Progress = Callable[[Record, int, int], None]
"""Told of each plan that is done, with how many are and of how many."""

INTERRUPTED = Message(
    "Đã dừng theo yêu cầu; chạy lại lệnh này để làm tiếp.",
    "Stopped as asked; run the same command again to go on.",
)
CANCELLED = Message(
    "Mất kết nối tới cụm máy; phần đã xong được giữ lại, chạy lại lệnh này để làm tiếp.",
    "The cluster is gone; what is finished stays, run the command again to go on.",
)
_WINDOW = 16


def unwritable(error: OSError) -> Message:
    """Why a batch ended where nothing can be written any more."""
    vi, en = cause_of(error)
    return Message(
        f"Không ghi được nữa ({vi}); phần đã xong được giữ lại, chạy lại lệnh này để làm tiếp.",
        f"Nothing more can be written ({en}); what is finished stays, run the command again.",
    )


def batch(
    folder: Path | str,
    out: Path | str,
    options: Options | None = None,
    *,
    table: Path | str | None = None,
    jobs: int | None = None,
    executor: Executor | None = None,
    window: int = _WINDOW,
    progress: Progress | None = None,
    language: Language = "vi",
) -> Done:
    """The documents of every plan file below a folder, each plan's in a folder of its own.

    What is there already from the same inputs is left alone. One bad plan never stops the others;
    Ctrl-C and a full disk end the batch with what is finished noted, and the next one goes on from
    there. Work is done by `jobs` processes, as many as there are processors unless said, or by an
    `executor` of the caller's, such as a cluster's, which is given `window` plans at a time; an
    order holds the plan's bytes and its answer the documents', so that no disk is shared.

    With a `table` of provinces, `folder` is the common plan of which each row makes a plan
    (`rows.sources_from`); the plan file of each province then is beside its documents.

    Raises RefusedError where another batch writes into `out`, or PDFs are wanted and there is no
    LibreOffice here to make them; OSError where `out` cannot be written, LoadError where the
    common plan or the table cannot be read.
    """
    start = perf_counter()
    options = options or Options()
    sources, report = _sources(Path(folder), Path(out), table, options)
    if not sources:
        return Done((), perf_counter() - start)
    if options.pdf and executor is None:
        from r57plans.office import pdf_program

        pdf_program()
    place = OutFolder(Path(out))
    with place.locked():
        run = _Run(sources, place, options, progress, language)
        stopped = run.take(_made(run.orders(), jobs, executor, window, place.lock))
        records = run.finish()
    return Done(records, perf_counter() - start, stopped, report)


def _sources(
    folder: Path, out: Path, table: Path | str | None, options: Options
) -> tuple[list[Source], Report]:
    if table is None:
        return sources_in(folder, out), Report()
    from r57plans.batch.rows import sources_from

    return sources_from(folder, Path(table), options.on)


def _made(
    orders: Iterator[Order], jobs: int | None, executor: Executor | None, window: int, lock: int
) -> Generator[Made]:
    """What is made of the orders. Nothing that makes documents is loaded where there are none."""
    first = next(orders, None)
    if first is None:
        return
    from r57plans.batch.workers import made_by, made_elsewhere

    orders = chain([first], orders)
    if executor is None:
        yield from made_by(orders, jobs or os.cpu_count() or 1, lock)
    else:
        yield from made_elsewhere(orders, executor, window)


class _Run:
    """One batch at work: what is known of each plan, before and now."""

    def __init__(
        self,
        sources: list[Source],
        place: OutFolder,
        options: Options,
        progress: Progress | None,
        language: Language,
    ) -> None:
        self._sources = {source.name: source for source in sources}
        self._place, self._options, self._language = place, options, language
        self._progress = progress
        self._before = records_in(place.path)
        self._records: dict[str, Record] = {}
        self._keys: dict[str, str] = {}

    def orders(self) -> Iterator[Order]:
        """Orders for the plans that are not there yet, or no longer as they would be made now.

        Each plan is read when its turn comes.
        """
        for source in self._sources.values():
            order = self._order(source)
            if order and not self._is_there(order):
                yield order

    def _is_there(self, order: Order) -> bool:
        """Whether the plan is there as it would be made; then it is told as done."""
        known, key = self._before.get(order.name), order.key
        if known and not known.failed and known.key == key and known.is_there(self._place.path):
            self._done(replace(known, skipped=True))
            return True
        self._keys[order.name] = key
        return False

    def take(self, made: Generator[Made]) -> Message:
        """Put what is made into its place; what comes back says why that ended early, if it did."""
        try:
            for each in made:
                self._keep(each)
        except KeyboardInterrupt:
            return INTERRUPTED
        except CancelledError:
            return CANCELLED
        except OSError as error:
            return unwritable(error)
        finally:
            made.close()
        return NO_HINT

    def finish(self) -> tuple[Record, ...]:
        """Write the manifest; gives the records of all plans that were reached."""
        left = {name: self._before[name] for name in self._sources if name in self._before}
        with suppress(OSError):  # the journal has it all
            self._place.finish({**left, **self._records}.values())
        return tuple(self._records[name] for name in self._sources if name in self._records)

    def _order(self, source: Source) -> Order | None:
        """The order for a plan; None for a file that cannot be read, which is noted."""
        try:
            return source.order(self._options)
        except LoadError as error:
            findings = tuple(error.report)
            unread = Made(source.name, findings, 0.0, failed=True)
            self._done(Record.of(unread, "", self._earlier(source.name), self._language))
            return None

    def _earlier(self, name: str) -> Mapping[str, str]:
        """The files that an earlier batch made of a plan; they stay where it cannot be made now."""
        known = self._before.get(name)
        return known.files if known else {}

    def _keep(self, made: Made) -> None:
        source = self._sources[made.name]
        made = source.told(made)
        before = self._earlier(made.name)
        files = before
        if not made.failed:
            files = self._place.put((f"{source.folder}/{name}", data) for name, data in made.files)
            self._place.drop(before.keys() - files.keys())
        record = Record.of(made, self._keys[made.name], files, self._language)
        self._place.note(record)
        self._done(record)

    def _done(self, record: Record) -> None:
        self._records[record.name] = record
        if self._progress:
            self._progress(record, len(self._records), len(self._sources))
