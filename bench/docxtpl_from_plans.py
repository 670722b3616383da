"""A script that starts from plan files as a batch does, and has docxtpl write the documents.

`python docxtpl_from_plans.py SCENE OUT` reads `SCENE/plans/*.yaml`. docxtpl brings nothing to read
and check a plan or to put its contents into words, so the script has r57plans do that.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from docxtpl import DocxTemplate

from bench.peer_batch import context_for_peer, context_of
from r57plans import load_plan
from r57plans.assets import templates_folder


def _main(scene: Path, out: Path) -> None:
    folder = templates_folder()
    shipped = {name: (folder / name / "action-plan.docx").read_bytes() for name in ("vi", "en")}
    for path in sorted((scene / "plans").glob("*.yaml")):
        plan = load_plan(path)
        for language, template in shipped.items():
            context = context_for_peer(template, context_of(plan, language))
            document = DocxTemplate(scene / f"{language}.docx")
            document.render(context, autoescape=True)
            document.save(out / f"{path.stem}.{language}.docx")


if __name__ == "__main__":
    _main(Path(sys.argv[1]), Path(sys.argv[2]))
