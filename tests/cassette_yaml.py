"""Cassettes as YAML that a person can read: JSON bodies stand as structures, French keeps its accents."""

import json

import yaml


class _Dumper(yaml.SafeDumper):
    """Long texts as blocks."""

    def ignore_aliases(self, data):  # noqa: ARG002
        """Write everything out: an alias is not readable."""
        return True


def _text(dumper, value):
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def serialize(cassette):
    """The cassette's text."""
    for interaction in cassette["interactions"]:
        request, response = interaction["request"], interaction["response"]
        request["json"] = json.loads(request.pop("body"))
        response["json"] = json.loads(response.pop("body")["string"])
    return yaml.dump(cassette, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


def deserialize(text):
    """The cassette that `serialize` wrote."""
    cassette = yaml.safe_load(text)
    for interaction in cassette["interactions"]:
        request, response = interaction["request"], interaction["response"]
        request["body"] = json.dumps(request.pop("json"), ensure_ascii=False)
        response["body"] = {"string": json.dumps(response.pop("json"), ensure_ascii=False)}
    return cassette
