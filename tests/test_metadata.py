"""What pages and files say to programs, read back by rdflib, feedparser and parsers of HTML and XML.

Every file is read as it is built, and none needs a network: contexts stand in the files themselves.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from hashlib import file_digest, sha256
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import html5lib
import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, Namespace, URIRef

import prongsai
from prongsai import manifest
from prongsai.content import load_site
from prongsai.manifest import documents
from prongsai.metadata import LinkedData, robots_txt
from prongsai.opendata import CATALOGUE, data_files
from prongsai.pages import build_pages
from prongsai.plugin.run import build
from prongsai.updates import feed

SAMPLE = Path(prongsai.__file__).parent / "scaffold/sample"
SCHEMA = Namespace("https://schema.org/")
HOME = "https://sample.example/"
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # within rdflib
ATOM = "{http://www.w3.org/2005/Atom}"
LICENCE = URIRef("https://creativecommons.org/licenses/by/4.0/")
MKDOCS_YML = """\
site_name: ศูนย์ข้อมูลความโปร่งใส
docs_dir: content/pages
theme: {name: prongsai}
plugins: [prongsai: {content_dir: content}]
markdown_extensions: [attr_list, tables]
"""


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Whoever opens an address fails."""

    def refuse(*address, **_):
        raise AssertionError(f"asked for {address}")

    monkeypatch.setattr("urllib.request.OpenerDirector.open", refuse)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The sample agency with a page written by hand, ready to be built."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(SAMPLE, folder / "content")
    (folder / "content/pages").mkdir()
    by_hand = '# ข่าว "ด่วน" & <b>อื่น</b>\n\nข้อความ\n'
    (folder / "content/pages/news.md").write_text(by_hand, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(project):
    """The folder of the built site."""
    return build(project / "mkdocs.yml").folder


class Head:
    """The head of one built page."""

    def __init__(self, path: Path, site: Path) -> None:
        self.url = path.relative_to(site).as_posix().removesuffix("index.html")
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        self.root = parser.parse(path.read_text(encoding="utf-8"))
        self.title = self.root.findtext(".//title")
        named = ((m.get("name") or m.get("property"), m) for m in self.root.iter("meta"))
        self.meta = {name: one.get("content") for name, one in named if name}

    def links(self, rel: str) -> list[str]:
        return [one.get("href") for one in self.root.iter("link") if one.get("rel") == rel]

    @property
    def linked_data(self) -> str:
        found = (s for s in self.root.iter("script") if s.get("type") == "application/ld+json")
        return next((one.text for one in found), "")

    @property
    def graph(self) -> Graph:
        return Graph().parse(data=self.linked_data, format="json-ld")


@pytest.fixture(scope="module")
def heads(site):
    """The head of every page that stands in the sitemap, by its address below the site."""
    return {head.url: head for path in site.rglob("index.html") for head in [Head(path, site)]}


def test_every_page_has_a_title_and_a_description_of_its_own(heads):
    titles = [head.title for head in heads.values()]
    told = [head.meta["description"] for head in heads.values()]

    assert len(heads) >= 45
    assert len(set(titles)) == len(titles)
    assert len(set(told)) == len(told)


def test_what_is_made_up_says_so_wherever_it_may_be_found(heads, site):
    graph = Graph().parse(site / CATALOGUE, format="json-ld")
    titles = graph.objects(graph.value(predicate=RDF.type, object=DCAT.Catalog), DCTERMS.title)
    told_feed = feedparser.parse((site / "updates.xml").read_bytes()).feed
    data = [site / "manifest.json", *site.glob("data/*/result.json")]
    catalogue = heads["data/"].graph.value(predicate=RDF.type, object=SCHEMA.DataCatalog)
    told = [
        *(head.meta["description"] for head in heads.values()),
        *(str(name) for name in heads[""].graph.objects(None, SCHEMA.name)),
        *map(str, heads["data/"].graph.objects(catalogue, SCHEMA.name)),
        *map(str, titles),
        *map(str, graph.objects(None, FOAF.name)),
        *(json.loads(path.read_bytes())["agency"] for path in data),
        told_feed.title,
        told_feed.author,
    ]

    assert len(data) == 3

    assert [one for one in told if "ข้อมูลสมมติ" not in one] == []


def test_every_page_names_its_address_once_and_the_same_to_messengers(heads):
    for url, head in heads.items():
        assert head.links("canonical") == [f"{HOME}{url}"]
        assert head.meta["og:url"] == f"{HOME}{url}"


def test_messengers_are_told_title_and_description_and_of_no_picture(heads):
    for head in heads.values():
        assert head.meta["og:title"]
        assert head.meta["og:description"] == head.meta["description"]
        assert head.meta["og:locale"] == "th_TH"
        assert not any(name.startswith("og:image") for name in head.meta)


def test_the_title_of_a_page_written_by_hand_is_told_as_text(heads):
    head = heads["news/"]

    assert head.meta["og:title"] == 'ข่าว "ด่วน" & อื่น'
    assert head.meta["description"].startswith('ข่าว "ด่วน" & ')
    assert head.linked_data == ""


def test_the_page_of_what_is_not_found_is_not_to_be_found(site):
    head = Head(site / "404.html", site)

    assert head.meta["robots"] == "noindex"
    assert head.links("canonical") == []


def test_a_main_template_of_the_site_itself_keeps_what_pages_tell_programs(project, tmp_path):
    folder = shutil.copytree(project, tmp_path / "own", ignore=shutil.ignore_patterns("site"))
    (folder / "theme").mkdir()
    own = (
        '{% extends "base.html" %}{% block extrahead %}<meta name="own" content="1">{% endblock %}'
    )
    (folder / "theme/main.html").write_text(own, encoding="utf-8")
    settings = MKDOCS_YML.replace("{name: prongsai}", "{name: prongsai, custom_dir: theme}")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")

    made = build(folder / "mkdocs.yml").folder

    head = Head(made / "oit/2568/o12/index.html", made)
    assert head.meta["own"] == "1"
    assert head.meta["og:title"]
    assert head.linked_data


def test_the_front_page_names_the_agency(heads):
    graph = heads[""].graph

    agency = URIRef(f"{HOME}#agency")
    assert (agency, RDF.type, SCHEMA.GovernmentOrganization) in graph
    assert str(graph.value(agency, SCHEMA.name)).startswith("องค์การบริหารส่วนตำบลตัวอย่าง")
    assert str(graph.value(agency, SCHEMA.email)) == "info@sample.example"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("ita/2568/", "result-2568"),
        ("oit/2568/", "disclosure-2568"),
        ("ita/2568/measures/", "measures-2568"),
    ],
)
def test_the_page_of_data_describes_its_dataset_and_the_files_are_there(heads, site, url, name):
    graph = heads[url].graph

    dataset = URIRef(f"{HOME}data/#{name}")
    assert (dataset, RDF.type, SCHEMA.Dataset) in graph
    assert len(str(graph.value(dataset, SCHEMA.description))) >= 50  # what Google asks for
    assert str(graph.value(dataset, SCHEMA.license)) == str(LICENCE)
    assert str(graph.value(dataset, SCHEMA.temporalCoverage)) == "2024-10-01/2025-09-30"
    files = [str(one) for one in graph.objects(None, SCHEMA.contentUrl)]
    assert len(files) == 2
    for file in files:
        assert (site / file.removeprefix(HOME)).is_file()


def test_an_item_tells_its_documents_with_their_days(heads, site):
    graph = heads["oit/2568/o11/"].graph

    documents = list(graph.subjects(RDF.type, SCHEMA.DigitalDocument))
    assert len(documents) == 7
    told = {
        str(graph.value(one, SCHEMA.url)): (
            str(graph.value(one, SCHEMA.encodingFormat)),
            str(graph.value(one, SCHEMA.dateModified)),
            str(graph.value(one, SCHEMA.temporalCoverage)),
        )
        for one in documents
    }
    assert told[f"{HOME}files/2568/o11-service-2567-10.pdf"] == (
        "application/pdf",
        "2024-11-05",
        "2024-10-01/2024-10-31",
    )
    assert all((site / url.removeprefix(HOME)).is_file() for url in told)


def test_the_way_to_a_page_leads_over_pages_that_are_there(heads):
    for url, head in heads.items():
        if not url or not head.linked_data:
            continue
        graph = head.graph
        [way] = graph.subjects(RDF.type, SCHEMA.BreadcrumbList)
        steps = sorted(
            (int(graph.value(one, SCHEMA.position)), str(graph.value(one, SCHEMA.item)))
            for one in graph.objects(way, SCHEMA.itemListElement)
        )
        assert [number for number, _ in steps] == [*range(1, len(steps) + 1)]
        assert steps[-1][1] == f"{HOME}{url}"
        assert {address.removeprefix(HOME) for _, address in steps} <= set(heads)


def test_hostile_titles_do_not_end_the_script_that_tells_them():
    site = load_site(SAMPLE)

    told = LinkedData(site, {"": "ก", "oit/": "</script><!--<script>"}).of("oit/")

    assert "<" not in told
    assert json.loads(told)["@graph"][-1]["itemListElement"][1]["name"] == "</script><!--<script>"


def test_the_catalogue_describes_every_file_as_it_is_published(site):
    graph = Graph().parse(site / CATALOGUE, format="json-ld")

    [catalogue] = graph.subjects(RDF.type, DCAT.Catalog)
    found = list(graph.subjects(RDF.type, DCAT.Distribution))
    assert graph.value(catalogue, DCTERMS.license) == LICENCE
    assert graph.value(catalogue, DCTERMS.publisher) == URIRef(f"{HOME}#agency")
    assert len(list(graph.objects(catalogue, DCAT.dataset))) == 7
    published = {
        path.relative_to(site).as_posix()
        for path in (site / "data").rglob("*")
        if path.suffix in (".json", ".csv")
    }
    assert {
        str(graph.value(one, DCAT.downloadURL)).removeprefix(HOME) for one in found
    } == published
    for one in found:
        file = site / str(graph.value(one, DCAT.downloadURL)).removeprefix(HOME)
        assert graph.value(one, DCAT.byteSize).toPython() == file.stat().st_size
        kind = {".json": "application/json", ".csv": "text/csv"}[file.suffix]
        assert str(graph.value(one, DCAT.mediaType)).endswith(f"/media-types/{kind}")


def test_a_dataset_has_titles_in_two_languages_its_time_and_its_page(site, heads):
    graph = Graph().parse(site / CATALOGUE, format="json-ld")

    dataset = URIRef(f"{HOME}data/#disclosure-2568")
    assert {one.language for one in graph.objects(dataset, DCTERMS.title)} == {"th", "en"}
    period = graph.value(dataset, DCTERMS.temporal)
    assert str(graph.value(period, DCAT.startDate)) == "2024-10-01"
    assert str(graph.value(period, DCAT.endDate)) == "2025-09-30"
    assert graph.value(dataset, DCTERMS.modified).toPython().isoformat() == "2025-04-01"
    assert str(graph.value(dataset, DCAT.landingPage)).removeprefix(HOME) in heads
    assert (dataset, DCTERMS.identifier, Literal("disclosure-2568")) in graph


def test_no_licence_is_claimed_that_the_agency_does_not_state(samruean):
    text = next(one.text for one in data_files(samruean) if one.path == CATALOGUE)
    graph = Graph().parse(data=text, format="json-ld")

    assert samruean.agency.licence is None
    assert list(graph.objects(None, DCTERMS.license)) == []
    assert "license" not in LinkedData(samruean, {}).of("ita/2568/")


def test_the_feed_is_read_and_tells_the_newest_first(site):
    read = feedparser.parse((site / "updates.xml").read_bytes())

    assert not read.bozo
    assert read.version == "atom10"
    days = [one.updated for one in read.entries]
    assert read.feed.updated == days[0] == "2025-10-20T00:00:00+07:00"
    assert days == sorted(days, reverse=True)
    assert len({one.id for one in read.entries}) == len(days) >= 28
    for one in read.entries:
        assert (site / one.link.removeprefix(HOME) / "index.html").is_file()


def test_every_page_leads_to_the_feed(heads, site):
    for url, head in heads.items():
        [feed] = [
            one for one in head.root.iter("link") if one.get("type") == "application/atom+xml"
        ]
        assert feed.get("rel").split() == ["alternate"]
        assert (site / url / feed.get("href")).resolve() == (site / "updates.xml").resolve()


def test_content_without_a_day_has_no_feed(content_dir):
    site = load_site(content_dir({"2568/disclosure.yml": "fiscal_year: 2568\n"}))

    pages = {page.path: page.markdown for page in build_pages(site, [])}
    assert feed(site) is None
    assert "updates.xml" not in pages["data/index.md"]
    assert "manifest.json" in pages["data/index.md"]


def test_a_page_that_is_updated_again_is_another_entry(content_dir):
    entries = []
    for day in ("2025-03-15", "2025-04-15"):
        text = f"fiscal_year: 2568\nitems: {{O1: {{updated: {day}}}}}\n"
        read = feedparser.parse(feed(load_site(content_dir({"2568/disclosure.yml": text}))))
        entries += read.entries

    first, second = entries
    assert first.id != second.id
    assert first.link == second.link


def test_markup_in_a_title_is_text_in_the_feed(content_dir):
    evidence = '{title: "ก&<b>", text: ก}'
    text = f"fiscal_year: 2568\nitems: {{O1: {{updated: 2025-03-15, evidence: [{evidence}]}}}}\n"

    told = feed(load_site(content_dir({"2568/disclosure.yml": text})))

    [entry] = ElementTree.fromstring(told).iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}summary").endswith(" · ก&<b>")


def test_robots_are_led_to_the_sitemap_and_it_holds_every_page(site, heads):
    lines = (site / "robots.txt").read_text(encoding="utf-8").splitlines()

    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {HOME}sitemap.xml"]
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = {one.text for one in root.findall("s:url/s:loc", names)}
    assert listed == {f"{HOME}{url}" for url in heads}


def test_a_site_in_a_folder_has_no_robots_txt(content_dir):
    agency = "published_at: https://host.example/ita/"
    top = load_site(content_dir({"2568/disclosure.yml": "fiscal_year: 2568\n"}))
    below = top.agency.model_copy(update={"published_at": agency.split(": ")[1]})

    assert robots_txt(top)
    assert robots_txt(replace(top, agency=below)) is None


def test_the_manifest_tells_size_and_digest_of_every_document(site):
    told = json.loads((site / "manifest.json").read_text(encoding="utf-8"))["documents"]

    files = {one["url"].removeprefix(HOME): one for one in told}
    published = {
        path.relative_to(site).as_posix()
        for folder in ("files", "reports")
        for path in (site / folder).rglob("*.*")
    }
    assert set(files) == published - {"files/emblem.svg"}  # a picture of the site, no document
    for url, one in files.items():
        content = (site / url).read_bytes()
        assert (one["size"], one["sha256"]) == (len(content), sha256(content).hexdigest())
        assert one["first_published"] is None
    assert files["files/2568/o12-procurement.csv"]["items"] == ["O12"]


def test_the_manifest_has_the_items_of_a_file_in_every_spelling(tmp_path):
    content = shutil.copytree(SAMPLE, tmp_path / "content")
    disclosures = content / "2568/disclosure.yml"
    written = disclosures.read_text(encoding="utf-8")
    twice = written.replace("files/o13-procurement-2567.csv", "files/./o12-procurement.csv")
    disclosures.write_text(twice, encoding="utf-8")

    found = {one.url: one.items for one in documents(load_site(content), [])}

    assert twice != written
    assert found["files/2568/o12-procurement.csv"] == ("O12", "O13")


def test_a_document_is_read_again_only_when_it_was_written_again(tmp_path, monkeypatch):
    content = shutil.copytree(SAMPLE, tmp_path / "content")
    read = []
    monkeypatch.setattr(
        manifest,
        "file_digest",
        lambda file, name: read.append(file.name) or file_digest(file, name),
    )
    table = content / "2568/files/o12-procurement.csv"

    before = {one.url: one.sha256 for one in documents(load_site(content), [])}
    first = len(read)
    documents(load_site(content), [])
    assert len(read) == first > 20
    table.write_text(table.read_text(encoding="utf-8-sig") + "ก\n", encoding="utf-8")
    after = {one.url: one.sha256 for one in documents(load_site(content), [])}

    assert read[first:] == [str(table)]
    assert {url for url in after if after[url] != before[url]} == {"files/2568/o12-procurement.csv"}


def test_no_address_in_the_head_leads_to_another_host_but_that_of_the_site(heads):
    for head in heads.values():
        hosts = {
            urlsplit(url).hostname for rel in ("canonical", "alternate") for url in head.links(rel)
        }
        assert hosts <= {None, "sample.example"}
