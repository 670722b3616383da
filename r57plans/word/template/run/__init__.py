"""One rendering: what a program calls while it runs, and what becomes of what it writes."""
