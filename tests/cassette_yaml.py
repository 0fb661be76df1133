"""Cassettes as YAML that a person can read: JSON bodies stand as structures, French keeps its accents."""

import json

import yaml


class _Dumper(yaml.SafeDumper):  # type: ignore[misc] # yaml has no types
    """Long texts as blocks."""

    def ignore_aliases(self, data):  # noqa: ARG002
        """Write everything out: an alias is not readable."""
        return True


def _text(dumper, value):
    style = None if "\n" not in value else "|" if len(value) > 3 else chr(34)
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _mapping(dumper, value):
    """A token with its probability takes one line."""
    flow = value.keys() == {"token", "logprob"}
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=flow)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _mapping)


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
