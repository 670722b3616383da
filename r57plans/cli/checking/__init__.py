"""How the command line says what a check found."""
