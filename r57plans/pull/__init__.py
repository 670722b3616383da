"""Edits that colleagues made in Word, back into the plan: proposals, conflicts, a changed file."""
