"""What a new agency starts from. `sample/` is an invented agency with every item of FY2568 evidenced."""
