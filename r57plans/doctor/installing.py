"""How to get what is missing, one line for each system."""

from __future__ import annotations

from r57plans.doctor.records import Install
from r57plans.findings import Message


def _same(text: str) -> Message:
    return Message(text, text)


_ANYWHERE = Message("Mọi hệ điều hành", "Any system")
_DEBIAN, _FEDORA, _WINDOWS, _MACOS = map(_same, ("Debian, Ubuntu", "Fedora", "Windows", "macOS"))

OFFICE = (
    Install(_DEBIAN, _same("sudo apt install libreoffice-writer-nogui")),
    Install(_FEDORA, _same("sudo dnf install libreoffice-writer")),
    Install(_WINDOWS, _same("winget install TheDocumentFoundation.LibreOffice")),
    Install(_MACOS, _same("brew install --cask libreoffice")),
)
FONT = (
    Install(_DEBIAN, _same("sudo apt install fonts-croscore fontconfig")),
    Install(_FEDORA, _same("sudo dnf install liberation-serif-fonts fontconfig")),
    Install(
        _WINDOWS,
        Message(
            "Settings, Personalization, Fonts: khôi phục phông mặc định của Windows",
            "Settings, Personalization, Fonts: restore the fonts that come with Windows",
        ),
    ),
    Install(
        _MACOS,
        Message(
            "Font Book, File, Restore Standard Fonts: khôi phục phông mặc định",
            "Font Book, File, Restore Standard Fonts",
        ),
    ),
)
LIBRARIES = (Install(_ANYWHERE, _same("python -m pip install --upgrade r57plans")),)
DATA = (Install(_ANYWHERE, _same("python -m pip install --force-reinstall --no-deps r57plans")),)
TERMINAL = (
    Install(_WINDOWS, _same("chcp 65001 && set PYTHONUTF8=1")),
    Install(Message("Linux, macOS", "Linux, macOS"), _same("export PYTHONUTF8=1")),
)


def extra(name: str) -> tuple[Install, ...]:
    """How to get one of the extras of the package."""
    return (Install(_ANYWHERE, _same(f'python -m pip install "r57plans[{name}]"')),)
