"""What mkdocs.yml says, without a site being built: for the doctor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from prongsai.plugin.overrides import listed
from prongsai.problems import ProngsaiError, Text

_NAME = "prongsai"
_OTHER_SEARCH = "material/search"


class SettingsError(ProngsaiError):
    """mkdocs.yml cannot be read."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that decide what is built, and where."""

    theme: str
    plugins: tuple[str, ...]
    content_dir: str
    docs_dir: str
    site_dir: str
    directory_urls: bool
    pages_are_there: bool
    """Whether the folder of hand-written pages exists: MkDocs does not start without it."""

    def problems(self) -> Iterator[tuple[Text, Text]]:
        """Yield what keeps prongsai from building the site as it should be, each with its cure."""
        if self.theme != _NAME:
            yield (
                Text(f"ธีมคือ {self.theme or '-'}", f"the theme is {self.theme or 'none'}"),
                Text("เขียน theme: {name: prongsai}", "write theme: {name: prongsai}"),
            )
        if _NAME not in self.plugins:
            yield (
                Text("ไม่ได้เปิดใช้ปลั๊กอิน prongsai", "the plugin prongsai is not on"),
                Text("เพิ่ม plugins: [prongsai]", "add plugins: [prongsai]"),
            )
        if _OTHER_SEARCH in self.plugins:
            yield (
                Text(f"ธีมนี้ไม่แสดง {_OTHER_SEARCH}", f"the theme does not show {_OTHER_SEARCH}"),
                Text(f"เขียน search แทน {_OTHER_SEARCH}", f"write search for {_OTHER_SEARCH}"),
            )
        if not self.directory_urls:
            yield (
                Text("มี use_directory_urls: false", "has use_directory_urls: false"),
                Text("ลบบรรทัดนั้น", "delete the line"),
            )
        if not self.pages_are_there:
            yield (
                Text(f"ไม่พบโฟลเดอร์ {self.docs_dir}", f"there is no folder {self.docs_dir}"),
                Text(
                    f"สร้างโฟลเดอร์ {self.docs_dir} (ว่างได้)", f"make {self.docs_dir}; it may be empty"
                ),
            )


def read_settings(config_file: Path) -> Settings:
    """Return the settings in a mkdocs.yml; raise SettingsError where there are none to read."""
    try:
        with config_file.open("rb") as file:
            written = yaml_load(file)
    except (MkDocsException, OSError, UnicodeDecodeError) as error:
        told = str(error)
        raise SettingsError(Text(f"อ่านไม่ได้: {told}", f"cannot be read: {told}")) from error
    if not isinstance(written, dict) or not written:
        raise SettingsError(Text("ไม่มีการตั้งค่า", "holds no settings"))
    if not _is_list_of_plugins(written.get("plugins")):
        raise SettingsError(Text("plugins ต้องเป็นรายการของชื่อ", "plugins must be a list of names"))
    plugins = listed(written)
    docs_dir = _text(written, "docs_dir", "docs")
    return Settings(
        theme=_theme(written.get("theme")),
        plugins=tuple(name for name, _ in plugins),
        content_dir=_text(dict(plugins).get(_NAME, {}), "content_dir", "content"),
        docs_dir=docs_dir,
        site_dir=_text(written, "site_dir", "site"),
        directory_urls=written.get("use_directory_urls") is not False,
        pages_are_there=(config_file.parent / docs_dir).is_dir(),
    )


def _is_list_of_plugins(plugins: Any) -> bool:
    """Whether MkDocs would read it: names, each alone or with its options."""
    entries = plugins if isinstance(plugins, list) else []
    shaped = plugins is None or isinstance(plugins, list | dict)
    return shaped and all(
        isinstance(one, str) or (isinstance(one, dict) and len(one) == 1) for one in entries
    )


def _theme(theme: Any) -> str:
    return str(theme.get("name") or "") if isinstance(theme, dict) else str(theme or "")


def _text(values: dict[str, Any], key: str, default: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) and value else default
