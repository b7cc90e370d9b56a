"""Owns how much memory a process holds. Imports nothing heavy: the floor of a start uses it."""

import sys
from pathlib import Path


def resident_mb() -> float:
    """The resident memory of this process in MB; its peak where only that can be had."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
