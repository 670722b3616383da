"""What expressions may do: every operation on plain data, checked and counted before it is done."""
