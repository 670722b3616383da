"""Picture files: their kind and their size, read from their heads and never decoded."""
