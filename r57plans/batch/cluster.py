"""The workers of a dask.distributed cluster, as an executor."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from concurrent.futures import Executor
from typing import NamedTuple

from r57plans.errors import RefusedError
from r57plans.findings import Finding, Message, Report

_EACH = 3  # plans for each thread of a worker


class Cluster(NamedTuple):
    """A cluster at work, and how many plans it is given at a time."""

    executor: Executor
    window: int


@contextlib.contextmanager
def cluster(address: str, seconds: float = 30) -> Iterator[Cluster]:
    """The cluster whose scheduler is at `address`, such as `tcp://10.0.0.1:8786`.

    Its workers need the same version of r57plans, and no disk of ours. Raises RefusedError where
    dask.distributed is not installed, or the scheduler does not answer in time.
    """
    try:
        from distributed import Client
    except ImportError:
        raise RefusedError(Report((_MISSING,))) from None
    try:
        client = Client(address, timeout=seconds, set_as_default=False)
    except (OSError, ValueError) as error:
        raise RefusedError(Report((_unreachable(address, error),))) from None
    with client:
        threads = sum(client.nthreads().values())
        yield Cluster(client.get_executor(pure=False), max(1, threads) * _EACH)


_MISSING = Finding(
    "batch.no-dask",
    "error",
    Message("Chưa cài dask.distributed.", "dask.distributed is not installed."),
    Message(
        "Cài bằng: pip install 'r57plans[dask]'; hoặc bỏ --executor.",
        "Install it: pip install 'r57plans[dask]'; or leave --executor out.",
    ),
)


def _unreachable(address: str, error: Exception) -> Finding:
    said = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
    return Finding(
        "batch.no-cluster",
        "error",
        Message(f"Không kết nối được tới {address}: {said}", f"Cannot reach {address}: {said}"),
        Message(
            "Kiểm tra địa chỉ, ví dụ tcp://10.0.0.1:8786, và `dask scheduler` đang chạy.",
            "Check the address, such as tcp://10.0.0.1:8786, and that `dask scheduler` runs.",
        ),
    )
