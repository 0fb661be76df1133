"""Tests of work on several machines."""
