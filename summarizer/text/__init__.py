"""Spans, folding and numbers: what every reader of text shares."""
