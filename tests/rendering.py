"""Word files to PDF by LibreOffice, with the fonts of Debian's fonts-croscore and no others."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

FONTS = Path("/usr/share/fonts/truetype/croscore")
_FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias binding="same">
    <family>Times New Roman</family>
    <prefer><family>Tinos</family></prefer>
  </alias>
</fontconfig>
"""


def rendered(files: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """The PDF of each file, by the same names; one start of LibreOffice for all of them.

    RuntimeError where LibreOffice or the fonts are missing, or a file came out as nothing.
    """
    if not FONTS.is_dir():
        raise RuntimeError("fonts-croscore is not installed; .ci/run says how these tests are run")
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    convert([folder / f"{name}.docx" for name in files], folder)
    lost = [name for name in files if not (folder / f"{name}.pdf").exists()]
    if lost:
        raise RuntimeError(f"LibreOffice made no PDF of {', '.join(lost)}")
    return {name: folder / f"{name}.pdf" for name in files}


def convert(files: list[Path], folder: Path) -> None:
    """Writes the PDF of each file, of whatever kind, into the folder."""
    settings = folder / "fonts.conf"
    settings.write_text(_FONTCONFIG.format(fonts=FONTS, cache=folder / "fonts"), "utf-8")
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            *("--convert-to", "pdf"),
            *("--outdir", str(folder)),
            *map(str, files),
        ],
        env=_environment(settings, folder),
        capture_output=True,
        timeout=180,
        check=True,
    )


def _environment(settings: Path, folder: Path) -> dict[str, str]:
    return {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "FONTCONFIG_FILE": str(settings),
    }
