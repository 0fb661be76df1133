"""The errors that this package raises, in one tree.

SummarizerError
├── ArticleError            a file that is no article: empty, binary, too large, unreadable
│   └── ArticleTooLong      no part of the article fits what the model can be shown
├── ModelError              a model did not give an answer
│   ├── ModelUnavailable    no model is set up, or its server cannot be reached
│   ├── ModelRefused        the server refuses the request: key, permission, model name, parameters
│   └── ModelOutputError    an answer came and cannot be used: cut off, declined, wrong after re-asking
│       └── UnreadableAnswer    it does not fit the type that was asked for
├── ProgramFault            what nobody foresaw, which an article brought out
└── BatchError              a folder's run cannot go on
"""

import traceback
from pathlib import PurePath

from summarizer.text.printable import one_line
from summarizer.text.secrets import without_secrets


class SummarizerError(Exception):
    """Any error of this package; its message is one line that says what failed and what to do next.

    Much of a message may come from outside: file names, words of a server. So it is made printable and
    loses keys and passwords here, before it reaches a terminal, a log, the journal or a caller.
    """

    def __init__(self, message: str) -> None:
        super().__init__(one_line(without_secrets(message)))


class ArticleError(SummarizerError):
    """The input is not an article that can be read."""


class ArticleTooLong(ArticleError):  # noqa: N818 - reads as what happened
    """What has to be shown of the article at once does not fit the model's context."""


class ModelError(SummarizerError):
    """A model did not give a usable answer; `status` is the server's HTTP status, where it gave one."""

    def __init__(self, message: str, *, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


class ModelUnavailable(ModelError):  # noqa: N818 - reads as what happened
    """No model is set up, its weights are not whole, or its server cannot be reached."""


class ModelRefused(ModelError):  # noqa: N818
    """The server refuses the request, and sending it again would not change that."""


class ModelOutputError(ModelError):
    """The answer is cut off, declined, not what was asked for, or stays wrong after asking again."""


class UnreadableAnswer(ModelOutputError):  # noqa: N818 - reads as what happened
    """The answer does not fit its type. `text` is the answer as it came, `reason` what is wrong with it."""

    def __init__(self, message: str, *, text: str, reason: str) -> None:
        super().__init__(message)
        self.text = text
        self.reason = reason


class ProgramFault(SummarizerError):  # noqa: N818 - reads as what happened
    """A fault of this program that one article brought out; the message says where, for whoever mends it."""

    def __init__(self, fault: Exception) -> None:
        frames = traceback.extract_tb(fault.__traceback__)
        place = f" in {PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
        words = f"{type(fault).__name__}: {fault}"[:300]
        super().__init__(f"a fault of this program ({words}{place}); please report it")


class BatchError(SummarizerError):
    """A run over a folder cannot start or go on."""


def check_range(name: str, value: float | None, least: float, most: float) -> None:
    """Raise SummarizerError for a number that is out of range, or `nan`; None is in every range."""
    if value is not None and not least <= value <= most:
        raise SummarizerError(f"{name} is {value!r}; give a number from {least:,g} to {most:,g}")
