"""The formulas of the scores that follow from others, as `scoring` works them out. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from prongsai.models.framework import Framework

_DIGITS = "๐๑๒๓๔๕๖๗๘๙"


def number_formula(cell: str) -> str:
    """Return what gives the figure that is typed in a cell as a number, Thai digits too."""
    text = cell
    for value, digit in enumerate(_DIGITS):
        text = f'SUBSTITUTE({text},"{digit}","{value}")'
    return f'=IF(TRIM({cell})="","",IFERROR(VALUE({text}),""))'


def known_formula(typed: str, computed: str) -> str:
    """Return the announced figure or, where there is none, the one worked out, if there is a cell."""
    # Of an empty cell a formula makes 0, which would count as a score.
    other = computed or '""'
    return f"=IF(ISNUMBER({typed}),{typed},{other})"


def computed_formulas(
    framework: Framework, typed: Mapping[str, str], known: Mapping[str, str]
) -> dict[str, str]:
    """Return by code the formulas of the indicators, the instruments and the total.

    `typed` and `known` lead from the code of a row to the cells of the two formulas above.
    """
    found = {}
    for indicator in framework.indicators:
        groups: list[Sequence[str]] = [sub.items for sub in framework.subs_of(indicator.id)]
        groups = groups or [[q.id] for q in framework.questions_of(indicator.id)]
        found[str(indicator.id)] = _mean_of_means([[typed[code] for code in g] for g in groups])
    for instrument in framework.instruments:
        parts = [[known[str(number)]] for number in instrument.indicators]
        found[instrument.id] = _mean_of_means(parts)
    weights = {i.id: i.weight for i in framework.instruments if i.weight is not None}
    if weights and len(weights) == len(framework.instruments):
        cells = [known[code] for code in weights]
        products = (f"{known[code]}*{weight}" for code, weight in weights.items())
        found["total"] = _if_all_known(cells, "+".join(products))
    return {code: formula for code, formula in found.items() if formula}


def _mean_of_means(groups: Sequence[Sequence[str]]) -> str:
    cells = [cell for group in groups for cell in group]
    if not cells:
        return ""
    if all(len(group) == 1 for group in groups):
        return _if_all_known(cells, _average(cells))
    return _if_all_known(cells, _average(_average(group) for group in groups))


def _average(cells: Iterable[str]) -> str:
    return f"AVERAGE({','.join(cells)})"


def _if_all_known(cells: Sequence[str], formula: str) -> str:
    return f'=IF(COUNT({",".join(cells)})={len(cells)},{formula},"")'
