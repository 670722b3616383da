"""Writes the shipped templates into their folder: `python -m r57plans.word.maker`."""

from __future__ import annotations

from r57plans.assets import catalogue_folder, templates_folder
from r57plans.files import write_files
from r57plans.word.maker.build import make_templates


def main() -> None:
    """Make every template and print the name of each file written."""
    templates = templates_folder()
    made = make_templates(templates / "source", catalogue_folder() / "layouts")
    write_files({templates / name: data for name, data in made.items()})
    print(*(f"templates/{name}" for name in made), sep="\n")


if __name__ == "__main__":
    main()
