"""What several commands take: the options that name a model, and the model that they name."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from summarizer.models.choice import Choice

ModelName = Annotated[
    str | None, typer.Option("--model", "-m", help="local, or provider/name: openai/…, anthropic/…, ollama/…")
]
BaseUrl = Annotated[str | None, typer.Option("--base-url", help="an OpenAI-compatible server")]
ModelPath = Annotated[Path | None, typer.Option("--model-path", help="a GGUF file for the embedded server")]
ProfileName = Annotated[
    str | None, typer.Option("--profile", help="how the model is spoken to: embedded or hosted")
]
PlanOption = Annotated[
    str | None,
    typer.Option("--plan", help="whole (one question) or piecewise (many small ones, for small models)"),
]
SecondReader = Annotated[
    str,
    typer.Option("--second-reader", help="judges each statement by its French: same, a model, or none"),
]
Context = Annotated[
    int | None, typer.Option("--context", min=500, help="tokens that the model takes, question and answer")
]
ServiceTier = Annotated[
    Literal["flex", "default", "priority"] | None,
    typer.Option("--service-tier", help="OpenAI's: flex is cheaper and slower, priority the reverse"),
]
Strict = Annotated[bool, typer.Option("--strict", help="drop all that has a finding")]
TraceFile = Annotated[
    Path | None, typer.Option("--trace", help="a file to which each prompt, answer and finding is added")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="fetch addresses of this machine and its network, too")
]
Debug = Annotated[bool, typer.Option("--debug", help="show the traceback of an error")]


def chosen(  # noqa: PLR0913, PLR0917 - the options as the commands have them
    model: str | None,
    base_url: str | None,
    model_path: Path | None,
    profile: str | None,
    context: int | None = None,
    service_tier: str | None = None,
    plan: str | None = None,
) -> "Choice":
    """The model that the options name. Exit code 2 if there is no such profile or plan."""
    from dataclasses import replace  # noqa: PLC0415

    from summarizer.asking.profiles import PLANS, PROFILES  # noqa: PLC0415
    from summarizer.models.choice import choose_model  # noqa: PLC0415

    if profile is not None and profile not in PROFILES:
        typer.echo(f"no profile {profile!r}; there are {', '.join(PROFILES)}", err=True)
        raise typer.Exit(2)
    if plan is not None and plan not in PLANS:
        typer.echo(f"no plan {plan!r}; there are {', '.join(PLANS)}", err=True)
        raise typer.Exit(2)
    name = model or ("local" if model_path else None)
    choice = choose_model(name, base_url=base_url)
    return replace(
        choice,
        model_path=model_path,
        profile=profile,
        plan=PLANS[plan] if plan else None,
        context=context,
        service_tier=service_tier,
    )
