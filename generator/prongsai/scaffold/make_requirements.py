"""Pin what a new site installs: `python -m prongsai.scaffold.make_requirements`.

Of the packages that constraints.txt pins, those that prongsai needs go into the template. Run it
after a change of the pins, and commit both.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from prongsai.atomic import write_file

TEMPLATE = Path(__file__).parent / "templates/requirements.txt.jinja"
CONSTRAINTS = Path(__file__).parents[3] / "constraints.txt"
_LAST_OF_HEAD = "./wheels/"


def main() -> None:
    head = TEMPLATE.read_text(encoding="utf-8").splitlines()
    ours = next(n for n, line in enumerate(head) if line.startswith(_LAST_OF_HEAD))
    pins = requirements(CONSTRAINTS.read_text(encoding="utf-8"))
    write_file(TEMPLATE, "\n".join([*head[: ours + 1], *pins]) + "\n")


def requirements(constraints: str) -> list[str]:
    """Return the pins of what prongsai needs, on any system, out of all that are pinned."""
    pinned: dict[str, list[str]] = {}
    for line in constraints.splitlines():
        if "==" in line and not line.startswith((" ", "#")):
            pin = line.removesuffix(" \\")
            pinned.setdefault(canonicalize_name(pin.partition("==")[0]), []).append(pin)
    needed = _needed("prongsai", frozenset(), {})
    return [pin for name in sorted(pinned) if name in needed for pin in pinned[name]]


def _needed(name: str, extras: frozenset[str], seen: dict[str, frozenset[str]]) -> set[str]:
    """Return a package and all that it needs; a marker counts only for its extra."""
    if extras <= seen.get(name, frozenset()) and name in seen:
        return set()
    seen[name] = seen.get(name, frozenset()) | extras
    found = {name}
    for one in _requirements_of(name):
        wanted = "extra" not in str(one.marker) or any(
            one.marker and one.marker.evaluate({"extra": extra}) for extra in extras
        )
        if wanted:
            found |= _needed(canonicalize_name(one.name), frozenset(one.extras), seen)
    return found


def _requirements_of(name: str) -> Iterator[Requirement]:
    try:
        yield from map(Requirement, requires(name) or ())
    except PackageNotFoundError:  # one of another system
        return


if __name__ == "__main__":
    main()
