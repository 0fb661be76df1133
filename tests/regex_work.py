"""How much work a regular expression does on a text, counted in steps of a backtracking matcher.

The clock says nothing on a shared machine, and Python's engine does not count. This matcher follows the
same parse tree in the same order, without the engine's short cuts, and gives up at a limit.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Then = Callable[[int], bool]


class TooMuchWorkError(Exception):
    """The limit of steps was reached."""


@lru_cache(maxsize=4)
def _tree(pattern: str, flags: int) -> Any:
    """Parse a pattern once for all texts."""
    return _parser.parse(pattern, flags)


@cache
def _method(op: Any) -> str:
    """Name the method that follows an operation."""
    return f"_{str(op).lower()}"


class Matcher:
    """One pattern on one text."""

    def __init__(self, pattern: re.Pattern[str], text: str, limit: int) -> None:
        self.text, self.limit, self.steps = text, limit, 0
        self.flags = int(pattern.flags)
        self.tree = _tree(pattern.pattern, self.flags & ~int(re.DEBUG))
        self.ones: dict[tuple[int, str, bool], bool] = {}
        self.groups: dict[int, tuple[int, int]] = {}

    def search_all(self) -> int:
        """Look for the pattern from every place, as `finditer` does; return the steps taken."""
        at = 0
        while at <= len(self.text):
            ends: list[int] = []
            self.groups = {}
            if self._run(self.tree, 0, at, lambda end, ends=ends: ends.append(end) or True):  # type: ignore[misc]
                at = max(ends[-1], at + 1)
            else:
                at += 1
        return self.steps

    def _run(self, nodes: Any, index: int, at: int, then: Then) -> bool:
        self.steps += 1
        if self.steps > self.limit:
            raise TooMuchWorkError
        parts = nodes.data  # the list itself: the tree's own `len` and `[]` are calls
        if index == len(parts):
            return then(at)
        op, value = parts[index]
        go_on: Then = lambda end: self._run(nodes, index + 1, end, then)  # noqa: E731
        if op in _ONE:
            return at < len(self.text) and self._is_one(op, value, self.text[at]) and go_on(at + 1)
        return getattr(self, _method(op))(value, at, go_on)

    def _is_one(self, op: Any, value: Any, char: str) -> bool:
        if op is c.IN:  # a set of characters is the same object each time
            known = (id(value), char, bool(self.flags & _IGNORECASE))
            if known not in self.ones:
                self.ones[known] = self._is_in(value, char)
            return self.ones[known]
        if op is c.ANY:
            return char != "\n" or bool(self.flags & _DOTALL)
        if op is c.LITERAL:
            return self._same(char, value)
        if op is c.NOT_LITERAL:
            return not self._same(char, value)
        return self._is_in(value, char)

    def _is_in(self, value: Any, char: str) -> bool:
        negate = value[0][0] is c.NEGATE
        found = any(self._in(item, char) for item in value)
        return found is not negate

    def _same(self, char: str, code: int) -> bool:
        other = chr(code)
        return char == other or bool(self.flags & _IGNORECASE and char.lower() == other.lower())

    def _in(self, item: Any, char: str) -> bool:
        op, value = item
        if op is c.LITERAL:
            return self._same(char, value)
        if op is c.RANGE:
            chars = (char, char.lower(), char.upper()) if self.flags & _IGNORECASE else (char,)
            return any(len(each) == 1 and value[0] <= ord(each) <= value[1] for each in chars)
        if op is c.CATEGORY:
            return bool(_CATEGORIES[value].match(char))
        return False

    def _subpattern(self, value: Any, at: int, then: Then) -> bool:
        group, added, removed, nodes = value
        outer, inner = self.flags, (self.flags | added) & ~removed

        def close(end: int) -> bool:
            if group is not None:
                self.groups[group] = (at, end)
            self.flags = outer
            matched = then(end)
            self.flags = inner
            return matched

        self.flags = inner
        matched = self._run(nodes, 0, at, close)
        self.flags = outer
        return matched

    def _branch(self, value: Any, at: int, then: Then) -> bool:
        return any(self._run(nodes, 0, at, then) for nodes in value[1])

    def _max_repeat(self, value: Any, at: int, then: Then) -> bool:
        return self._repeat(value, at, then, 0, greedy=True)

    def _min_repeat(self, value: Any, at: int, then: Then) -> bool:
        return self._repeat(value, at, then, 0, greedy=False)

    def _repeat(self, value: Any, at: int, then: Then, count: int, *, greedy: bool) -> bool:
        low, high, nodes = value

        def again(end: int) -> bool:
            return (end > at or count < low) and self._repeat(value, end, then, count + 1, greedy=greedy)

        def more() -> bool:
            return count < high and self._run(nodes, 0, at, again)

        if count < low:
            return more()
        return (more() or then(at)) if greedy else (then(at) or more())

    def _possessive_repeat(self, value: Any, at: int, then: Then) -> bool:
        low, high, nodes = value
        count = 0
        while count < high and (end := self._end(nodes, at)) is not None:
            count += 1
            if end == at:
                break
            at = end
        return count >= low and then(at)

    def _atomic_group(self, nodes: Any, at: int, then: Then) -> bool:
        end = self._end(nodes, at)
        return end is not None and then(end)

    def _end(self, nodes: Any, at: int) -> int | None:
        ends: list[int] = []
        return ends[-1] if self._run(nodes, 0, at, lambda end: ends.append(end) or True) else None  # type: ignore[func-returns-value]

    def _looks(self, value: Any, at: int) -> bool:
        way, nodes = value
        start = at if way > 0 else at - nodes.getwidth()[0]
        return start >= 0 and self._end(nodes, start) is not None

    def _assert(self, value: Any, at: int, then: Then) -> bool:
        return self._looks(value, at) and then(at)

    def _assert_not(self, value: Any, at: int, then: Then) -> bool:
        return not self._looks(value, at) and then(at)

    def _groupref(self, group: int, at: int, then: Then) -> bool:
        start, end = self.groups.get(group, (0, -1))
        said = self.text[start:end]
        return end >= start and self.text.startswith(said, at) and then(at + len(said))

    def _groupref_exists(self, value: Any, at: int, then: Then) -> bool:
        group, yes, no = value
        nodes = yes if group in self.groups else no
        return then(at) if nodes is None else self._run(nodes, 0, at, then)

    def _at(self, value: Any, at: int, then: Then) -> bool:
        text = self.text
        here = at < len(text) and _WORD(text[at])
        before = at > 0 and _WORD(text[at - 1])
        lines = bool(self.flags & _MULTILINE)
        holds = {
            c.AT_BEGINNING: at == 0 or (lines and text[at - 1] == "\n"),
            c.AT_BEGINNING_STRING: at == 0,
            c.AT_END: at >= len(text) - (text[-1:] == "\n") or (lines and text[at : at + 1] == "\n"),
            c.AT_END_STRING: at == len(text),
            c.AT_BOUNDARY: here is not before,
            c.AT_NON_BOUNDARY: here is before,
        }[value]
        return holds and then(at)


_DOTALL, _IGNORECASE, _MULTILINE = int(re.DOTALL), int(re.IGNORECASE), int(re.MULTILINE)
# Plain numbers: an operation on two flags makes a third, which takes longer than a step of the matcher.
_ONE = (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN)
_CATEGORIES = {
    c.CATEGORY_DIGIT: re.compile(r"\d"),
    c.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
    c.CATEGORY_SPACE: re.compile(r"\s"),
    c.CATEGORY_NOT_SPACE: re.compile(r"\S"),
    c.CATEGORY_WORD: re.compile(r"\w"),
    c.CATEGORY_NOT_WORD: re.compile(r"\W"),
}


def _WORD(char: str) -> bool:  # noqa: N802
    return char.isalnum() or char == "_"
