"""A report on paper: where lines may break, how wide columns are, what goes on which page.

Values only. The template in the theme draws them; `prongsai.reports.pdf` brings the two together.
"""
