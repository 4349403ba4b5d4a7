"""Whose report a document is: names are shortened, spaced, damaged, run on, and borne by several agencies."""

from __future__ import annotations

import pytest

from prongsai.problems import Text
from prongsai.recognition.agencies import OwnAgency
from prongsai.recognition.ownership import ownership
from prongsai.recognition.source import Row, Source

OWN = OwnAgency(("องค์การบริหารส่วนตำบลหนองบัว", "อบต.หนองบัว"), "เมืองราชบุรี", "ราชบุรี")
TOWN = OwnAgency(("เทศบาลตำบลในเมือง", "ทต.ในเมือง"), "", "ขอนแก่น")
HOSPITAL = OwnAgency(("โรงพยาบาลบ้านโป่ง", "รพ.บ้านโป่ง"), "บ้านโป่ง", "ราชบุรี")


def source(text):
    lines = enumerate(text.split("\n"), 1)
    return Source(tuple(Row((line,), Text(f"บรรทัดที่ {n}", f"line {n}")) for n, line in lines))


def other(text, own=OWN):
    return ownership(source(text), own).other


@pytest.mark.parametrize(
    "text",
    [
        "รายงานของ องค์การบริหารส่วนตำบลหนองบัว",
        "รายงานของ อบต.หนองบัว ปี 2568",
        "อบต. หนองบัว",
        "อบต หนองบัว",
        "อ.บ.ต.หนองบัว",
        "องค์การบริหารส่วนตำบล หนอง บัว",
        "องค์การบริหารส่วน\nตำบลหนองบัว\nอำเภอเมืองราชบุรี จังหวัดราชบุรี",
        "องคการบริหารสวนตําบลหนองบว",
        "องค์การบริหารส่วนตำบลหนองบัวได้คะแนนรวม 92.30",
        "องค์การบริหารส่วนตำบลหนองบัวอำเภอเมืองราชบุรีจังหวัดราชบุรี",
        "นายกองค์การบริหารส่วนตำบลหนองบัว",
        "องค์การบริหารส่วนตำาบลหนองบัว",
        "องค์การบริหารส่วนต าบลหนองบัว",
        "อบต . หนองบัว",
        "อบต.หนองบัว อ.เมือง จ.ราชบุรี",
        "อบต.หนองบัว\nเปรียบเทียบกับ อบต.เขาทอง",
        "เรียน นายอำเภอ\nประกาศผล\nทต.ในเมือง 90\nอบต.หนองบัว 92\nอบต.เขาทอง 88",
    ],
)
def test_the_own_name_is_known_in_every_spelling(text):
    found = ownership(source(text), OWN)

    assert (found.other, found.place is not None) == ("", True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("รายงานของ อบต.เขาทอง", "องค์การบริหารส่วนตำบลเขาทอง"),
        ("องค์การบริหารส่วนตำบลเขาทองได้คะแนน 90", "องค์การบริหารส่วนตำบลเขาทอง"),
        ("อบต.หนองบัวแดง", "องค์การบริหารส่วนตำบลหนองบัวแดง"),
        ("เทศบาลตำบลหนองบัว", "เทศบาลตำบลหนองบัว"),
        ("ทต.หนองบัว", "เทศบาลตำบลหนองบัว"),
        ("เทศบาลเมืองราชบุรี", "เทศบาลเมืองราชบุรี"),
        ("อบจ.ราชบุรี", "องค์การบริหารส่วนจังหวัดราชบุรี"),
        ("อบต.หนองบัว อ.เมือง จ.ชัยภูมิ", "องค์การบริหารส่วนตำบลหนองบัว จังหวัดชัยภูมิ"),
        ("อบต.หนองบัว\nอำเภอบ้านฝาง", "องค์การบริหารส่วนตำบลหนองบัว อำเภอบ้านฝาง"),
        ("ผลการประเมินของโรงพยาบาลบ้านโป่ง", "โรงพยาบาลบ้านโป่ง"),
        ("อบต.เขาทอง\nอบต.เขาทอง\nตามแบบของ อบต.หนองบัว", "องค์การบริหารส่วนตำบลเขาทอง"),
    ],
)
def test_the_report_of_another_agency_is_known_as_such(text, told):
    assert other(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "ผลการประเมิน ITA ปี 2568",
        "ปลัด อบต. และผู้บริหาร ของ อบต. ได้ประชุม",
        "ทุก อบต.ในจังหวัดราชบุรี",
        "กรมส่งเสริมการปกครองท้องถิ่น กระทรวงมหาดไทย",
    ],
)
def test_a_document_that_names_no_agency_is_nobodys(text):
    found = ownership(source(text), OWN)

    assert (found.other, found.place) == ("", None)


def test_names_that_begin_with_a_little_word_and_agencies_of_other_kinds_are_known():
    assert other("เทศบาลตำบลในเมือง จังหวัดขอนแก่น", TOWN) == ""
    assert other("นายกเทศมนตรีตำบลในเมือง", TOWN) == ""
    assert other("รายงานของโรงพยาบาลบ้านโป่ง", HOSPITAL) == ""
    assert other("รายงานของ อบต.หนองบัว", HOSPITAL) == "องค์การบริหารส่วนตำบลหนองบัว"


def test_the_place_is_that_where_the_other_is_named():
    found = ownership(source("ผลการประเมิน ITA\n\nอบต.เขาทอง"), OWN)

    assert found.place
    assert found.place.en == "line 3"
