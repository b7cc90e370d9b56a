"""The benchmarks run: tiny, so that they do not rot. What they measure is theirs to tell."""

import os
import subprocess
import sys

import pytest

from tests.benchmarks.__main__ import ALL
from tests.benchmarks.figures import Figure, percentile, table
from tests.conftest import ROOT


@pytest.mark.timeout(300)
def test_every_benchmark_runs_and_fills_its_lines() -> None:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", "--tiny"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for name in ALL:
        assert f"measuring: {name}" in done.stderr
    lines = done.stdout.splitlines()
    wanted = ("start to first paint", "memory", "search", "scrolling", "opening")
    for what in (*wanted, "one commit", "one backup"):
        assert any(what in line for line in lines), what


def test_a_figure_tells_its_ratio_and_whether_its_aim_is_met() -> None:
    near = Figure("near", "2,000", ours=3.0, floor=2.0, aim=1.5)
    far = Figure("far", "2,000", ours=3.2, floor=2.0, aim=1.5)
    slow = Figure("slow", "2,000", ours=1.0, floor=1.0, aim=1.5, limit=2.0, worst=2.5)
    assert [figure.verdict for figure in (near, far, slow)] == ["meets", "misses", "misses"]
    assert near.ratio == 1.5
    assert Figure("alone", "none", ours=1.0).verdict == ""
    assert "1.50x" in table([near]).splitlines()[-1]


def test_the_99th_percentile_leaves_one_in_a_hundred_out() -> None:
    values = [float(n) for n in range(1, 201)]
    assert percentile(values, 99) == 199.0
    assert percentile([7.0], 99) == 7.0
