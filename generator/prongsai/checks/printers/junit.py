"""Findings as JUnit XML, which build servers count: a check that finds nothing is a test that passes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from prongsai.checks.finding import Finding, one_line
from prongsai.checks.registry import Check
from prongsai.checks.running import all_checks
from prongsai.problems import Lang


def render(findings: Sequence[Finding], lang: Lang) -> str:
    """Return one suite; a check with findings has one failed test for each."""
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    suite = Element("testsuite", name="prongsai check")
    for check in all_checks().values():
        suite.extend(_cases(check, by_code.get(check.code, []), lang))
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(findings)))
    suite.set("errors", "0")
    suite.set("skipped", "0")
    whole = Element("testsuites", name="prongsai")
    whole.append(suite)
    indent(whole)
    return tostring(whole, encoding="unicode", xml_declaration=False)


def _cases(check: Check, findings: Sequence[Finding], lang: Lang) -> Iterator[Element]:
    if not findings:
        yield Element("testcase", classname=check.code, name=check.title.told(lang))
    for finding in findings:
        message = one_line(finding.message.told(lang))
        case = Element(
            "testcase",
            classname=check.code,
            name=f"{check.name} {finding.subject}".strip(),
            file=one_line(finding.where.file),
        )
        if finding.where.line:
            case.set("line", str(finding.where.line))
        failure = SubElement(case, "failure", type=finding.severity.value, message=message)
        hint = finding.hint.told(lang)
        failure.text = one_line(f"{finding.where}: {hint}" if hint else str(finding.where))
        yield case
