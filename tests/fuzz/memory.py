"""How much memory this process has had, and a bound to it; nothing where the system cannot say."""

from __future__ import annotations

import re
import sys
from pathlib import Path

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_STATUS = Path("/proc/self/status")
_PEAK = re.compile(r"VmHWM:\s*(\d+) kB")
_BOUND = 4 * 1024**3


def peak() -> int:
    """The most memory that this process has had, in bytes; 0 where that is not known."""
    if _STATUS.exists():  # here `getrusage` counts what the process that began this one had
        return int(_PEAK.findall(_STATUS.read_text("ascii", "replace"))[0]) * 1024
    if resource is None:
        return 0
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


def bound() -> None:
    """Whoever asks for much more than is allowed is told of, and the machine goes on."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (_BOUND, _BOUND))
