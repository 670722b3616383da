"""LibreOffice, headless, settles the tracked changes of Word files: what we are held against."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Settling = Literal["AcceptAllTrackedChanges", "RejectAllTrackedChanges", ""]
ACCEPT: Settling = "AcceptAllTrackedChanges"
REJECT: Settling = "RejectAllTrackedChanges"

_JOBS = "jobs.txt"
_AT_ONCE = 12  # files; over many, LibreOffice 7.4 ends without a word
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Settling"/>
</library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settling"
 script:language="StarBasic">
Sub SettleAll
  On Error Goto Leave
  Dim source, target, command As String
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim word(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  word(0).Name = "FilterName" : word(0).Value = "MS Word 2007 XML"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  jobs = FreeFile
  Open "{jobs}" For Input As #jobs
  Do While Not Eof(jobs)
    Line Input #jobs, source
    Line Input #jobs, command
    Line Input #jobs, target
    document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
    If command &lt;&gt; "" Then
      frame = document.CurrentController.Frame
      dispatcher.executeDispatch(frame, ".uno:" &amp; command, "", 0, Array())
    End If
    document.storeToURL(target, word())
    document.close(True)
  Loop
Leave:
  Close
  StarDesktop.terminate()
End Sub
</script:module>
"""


@dataclass(frozen=True, slots=True)
class Job:
    """A Word file, and what LibreOffice does with its tracked changes before it saves it."""

    data: bytes
    settling: Settling = ""


def settled(jobs: Sequence[Job], folder: Path) -> list[bytes]:
    """Each file as LibreOffice saved it; it is started anew for every few of them.

    RuntimeError where it could not be run or saved less than all.
    """
    _office(folder, "--terminate_after_init")  # makes the profile, which would replace the macro
    library = folder / "profile" / "user" / "basic" / "Standard"
    (library / "script.xlb").write_text(_LIBRARY, "utf-8")
    (library / "Settling.xba").write_text(_MODULE.replace("{jobs}", str(folder / _JOBS)), "utf-8")
    found: list[bytes] = []
    for start in range(0, len(jobs), _AT_ONCE):
        found += _some(jobs[start : start + _AT_ONCE], folder)
    return found


def _some(jobs: Sequence[Job], folder: Path) -> list[bytes]:
    targets = [folder / f"{n}.out.docx" for n in range(len(jobs))]
    lines = []
    for n, (job, target) in enumerate(zip(jobs, targets, strict=True)):
        source = folder / f"{n}.docx"
        source.write_bytes(job.data)
        target.unlink(missing_ok=True)
        lines += [source.as_uri(), job.settling, target.as_uri()]
    (folder / _JOBS).write_text("\n".join(lines) + "\n", "utf-8")
    said = _office(folder, "macro:///Standard.Settling.SettleAll", seconds=180 + 10 * len(jobs))
    if lost := [path.name for path in targets if not path.exists()]:
        raise RuntimeError(f"LibreOffice did not save {', '.join(lost)}: {said}")
    return [path.read_bytes() for path in targets]


def _office(folder: Path, what: str, seconds: int = 180) -> str:
    """What LibreOffice complained of; it ends with all that it started, in time or killed."""
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        what,
    ]
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}
    with subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
    ) as process:
        try:
            return process.communicate(timeout=seconds)[1]
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
