"""`prongsai schema`: the schemas of editors as files, made anew and never over anything else."""

from __future__ import annotations

import json

from prongsai.schemas import schema_files


def test_the_schemas_are_written_and_an_earlier_version_is_replaced(run, tmp_path):
    folder = tmp_path / "schemas"
    assert run("schema", folder).exit_code == 0
    old = json.loads((folder / "agency.json").read_text(encoding="utf-8"))
    (folder / "agency.json").write_text(json.dumps(old | {"title": "เดิม"}), encoding="utf-8")

    result = run("schema", folder)

    assert result.exit_code == 0
    assert "เขียน JSON Schema 1 ไฟล์" in result.stderr
    assert {p.name: p.read_text(encoding="utf-8") for p in folder.iterdir()} == schema_files()


def test_a_file_of_somebody_else_is_told_and_nothing_is_written(run, tmp_path):
    (tmp_path / "agency.json").write_text("{}", encoding="utf-8")

    result = run("schema", tmp_path)

    assert result.exit_code == 2
    assert "มีอยู่แล้ว: agency.json" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["agency.json"]
