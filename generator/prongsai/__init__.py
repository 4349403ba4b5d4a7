"""A public website of a Thai agency's ITA results, measures and disclosures, from YAML."""

__version__ = "0.1.0"
