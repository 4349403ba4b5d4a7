"""Pydantic models to JSON Schema, as officers write them.

The models read text: a score may be a number or ๙๖.๗๙, a name may be plain text or `{th: ...}`. What
Pydantic would say of the values that come out of it is not what may go in, so what each reader of
the models takes is told here, and the rest is Pydantic's.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from enum import Enum
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema as core

from prongsai.models.base import Model
from prongsai.models.disclosure import Evidence
from prongsai.models.period import Period
from prongsai.models.result import Analysis, Announced
from prongsai.schemas.words import WHOLE, words
from prongsai.schemas.written import (
    AS_KEY,
    PERIOD,
    READ_BY,
    SCORE,
    SUGGESTED,
    WORDS,
    YES_NO,
    Schema,
)

_AS_TEXT: Mapping[type[Model], Schema] = {Announced: SCORE, Period: PERIOD}
"""What plain text stands for in place of `key: value` pairs, where that is not just words."""
_ONE_OF: Mapping[type[Model], tuple[str, ...]] = {
    Analysis: ("indicator", "instrument"),
    Evidence: ("file", "url", "table", "image", "text"),
}
"""Keys of which a model needs one. Of two at a time `prongsai check` tells."""


class WrittenSchema(GenerateJsonSchema):
    """Tells what may be written, with Thai titles and descriptions."""

    def function_before_schema(self, schema: core.BeforeValidatorFunctionSchema) -> Schema:
        """A value that a reader of ours reads is what that reader takes."""
        read = schema["function"]["function"]
        return (
            deepcopy(READ_BY[read]) if read in READ_BY else super().function_before_schema(schema)
        )

    def function_plain_schema(self, schema: core.PlainValidatorFunctionSchema) -> Schema:
        return deepcopy(READ_BY[schema["function"]["function"]])

    def str_schema(self, schema: core.StringSchema) -> Schema:
        return deepcopy(WORDS)

    def bool_schema(self, schema: core.BoolSchema) -> Schema:
        return deepcopy(YES_NO)

    def enum_schema(self, schema: core.EnumSchema) -> Schema:
        choices = [one.value for one in schema["members"] if isinstance(one, Enum)]
        meanings = words().choices[schema["cls"].__name__]
        return {"enum": choices, "enumDescriptions": [meanings[choice] for choice in choices]}

    def literal_schema(self, schema: core.LiteralSchema) -> Schema:
        return {"enum": list(schema["expected"])}

    def default_schema(self, schema: core.WithDefaultSchema) -> Schema:
        """Without the default: an editor would write it out where it says nothing."""
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core.NullableSchema) -> Schema:
        """A key with nothing behind it is one that is not there."""
        inner = self.generate_inner(schema["schema"])
        if "type" not in inner:
            return {"anyOf": [inner, {"type": "null"}]}
        types = inner["type"] if isinstance(inner["type"], list) else [inner["type"]]
        return inner | {"type": [*types, "null"]}

    def dict_schema(self, schema: core.DictSchema) -> Schema:
        """An editor knows keys as text, whatever their model makes of them."""
        keys, value = schema["keys_schema"], self.generate_inner(schema["values_schema"])
        if keys["type"] == "literal":
            named = {name: deepcopy(value) for name in keys["expected"]}
            return {"type": "object", "properties": named, "additionalProperties": False}
        read = keys["function"]["function"]
        return {
            "type": "object",
            "properties": {name: deepcopy(value) for name in SUGGESTED.get(read, ())},
            "patternProperties": {AS_KEY.get(read, READ_BY[read]["pattern"]): value},
            "additionalProperties": False,
        }

    def model_schema(self, schema: core.ModelSchema) -> Schema:
        made, model = super().model_schema(schema), schema["cls"]
        told = words().models[model.__name__]
        made["properties"] = {
            key: _named(value, told[key]) for key, value in made["properties"].items()
        }
        if model in _ONE_OF:
            made["anyOf"] = [{"required": [key]} for key in _ONE_OF[model]]
        made.pop("description", None)
        made.pop("title", None)
        if _reads_text(model):
            made = {"anyOf": [deepcopy(_AS_TEXT.get(model, WORDS)), made]}
        return _named(made, told[WHOLE])


def _reads_text(model: type[Any]) -> bool:
    return model.from_text.__func__ is not Model.from_text.__func__  # type: ignore[attr-defined]


def _named(schema: Schema, told: tuple[str, str]) -> Schema:
    """Return a schema with its title and description; draft 7 passes over what stands beside $ref."""
    title, description = told
    inner = {"allOf": [schema]} if "$ref" in schema else schema
    return {"title": title, "description": description} | {
        key: value for key, value in inner.items() if key not in ("title", "description")
    }
