"""The document being made: what is added to its parts, and which names and numbers are free."""
