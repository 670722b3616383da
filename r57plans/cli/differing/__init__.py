"""What `r57plans diff` needs beside its command: formats, approvals, rules."""
