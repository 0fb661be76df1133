"""Tests of the servers, each with its real client."""
