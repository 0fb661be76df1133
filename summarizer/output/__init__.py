"""Finished briefs: renderings, tables, the index of a folder, the JSON Schema."""
