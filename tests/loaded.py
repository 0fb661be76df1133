"""What a command takes seconds to load: a process that has imported this forks commands at once."""

import summarizer.batch.reader
import summarizer.batch.run
import summarizer.cli.main
import summarizer.models.providers  # noqa: F401
from summarizer.text import dictionary

dictionary.load()
