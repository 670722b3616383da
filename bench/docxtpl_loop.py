"""A script as a user of docxtpl would write it: every context of a folder, one after the other.

`python docxtpl_loop.py SCENE OUT` reads `SCENE/contexts/*.json`, of which each names its template,
and writes as many Word files. It knows nothing of r57plans.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate


def _main(scene: Path, out: Path) -> None:
    for path in sorted((scene / "contexts").glob("*.json")):
        given = json.loads(path.read_text("utf-8"))
        document = DocxTemplate(scene / given["template"])
        document.render(given["context"], autoescape=True)
        document.save(out / f"{path.stem}.docx")


if __name__ == "__main__":
    _main(Path(sys.argv[1]), Path(sys.argv[2]))
