"""The content of an agency as one Excel workbook: for officers who know Excel and not YAML.

Content here is plain YAML content, as `yamlediting.said` gives it: text, lists and mappings. What
stands in a cell that nobody changed is never written anew, so whatever a cell cannot show survives.
Only `drawing`, `opening` and `exchange` touch files or openpyxl.
"""
