"""A Word file as a text that shows all a template decides: for cases of the dialect, and for git.

    ¶[Heading1, center] Kính gửi ⟨b: Sở Tài chính⟩⏎ngày 3
    table 6000 (2): 2000 4000
    | (span 2, fill D9D9D9) a ¶ b |
    | (↓) c | ⟪ table 100 (1): 100 / | d | ⟫ ¶ |
    --- header1

A paragraph begins with `¶`, a format is `⟨b C00000: text⟩`; `⏎` is a line break, `⇥` a tab, `⤓` a
page break, `⁻` a hyphen that does not break, `°` a no-break space, `·` a space that could be
overlooked, `\\u0301` a mark that combines with the letter before it. In a row `(↓)` begins a
vertical merge and `(↑)` continues it; a width is told where it is not that of the grid. A list is
named A, B … in the order in which lists first appear.
"""

from __future__ import annotations

from r57plans.word.outline.stories import outline
from r57plans.word.outline.told import cell_text, row_line, seen

__all__ = ["cell_text", "outline", "row_line", "seen"]
