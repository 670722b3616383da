"""A batch that is killed leaves whole files, no worker, and a folder that is free at once."""

from __future__ import annotations

from batch_proof import prove


def test_a_killed_batch_loses_nothing_and_leaves_nobody_behind() -> None:
    tally = prove(kills=1, plans=4)

    assert tally.kills == 1
    assert (tally.parts, tally.lost, tally.workers_left) == ([], [], 0)
    assert tally.slowest_lock < 5
