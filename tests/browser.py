"""A page in a real Chromium: what it has become, and what it answers when it is used."""

from __future__ import annotations

import json
import subprocess
import tempfile
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

_ANSWER = "answer-of-the-test"
_QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
_OFFLINE = ("--host-resolver-rules=MAP * ~NOTFOUND", "--force-prefers-reduced-motion")


def chromium(page: Path, *given: str) -> str:
    """Runs Chromium on a file with a profile of its own; what it prints."""
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            ["chromium", *_QUIET, *_OFFLINE, f"--user-data-dir={profile}", *given, page.as_uri()],
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=True,
        )
    return done.stdout


def asked(page: str, script: str, folder: Path, *given: str) -> Any:
    """What a script answers (`return …`, data) that runs in the page after the page's own.

    The page's policy is widened by this one script, as it lets no other in.
    """
    code = (
        "(async () => { const answer = await (async () => {\n"
        f"{script}\n}})(); const node = document.createElement('pre'); node.id = '{_ANSWER}'; "
        "node.textContent = JSON.stringify(answer); document.body.append(node); })();"
    )
    digest = b64encode(sha256(code.encode()).digest()).decode()
    there = page.replace("script-src ", f"script-src 'sha256-{digest}' ", 1)
    file = folder / "page.html"
    file.write_text(there.replace("</body>", f"<script>{code}</script></body>"), "utf-8")
    said = chromium(file, "--virtual-time-budget=4000", "--dump-dom", *given)
    return json.loads(unescape(said.partition(f'id="{_ANSWER}">')[2].partition("</pre>")[0]))
