"""The options that several commands share, and the model that they name.

`ModelOptions` and `BriefOptions` are groups of options. `with_groups` lets a command take a group as one
parameter, so that each option is declared once.
"""

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from summarizer.cli.commands import debug_asked
from summarizer.cli.terminal import wrong_usage

if TYPE_CHECKING:
    from summarizer.english.house_glossary import Glossary
    from summarizer.models.choice import Choice
    from summarizer.pipeline import Options
    from summarizer.sections.own import OwnSection


def no_nan(value: float | None) -> float | None:
    """Return a number. Raises typer.BadParameter for `nan`, which passes every comparison with a limit."""
    if value is not None and value != value:  # noqa: PLR0124 - true of nan alone
        raise typer.BadParameter("nan is not a number")
    return value


ModelName = Annotated[
    str | None,
    typer.Option(
        "--model", "-m", help="local, local:FILE.gguf, or provider/name: openai/…, anthropic/…, ollama/…"
    ),
]
BaseUrl = Annotated[
    str | None, typer.Option("--base-url", help="address of a server that speaks as OpenAI's does")
]
ModelPath = Annotated[Path | None, typer.Option("--model-path", help="a GGUF file for the embedded server")]
ProfileName = Annotated[
    str | None, typer.Option("--profile", help="how the model is asked: embedded (small) or hosted (large)")
]
PlanOption = Annotated[
    str | None,
    typer.Option("--plan", help="whole (one question) or piecewise (many small questions, for small models)"),
]
SecondReader = Annotated[
    str,
    typer.Option(
        "--second-reader", help="who judges each statement by its French: same, another model, or none"
    ),
]
Context = Annotated[
    int | None,
    typer.Option(
        "--context",
        min=500,
        max=100_000_000,
        help="limit of tokens, question and answer together",
    ),
]
ServiceTier = Annotated[
    Literal["flex", "flex-or-default", "default", "priority"] | None,
    typer.Option(
        "--service-tier", help="OpenAI only: flex is slower at half price, priority faster and dearer"
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="drop every entry that has a finding")]
TraceFile = Annotated[
    Path | None, typer.Option("--trace", help="add each prompt, answer and finding to this file")
]
GlossaryFile = Annotated[
    Path | None, typer.Option("--glossary", help="terms.tsv: French, English, English that is forbidden")
]
Sections = Annotated[
    list[str] | None,
    typer.Option(
        "--section", help="a section of your own: a .toml or .py file, or the name of an installed one"
    ),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="also fetch addresses of this machine and its network")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="show no progress")]
Debug = Annotated[bool, typer.Option("--debug", callback=debug_asked, help="show the traceback of an error")]


def house(path: Path | None) -> "Glossary | None":
    """Return the glossary in a file, if one is named. Raises SummarizerError."""
    if path is None:
        return None
    from summarizer.english.house_glossary import read_glossary  # noqa: PLC0415

    return read_glossary(path)


def own(named: list[str] | None) -> "tuple[OwnSection, ...]":
    """Return the sections of a user's own that are named. Raises SummarizerError."""
    if not named:
        return ()
    from summarizer.sections.own import find_section  # noqa: PLC0415

    return tuple(map(find_section, named))


def choose(  # noqa: PLR0913, PLR0917 - the options as the commands have them
    model: str | None,
    base_url: str | None,
    model_path: Path | None,
    profile: str | None,
    context: int | None = None,
    service_tier: str | None = None,
    plan: str | None = None,
) -> "Choice":
    """Return the model that the options name. Exit code 2 if there is no such profile or plan."""
    from dataclasses import replace  # noqa: PLC0415

    from summarizer.asking.profiles import PLANS, PROFILES  # noqa: PLC0415
    from summarizer.models.choice import choose_model  # noqa: PLC0415

    if profile is not None and profile not in PROFILES:
        wrong_usage(f"no profile {profile!r}; choose {' or '.join(PROFILES)}")
    if plan is not None and plan not in PLANS:
        wrong_usage(f"no plan {plan!r}; choose {' or '.join(PLANS)}")
    name = model or ("local" if model_path else None)
    choice = choose_model(name, base_url=base_url)
    return replace(
        choice,
        model_path=model_path or choice.model_path,
        profile=profile,
        plan=PLANS[plan] if plan else None,
        context=context,
        service_tier=service_tier,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelOptions:
    """The options that name a model, and how it is asked."""

    model: ModelName = None
    base_url: BaseUrl = None
    model_path: ModelPath = None
    profile: ProfileName = None
    plan: PlanOption = None
    context: Context = None
    service_tier: ServiceTier = None

    def choose(self) -> "Choice":
        """Return the model that the options name. Exit code 2 if there is no such profile or plan."""
        return choose(
            self.model,
            self.base_url,
            self.model_path,
            self.profile,
            self.context,
            self.service_tier,
            self.plan,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefOptions:
    """The options about what is in a brief."""

    second_reader: SecondReader = "none"
    glossary: GlossaryFile = None
    section: Sections = None
    strict: Strict = False

    def for_pipeline(self, trace: Path | None = None) -> "Options":
        """Return the options of the pipeline. Raises SummarizerError if a file they name cannot be used."""
        from summarizer.pipeline import Options  # noqa: PLC0415

        return Options(
            strict=self.strict,
            trace=trace,
            second_reader=self.second_reader,
            glossary=house(self.glossary),
            sections=own(self.section),
        )


def with_groups(command: Callable[..., None]) -> Callable[..., None]:
    """Replace each parameter of a command that is a group of options by the group's options."""
    signature = inspect.signature(command)
    groups: dict[str, Any] = {
        name: each.annotation for name, each in signature.parameters.items() if is_dataclass(each.annotation)
    }
    parameters: list[inspect.Parameter] = []
    for name, parameter in signature.parameters.items():
        if name in groups:
            parameters += [
                parameter.replace(name=field.name, annotation=field.type, default=field.default)
                for field in fields(groups[name])
            ]
        else:
            parameters.append(parameter)

    @functools.wraps(command)
    def called(**given: Any) -> None:
        for name, group in groups.items():
            given[name] = group(**{field.name: given.pop(field.name) for field in fields(group)})
        command(**given)

    called.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    called.__annotations__ = {each.name: each.annotation for each in parameters}
    return called
