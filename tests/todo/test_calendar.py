"""The calendar file: read back by another program, and by the letter of RFC 5545."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from prongsai.models.agency import Agency
from prongsai.problems import Lang, Text
from prongsai.todo import Kind, Task, tasks
from prongsai.todo.calendar import calendar

AGENCY = Agency.model_validate(
    {
        "name": "ก",
        "short_name": "ก",
        "kind": "local-government",
        "main_site": "https://a.example/",
        "units": {"clerk": "สำนักปลัด; ส่วนกลาง, ชั้น 2"},
    }
)


def task(what, to_do="ก", **changes):
    fields = {
        "kind": Kind.UNREPORTED,
        "fiscal_year": 2569,
        "subject": "m1",
        "units": ("clerk",),
        "what": Text(what, what),
        "to_do": Text(to_do, to_do),
        "due": date(2026, 9, 30),
    }
    return Task(**(fields | changes))


def events(written):
    return list(Calendar.from_ical(written).walk("VEVENT"))


def test_what_has_a_day_is_read_back_by_another_program(site):
    written = calendar(site.agency, tasks(site), Lang.TH)

    read = {str(one["SUMMARY"]): one for one in events(written)}
    m4 = read["มาตรการ m4 ทะเบียนยืม (ปี 2569) ยังไม่ระบุผลการดำเนินการ"]
    assert m4["DTSTART"].dt == date(2026, 3, 31)
    assert m4["URL"] == "https://thotsop.example/ita/2569/measures/"
    assert [str(one) for one in m4["CATEGORIES"].cats] == ["กองคลัง", "กองช่าง"]
    assert "measures.yml\nวันสุดท้ายของระยะเวลามาตรการ" in m4["DESCRIPTION"]
    assert sorted(one["DTSTART"].dt for one in read.values()) == [
        date(2026, 3, 31),
        date(2026, 3, 31),
        date(2026, 9, 30),
        date(2026, 12, 1),
        date(2026, 12, 31),
    ]


def test_the_calendar_is_as_accepted(site, golden):
    golden("todo/calendar.ics", calendar(site.agency, tasks(site), Lang.TH).replace("\r\n", "\n"))


def test_another_day_gives_the_same_bytes(everything):
    on = [replace(everything, today=day) for day in (None, date(2020, 1, 1), date(2030, 1, 1))]

    assert len({calendar(one.agency, tasks(one), Lang.TH) for one in on}) == 1


def test_progress_does_not_make_another_event_of_a_measure(load):
    before, after = load(), load(**{"2569/measures.yml": BEGUN})

    identities = [
        {str(one["UID"]) for one in events(calendar(one_site.agency, tasks(one_site), Lang.TH))}
        for one_site in (before, after)
    ]

    assert identities[1] < identities[0]
    assert len(identities[1]) == 4


BEGUN = """\
fiscal_year: 2569
result_year: 2568
measures:
  - {id: m4, title: ชื่อใหม่, period: ต.ค. 68 - ธ.ค. 68, responsible: [works], progress: in-progress}
"""


def test_every_event_has_an_identity_of_its_own(site):
    twice = [*tasks(site), *tasks(site)]

    identities = [str(one["UID"]) for one in events(calendar(site.agency, twice, Lang.TH))]

    assert len(identities) == len(set(identities)) == 10


def test_nothing_with_a_day_is_no_calendar():
    assert calendar(AGENCY, [task("ก", due=None)], Lang.TH) is None


def test_lines_end_as_the_standard_says_and_none_is_too_long(site):
    written = calendar(site.agency, tasks(site), Lang.TH)

    assert written.endswith("END:VCALENDAR\r\n")
    lines = written.split("\r\n")
    assert not any("\n" in line or "\r" in line for line in lines)
    assert max(len(line.encode()) for line in lines) <= 75


def test_signs_with_a_meaning_are_escaped():
    written = calendar(AGENCY, [task("ก, ข; ค\\ง\nจ")], Lang.TH)

    assert "SUMMARY:ก\\, ข\\; ค\\\\ง\\nจ\r\n" in written
    assert [str(one) for one in events(written)[0]["CATEGORIES"].cats] == [AGENCY.units["clerk"]]


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_any_text_is_read_back_as_it_can_be_shown(what, to_do):
    written = calendar(AGENCY, [task(what, to_do)], Lang.TH)

    [event] = events(written)
    assert str(event["SUMMARY"]) == shown(what)
    assert str(event["DESCRIPTION"]) == shown(to_do) or not shown(to_do)
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))


def shown(text):
    """What of a text can be shown, line by line."""
    return "\n".join("".join(filter(str.isprintable, line)) for line in text.splitlines())
