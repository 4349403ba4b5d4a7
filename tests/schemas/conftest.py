"""Validators of the schemas that an editor is given, by the name of the file they are for."""

from __future__ import annotations

import pytest
from jsonschema import Draft7Validator

from prongsai.schemas import schemas


@pytest.fixture(scope="session")
def validators():
    return {name: Draft7Validator(schema) for name, schema in schemas().items()}
