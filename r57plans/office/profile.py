"""The profile that LibreOffice is given: nothing of the user's, macros off, nothing fetched."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_FONTS = "/org.openoffice.Office.Common/Font/Substitution"
_SETTINGS = {
    (_SECURITY, "DisableMacrosExecution"): "true",
    (_SECURITY, "MacroSecurityLevel"): "3",
    (_SECURITY, "BlockUntrustedRefererLinks"): "true",
    ("/org.openoffice.Office.Writer/Content/Update", "Link"): "0",
}
_REGISTRY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n{items}</oor:items>\n'
)
_ITEM = '<item oor:path="{path}">{inner}</item>\n'
_VALUE = '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'


def set_up(profile: Path, instead: tuple[str, str] | None = None) -> None:
    """Make a profile in a folder; `instead` is a font and the one that is used in its place."""
    items = [
        _ITEM.format(path=path, inner=_VALUE.format(name=name, value=value))
        for (path, name), value in _SETTINGS.items()
    ]
    if instead:
        items += _substitution(*instead)
    user = profile / "user"
    user.mkdir(parents=True)
    text = _REGISTRY.format(items="".join(items))
    (user / "registrymodifications.xcu").write_text(text, "utf-8")


def _substitution(font: str, other: str) -> list[str]:
    pair = {
        "ReplaceFont": font,
        "SubstituteFont": other,
        "Always": "true",  # its own table of alike fonts comes first otherwise
        "OnScreenOnly": "false",
    }
    inner = "".join(_VALUE.format(name=name, value=escape(value)) for name, value in pair.items())
    node = f'<node oor:name="_1" oor:op="replace">{inner}</node>'
    on = _VALUE.format(name="Replacement", value="true")
    return [
        _ITEM.format(path=_FONTS, inner=on),
        _ITEM.format(path=f"{_FONTS}/FontPairs", inner=node),
    ]
