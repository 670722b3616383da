"""Another Word file on its way into the document being made: read and cleaned once, then copied."""
