"""Processes that make plans: they end with the one that began them, and one may be lost."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from concurrent.futures.process import ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing.connection import wait as wait_for

from r57plans.batch.making import make
from r57plans.batch.order import Made, Order
from r57plans.findings import NO_HINT, Finding, Message
from r57plans.load import load_catalogue, load_registers
from r57plans.word.template.apart.isolate import may_fork

_IN_FLIGHT = 3  # orders for each worker, so that none waits for its next and few are in memory
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux

LOST = Finding(
    "batch.worker-lost",
    "error",
    Message(
        "Tiến trình xử lý kế hoạch này bị dừng giữa chừng, hai lần.",
        "The process that worked on this plan was lost, twice.",
    ),
    Message(
        "Chạy riêng kế hoạch này bằng r57plans build để xem; có thể máy hết bộ nhớ.",
        "Try this plan alone with r57plans build; the machine may be out of memory.",
    ),
)


def made_by(orders: Iterable[Order], jobs: int, lock: int = -1) -> Iterator[Made]:
    """What comes of the orders, as each is finished, by as many processes; by one, done here.

    No more processes are begun than there are orders.
    Where a worker is lost, the orders that it may have had are tried again, each alone. `lock` is
    an open file that workers must not keep open.
    """
    rest = iter(orders)
    first = list(islice(rest, jobs))
    rest = chain(first, rest)
    jobs = len(first)
    if jobs <= 1:
        yield from map(make, rest)
        return
    load_registers()
    load_catalogue()  # once, before the processes are forked
    lost: list[Order] = []
    while True:
        yield from _in_pool(rest, jobs, lock, lost)
        if not lost:
            return
        suspects, lost = lost, []
        for order in suspects:
            again: list[Order] = []
            yield from _in_pool(iter([order]), 1, lock, again)
            yield from (failed(each, LOST) for each in again)


def made_elsewhere(orders: Iterable[Order], executor: Executor, window: int) -> Iterator[Made]:
    """What comes of the orders by an executor of the caller's; at most `window` wait at a time."""
    lost: list[Order] = []
    yield from _in_turn(executor, iter(orders), window, lost)
    yield from (failed(order, LOST) for order in lost)


def failed(order: Order, finding: Finding) -> Made:
    """A plan of which nothing could be made, and why."""
    return Made(order.name, (finding,), 0.0, failed=True)


def _in_pool(orders: Iterator[Order], jobs: int, lock: int, lost: list[Order]) -> Iterator[Made]:
    forks = may_fork()
    context = multiprocessing.get_context("fork" if forks else "spawn")
    told = (os.getpid(), lock if forks else -1)
    pool = ProcessPoolExecutor(jobs, context, _begin, told)
    try:
        yield from _in_turn(pool, orders, _IN_FLIGHT * jobs, lost)
    finally:
        pool.shutdown(cancel_futures=True)


def _in_turn(
    executor: Executor, orders: Iterator[Order], window: int, lost: list[Order]
) -> Iterator[Made]:
    """The orders by an executor, `window` at a time; those whose worker was lost go to `lost`, and
    then no more are begun. Raises CancelledError where the executor gives them up."""
    waiting: dict[Future[Made], Order] = {}
    while True:
        while len(waiting) < window and not lost and (order := next(orders, None)):
            waiting[executor.submit(make, order)] = order
        if not waiting:
            return
        for future in wait(waiting, return_when=FIRST_COMPLETED).done:
            order = waiting.pop(future)
            error = future.exception()
            if error is None:
                yield future.result()
            elif isinstance(error, BrokenExecutor):
                lost.append(order)
            else:
                yield failed(order, _broke(error))


def _broke(error: BaseException) -> Finding:
    said = f"{type(error).__name__}: {error}".splitlines()[0][:300]
    return Finding(
        "batch.broke",
        "error",
        Message(
            f"Không xử lý được kế hoạch này: {said}", f"This plan could not be worked on: {said}"
        ),
        NO_HINT,
    )


def _begin(parent: int, lock: int) -> None:
    """What a worker does first: leave interrupts to its parent, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if lock >= 0:
        os.close(lock)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:  # it was gone before that
            os._exit(1)
    else:
        threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)
