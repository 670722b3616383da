"""The official layout rules on any Word file: what Word would show, measured against the rules."""
