"""OpenAI's service tiers: what is asked, how often, and at which price."""

from dataclasses import replace
from decimal import Decimal

import pytest

from summarizer.errors import ModelRefused
from summarizer.models.choice import Choice
from summarizer.models.prices import Price
from tests.provider_calls import KEY, complete, quicken, served
from tests.servers import Reply, completion, scripted


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Waits between tries are cut short, and no key of this machine's is sent."""
    quicken(monkeypatch)


@pytest.mark.parametrize("tier", ["flex", "priority", None])
def test_the_service_tier_is_sent(monkeypatch, tier):
    """Where one is chosen."""
    with scripted(Reply(body=completion('{"city": "Paris"}'))) as server:
        choice = served(monkeypatch, server, "openai")
        complete(Choice(name=choice.name, why="a test", service_tier=tier))
    assert server.asked[0].get("service_tier") == tier


NO_CAPACITY = Reply(
    status=429, body={"error": {"message": "Resource unavailable", "code": "resource_unavailable"}}
)


def tiered(tier):
    """A sound answer that says which tier gave it."""
    return Reply(body=completion('{"city": "Paris"}') | {"service_tier": tier})


def test_flex_is_retried_while_it_has_no_capacity(monkeypatch):
    """More often than others, as its provider advises; it is not asked at another price."""
    with scripted(*[NO_CAPACITY] * 10, tiered("flex")) as server:
        flex = replace(served(monkeypatch, server, "openai"), service_tier="flex")
        complete(flex)
    assert [request["service_tier"] for request in server.asked] == ["flex"] * 11
    with scripted(NO_CAPACITY) as server, pytest.raises(ModelRefused, match="429"):
        complete(replace(served(monkeypatch, server, "openai"), service_tier="flex"))
    assert {request["service_tier"] for request in server.asked} == {"flex"}


def test_the_default_tier_answers_if_it_may(monkeypatch):
    """What flex has no capacity for, at the default tier's price; what flex answers, at half of it."""

    def by_tier(request):
        return tiered("default") if request["service_tier"] == "default" else NO_CAPACITY

    price = Price(Decimal(1), Decimal(1), Decimal(2))
    with scripted(by_tier) as server:
        choice = replace(served(monkeypatch, server, "openai"), service_tier="flex-or-default", price=price)
        _, dear = complete(choice)
    assert [request["service_tier"] for request in server.asked][-2:] == ["flex", "default"]
    with scripted(tiered("flex")) as server:
        choice = replace(served(monkeypatch, server, "openai"), service_tier="flex-or-default", price=price)
        _, cheap = complete(choice)
    assert dear.cost == 2 * cheap.cost == price.of(10, 0, 5)


def test_an_answer_of_another_tier_has_its_price(monkeypatch):
    """Flex was asked, and the default tier answered: it costs twice as much."""
    price = Price(Decimal(1), Decimal(1), Decimal(2))
    with scripted(tiered("default")) as server:
        _, took = complete(replace(served(monkeypatch, server, "openai"), service_tier="flex", price=price))
    assert took.cost == 2 * price.of(10, 0, 5)


def test_a_model_without_flex_is_not_asked_at_another_price(monkeypatch):
    """The tier is not left out as another parameter would be."""
    refusal = {"error": {"message": "Unsupported service_tier: flex", "param": "service_tier"}}
    with scripted(Reply(status=400, body=refusal), tiered("default")) as server:
        with pytest.raises(ModelRefused, match="Unsupported service_tier: flex"):
            complete(replace(served(monkeypatch, server, "openai"), service_tier="flex"))
        assert len(server.asked) == 1


def test_flex_may_take_longer():
    """Fifteen minutes, unless another limit is set."""
    choice = Choice(name="openai/m", why="a test", service_tier="flex")
    assert choice.request_timeout == 900
    assert replace(choice, timeout=20.0).request_timeout == 20
    assert replace(choice, service_tier="default").request_timeout == 600


def test_the_service_tier_is_not_anthropics(monkeypatch):
    """Another provider's is refused before anything is sent."""
    monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
    with pytest.raises(ModelRefused, match="--service-tier"):
        complete(Choice(name="anthropic/m", why="a test", service_tier="flex"))
