"""What a new agency starts from: `templates/` to fill in, or `sample/`, an invented agency with every
item of FY2568 evidenced."""
