"""From readings to figures: one value where the document agrees with itself, or arithmetic decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.models.framework import Framework
from prongsai.models.result import Result
from prongsai.problems import Text
from prongsai.recognition.readings import Reading
from prongsai.scoring import differences


@dataclass(frozen=True)
class Settled:
    """A figure, the value it comes to, and every place that it was read in."""

    figure: str
    value: str | None
    """As printed; None where the document contradicts itself and nothing decides."""
    readings: tuple[Reading, ...]
    doubts: tuple[Text, ...] = ()

    @property
    def reading(self) -> Reading:
        """The place that the value is taken from, or the first."""
        return next((one for one in self.readings if one.value == self.value), self.readings[0])

    @property
    def otherwise(self) -> tuple[Reading, ...]:
        """The places that print another value, the first of each; without a value all of them."""
        used = None if self.value is None else _key(self.figure, self.value)
        seen = dict[object, Reading]()
        for one in self.readings:
            if (key := _key(one.figure, one.value)) != used:
                seen.setdefault(key, one)
        return tuple(seen.values())


def settle(readings: Sequence[Reading], framework: Framework) -> tuple[Settled, ...]:
    """Return each figure once, in the order of results."""
    grouped: dict[str, list[Reading]] = {}
    for one in _with_instruments(readings, framework):
        grouped.setdefault(one.figure, []).append(one)
    agreed = {figure: _agreed(figure, found) for figure, found in grouped.items()}
    known = {figure: value for figure, value in agreed.items() if value is not None}
    order = _order(framework)
    return tuple(
        _settled(figure, grouped[figure], agreed[figure], known, framework)
        for figure in sorted(grouped, key=lambda one: order.get(one, len(order)))
    )


def _settled(
    figure: str,
    found: Sequence[Reading],
    value: str | None,
    known: Mapping[str, str],
    framework: Framework,
) -> Settled:
    doubts = [one.doubt for one in found if one.doubt]
    if value is None:
        value = _by_arithmetic(figure, found, known, framework)
        printed = ", ".join(dict.fromkeys(one.value for one in found))
        doubts.append(_decided(printed, value) if value else _undecided(printed))
    return Settled(figure, value, tuple(found), tuple(dict.fromkeys(doubts)))


def _agreed(figure: str, found: Sequence[Reading]) -> str | None:
    """Return the value that all places print, with the most decimals; None where they differ."""
    if len({_key(figure, one.value) for one in found}) > 1:
        return None
    return max((one.value for one in found), key=len)


def _key(figure: str, value: str) -> object:
    return value if figure == "level" else Decimal(value)


def _by_arithmetic(
    figure: str, found: Sequence[Reading], known: Mapping[str, str], framework: Framework
) -> str | None:
    """Return the one printed value that all other figures agree with, if exactly one does."""
    if figure in ("level", "change"):
        return None
    fits = []
    for value in dict.fromkeys(one.value for one in found):
        result = result_of(framework.fiscal_year, {**known, figure: value})
        others = result_of(framework.fiscal_year, {k: v for k, v in known.items() if k != figure})
        more = set(differences(framework, result)) - set(differences(framework, others))
        fits.append((value, all(one.one_part_only for one in more)))
    fitting = [value for value, fit in fits if fit]
    return fitting[0] if len(fitting) == 1 and len(fits) > 1 else None


def result_of(year: int, figures: Mapping[str, str]) -> Result:
    """Return the result that figures make up, by their names."""
    groups: dict[str, dict[str, str]] = {
        "instruments": {},
        "indicators": {},
        "questions": {},
        "items": {},
    }
    content: dict[str, object] = {"fiscal_year": str(year)}
    for figure, value in figures.items():
        if figure == "total":
            content["total"] = value
        elif figure in ("level", "change"):
            continue
        else:
            groups[group_of(figure)][figure.removeprefix("indicator ")] = value
    return Result.model_validate(content | groups, context={"file": "", "problems": []})


def group_of(figure: str) -> str:
    """Return the key of result.yml under which a figure stands, but for those at its top."""
    if figure.startswith("indicator "):
        return "indicators"
    if figure[0] == "O" and figure[1:].isdecimal():
        return "items"
    return "questions" if figure[0] in "ie" else "instruments"


def _with_instruments(readings: Sequence[Reading], framework: Framework) -> Iterator[Reading]:
    """Yield the readings, those of a column of instruments as of the instrument of their row."""
    for one in readings:
        if one.figure.startswith("of indicator "):
            indicator = framework.indicator_by_id[int(one.figure.rpartition(" ")[2])]
            if indicator.instrument:
                yield Reading(indicator.instrument, one.value, one.place, one.quote)
        else:
            yield one


def _order(framework: Framework) -> dict[str, int]:
    names = ["total", "level", "change"]
    names += [one.id for one in framework.instruments]
    names += [f"indicator {one.id}" for one in framework.indicators]
    names += [one.id for one in framework.questions.all]
    names += [one.id for one in framework.items]
    return {name: at for at, name in enumerate(names)}


def _undecided(printed: str) -> Text:
    return Text(
        f"เอกสารพิมพ์ไว้หลายค่า: {printed} และไม่มีคะแนนอื่นชี้ขาด จึงไม่นำเข้า",
        f"the document prints several values: {printed}, and no other figure decides; it is left out",
    )


def _decided(printed: str, value: str) -> Text:
    return Text(
        f"เอกสารพิมพ์ไว้หลายค่า: {printed} ใช้ {value} เพราะตรงกับคะแนนอื่นที่พิมพ์ไว้",
        f"the document prints several values: {printed}; {value} agrees with its other figures",
    )
