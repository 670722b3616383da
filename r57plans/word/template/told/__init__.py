"""Faults in terms of what the author of a template sees in Word."""
