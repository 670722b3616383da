"""A batch on a real dask.distributed cluster of two workers, one of which is lost half-way."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from r57plans.batch import Options, Record, batch
from r57plans.batch.cluster import cluster
from r57plans.errors import RefusedError

OPTIONS = Options(documents=("action-plan",), languages=("vi",))

pytestmark = pytest.mark.word


@pytest.fixture
def address() -> Iterator[str]:
    """The address of a scheduler with two worker processes on this machine."""
    distributed = pytest.importorskip(
        "distributed", reason="dask.distributed is not installed: pip install 'r57plans[dask]'"
    )
    made = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    )
    with made:
        yield made.scheduler_address


@pytest.mark.filterwarnings("ignore")
def test_a_worker_that_is_killed_half_way_loses_no_plan(
    plans: Path, tmp_path: Path, address: str
) -> None:
    for number in range(9):
        copy = plans / f"copy-{number}.yaml"
        copy.write_bytes((plans / "ha-nam.yaml").read_bytes())
    killed: list[int] = []

    with cluster(address) as workers:

        def kill_one(_record: Record, number: int, _of: int) -> None:
            if number == 3:
                victim = workers.executor.submit(os.getpid).result()
                killed.append(victim)
                os.kill(victim, signal.SIGKILL)

        done = batch(
            plans, tmp_path / "out", OPTIONS, executor=workers.executor,
            window=workers.window, progress=kill_one,
        )  # fmt: skip

    assert len(killed) == 1
    assert (len(done.made), done.failed) == (12, ())


def test_a_cluster_that_does_not_answer_is_said_to_be_so() -> None:
    pytest.importorskip("distributed", reason="dask.distributed is not installed")

    with pytest.raises(RefusedError, match="Cannot reach"), cluster("tcp://127.0.0.1:9", 0.5):
        pass
