"""The files that officers fill in, as JSON Schema for their editors: completion, words, slips.

A schema takes all that the models take, so that an editor never calls wrong what builds. What only
the whole content shows, such as an item that the year does not have, `prongsai check` tells.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from prongsai.models.agency import Agency
from prongsai.models.base import Model
from prongsai.models.disclosure import Disclosures
from prongsai.models.measure import Measures
from prongsai.models.redirect import Redirects
from prongsai.models.result import Result
from prongsai.models.waiver import Waivers
from prongsai.schemas.generator import WrittenSchema
from prongsai.schemas.written import Schema

__all__ = ["MADE_BY", "schema_files", "schemas"]

_MODELS: Mapping[str, type[Model]] = {
    "agency": Agency,
    "result": Result,
    "measures": Measures,
    "disclosure": Disclosures,
    "waivers": Waivers,
    "redirects": Redirects,
}
MADE_BY = "Made by `prongsai schema`"
"""What every schema file says of itself: one that does not was written by somebody else."""


def schemas() -> dict[str, Schema]:
    """Return the schema of each file of content/, by the name of the file without its ending."""
    return {name: _draft_7(model) for name, model in _MODELS.items()}


def schema_files() -> dict[str, str]:
    """Return the schemas as files, by name. The same models give the same bytes."""
    return {
        f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas().items()
    }


def _draft_7(model: type[Model]) -> Schema:
    """Return the schema in the draft that editors of YAML read."""
    made = model.model_json_schema(
        ref_template="#/definitions/{model}", schema_generator=WrittenSchema
    )
    definitions = {name: _without_names(one) for name, one in made.pop("$defs", {}).items()}
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "$comment": MADE_BY}
    return head | made | ({"definitions": definitions} if definitions else {})


def _without_names(schema: Schema) -> Schema:
    """Return the choices of an enumeration without the words that Pydantic takes from the code."""
    if "enum" not in schema:
        return schema
    return {key: value for key, value in schema.items() if key not in ("title", "description")}
