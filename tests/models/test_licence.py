"""The licences that an agency can state: a closed list, each with its text."""

from __future__ import annotations

import pytest

from prongsai.content import load_site
from prongsai.models.licence import Licence
from prongsai.problems import ContentError

AGENCY = """\
name: ก
short_name: ก
kind: local-government
main_site: https://a.example/
licence: {}
"""


@pytest.mark.parametrize("licence", Licence)
def test_a_licence_is_stated_by_its_known_name_and_has_its_text_somewhere(licence, content_dir):
    files = {"agency.yml": AGENCY.format(licence.value), "2568/result.yml": "fiscal_year: 2568\n"}

    assert load_site(content_dir(files)).agency.licence is licence
    assert licence.terms.url.startswith("https://")
    assert licence.terms.name.th
    assert licence.terms.name.en


def test_another_licence_is_refused_with_those_that_are_known(content_dir):
    files = {"agency.yml": AGENCY.format("ของเราเอง"), "2568/result.yml": "fiscal_year: 2568\n"}

    with pytest.raises(ContentError) as raised:
        load_site(content_dir(files))

    [problem] = raised.value.problems
    assert problem.where.line == 5
    assert "CC-BY-4.0" in problem.message.th
    assert "DGA-OGL" in problem.message.en
