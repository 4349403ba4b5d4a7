"""The files of a new site, from answers or from the sample agency. Reads what is shipped, no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from jinja2 import Environment, PackageLoader, StrictUndefined

from prongsai import __version__, thai, yamlwriting
from prongsai.models.item import Element, Item, Required
from prongsai.pages.words import period
from prongsai.scaffold.answers import Answers
from prongsai.scaffold.questions import years
from prongsai.schemas import schema_files

_SURROUNDINGS: Mapping[str, str] = {
    ".github/workflows/pages.yml": "github-pages.yml.jinja",
    ".gitignore": "gitignore.jinja",
    ".gitlab-ci.yml": "gitlab-ci.yml.jinja",
    ".vscode/extensions.json": "vscode-extensions.json.jinja",
    ".vscode/settings.json": "vscode-settings.json.jinja",
    "README.md": "README.md.jinja",
    "mkdocs.yml": "mkdocs.yml.jinja",
    "requirements.txt": "requirements.txt.jinja",
}
_KEPT = ".gitkeep"
"""What keeps an empty folder in git; it is nobody's document."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the templates around content/ show."""

    name: str
    main_site: str
    year: int
    next_year: int | None
    """The year after, where the catalogue has it; None where nothing can be opened yet."""
    sample: bool
    version: str = __version__


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument or indicator."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ElementLine:
    """An element, with what is to be said beside it."""

    id: str
    text: str
    remark: str


@dataclass(frozen=True, slots=True)
class ItemForm:
    """One item of disclosure.yml, as a form to fill in."""

    id: str
    slug: str
    title: str
    period: str
    elements: tuple[ElementLine, ...]
    columns: str
    report: str
    shows: str


@dataclass(frozen=True, slots=True)
class Content:
    """What the templates of content/ show."""

    name: str
    short_name: str
    kind: str
    district: str
    province: str
    main_site: str
    published_at: str
    year: int
    before: int
    levels: tuple[str, ...]
    instruments: tuple[Named, ...]
    indicators: tuple[Named, ...]
    items: tuple[ItemForm, ...]


def new_site(answers: Answers) -> dict[str, bytes]:
    """Return the files of a site to fill in, by their paths below its folder."""
    around = _around(answers.name, answers.main_site, answers.year, sample=False)
    content, year = _content(answers), answers.year
    made = {
        "content/agency.yml": _rendered("agency.yml.jinja", content),
        f"content/{year}/disclosure.yml": _rendered("disclosure.yml.jinja", content),
        f"content/{year}/measures.yml": _rendered("measures.yml.jinja", content),
        f"content/{year}/result.yml": _rendered("result.yml.jinja", content),
        f"content/{year}/files/{_KEPT}": b"",
    }
    return made | _surroundings(around)


def sample_site() -> dict[str, bytes]:
    """Return the files of the sample agency's site: made up, and marked so on every page."""
    made = {f"content/{name}": content for name, content in _below(files(__package__) / "sample")}
    return made | _surroundings(_around(*_SAMPLE, sample=True))


_SAMPLE = ("องค์การบริหารส่วนตำบลตัวอย่าง", "https://sample.example/", 2568)
"""Name, main site and year of the sample agency."""


def other_names(name: str) -> Iterator[str]:
    """Yield the other names by which the loader would find a file of content/."""
    top, _, below = name.partition("/")
    folder, _, file = below.rpartition("/")
    if top != "content" or not file.endswith(".yml"):
        return
    stem = file.removesuffix(".yml")
    names = {f"{one}/{file}" for one in (folder, thai.thai(folder))} if folder else {file}
    names |= {one.replace(f"{stem}.yml", f"{stem}.yaml") for one in names}
    yield from (f"content/{one}" for one in sorted(names - {below}))


def _around(name: str, main_site: str, year: int, *, sample: bool) -> Surroundings:
    coming = year + 1 if year + 1 in years() else None
    return Surroundings(name, main_site, year, coming, sample=sample)


def _surroundings(around: Surroundings) -> dict[str, bytes]:
    made = {name: _rendered(template, around) for name, template in _SURROUNDINGS.items()}
    made[f"content/pages/{_KEPT}"] = b""
    for name, text in schema_files().items():
        made[f".vscode/schemas/{name}"] = text.encode("utf-8")
    return made


def _below(folder: Traversable, path: str = "") -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.iterdir(), key=lambda found: found.name):
        if one.is_dir():
            yield from _below(one, f"{path}{one.name}/")
        else:
            yield f"{path}{one.name}", one.read_bytes()


def _content(answers: Answers) -> Content:
    framework = answers.framework
    return Content(
        name=answers.name,
        short_name=answers.short_name,
        kind=answers.kind.value,
        district=answers.district,
        province=answers.province,
        main_site=answers.main_site,
        published_at=answers.published_at,
        year=answers.year,
        before=answers.year - 1,
        levels=tuple(level.name.th for level in framework.levels),
        instruments=tuple(Named(one.id, one.name.th) for one in framework.instruments),
        indicators=tuple(Named(str(one.id), one.name.th) for one in framework.indicators),
        items=tuple(_form(item, answers) for item in framework.items),
    )


def _form(item: Item, answers: Answers) -> ItemForm:
    elements = item.elements_for(answers.kind)
    return ItemForm(
        id=item.id,
        slug=item.slug,
        title=_in_line(item.title.th),
        period=period(item.period.kind, answers.year),
        elements=tuple(
            ElementLine(one.id, _in_line(one.text.th), _remark(one)) for one in elements
        ),
        columns=_in_line(" | ".join(item.columns.names)) if item.columns else "",
        report=_report(item),
        shows=", ".join(one.id for one in elements),
    )


def _in_line(text: str) -> str:
    """Return a text of the catalogue as a remark may hold it: a line end would end the remark."""
    return " ".join(text.split())


def _remark(element: Element) -> str:
    return " (ไม่บังคับ)" if element.required is Required.NO else ""


def _report(item: Item) -> str:
    """Return what to fill in where a report of this site is itself the evidence."""
    if item.duty is None:
        return ""
    asked = " พร้อมผลการดำเนินการ" if item.duty.report == "progress" else ""
    return (
        "หน้ารายงานของเว็บไซต์นี้เป็นหลักฐานของข้อนี้ได้เอง เมื่อกรอก "
        f"content/{item.duty.fiscal_year}/measures.yml{asked}"
    )


def _rendered(template: str, view: Content | Surroundings) -> bytes:
    context = {field.name: getattr(view, field.name) for field in fields(view)}
    return _environment().get_template(template).render(context).encode("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("prongsai", "scaffold/templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters["yaml"] = yamlwriting.scalar
    return environment
