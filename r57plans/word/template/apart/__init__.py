"""Rendering apart, in a child process that is killed at its limits."""
