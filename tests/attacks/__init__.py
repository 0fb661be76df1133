"""Attacks on the real program, grouped by the door through which they come; see README.md."""
