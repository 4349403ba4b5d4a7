# Everything a contributor runs. Needs make and Python 3.11 or newer with its venv module; the rest
# is installed into .venv from constraints.txt.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

.PHONY: help site serve guide test bench format clean

help:
	@echo 'make site     build the demo site into site/'
	@echo 'make serve    serve the demo site, rebuilt on every edit'
	@echo 'make guide    build the guide for officers into build/guide/'
	@echo 'make test     formatting, lint, types, tests, a strict build and the checks'
	@echo 'make bench    measure speed and size'
	@echo 'make format   lay out the code and mend what can be mended'
	@echo 'make clean    remove what was built; .venv stays'
	@echo
	@echo 'PYTHON=...    the Python to set up with, when python3 is older than 3.11'

# Two steps, because pip cannot hash a folder: what is pinned is installed with its hashes, then
# this project in place, without asking for anything more.
$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'prongsai needs Python 3.11 or newer; $(PYTHON) is not.' >&2; \
	  echo 'hint: make PYTHON=/path/to/python3.11' >&2; \
	  exit 1; \
	}
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

site: $(INSTALLED)
	$(BIN)/prongsai build
	@echo 'เปิดดู / look at it: make serve'

serve: $(INSTALLED)
	$(BIN)/prongsai serve

guide: $(INSTALLED)
	$(BIN)/mkdocs build --strict --quiet --config-file docs/mkdocs.yml
	@echo 'build/guide/index.html'

# Findings of the demo content (exit 1) are the checks at work; only a check that cannot run is a failure.
test: $(INSTALLED)
	@echo '--- ruff format'
	@$(BIN)/ruff format --check .
	@echo '--- ruff check'
	@$(BIN)/ruff check .
	@echo '--- mypy'
	@$(BIN)/mypy
	@echo '--- pytest'
	@$(BIN)/pytest --numprocesses auto --dist loadfile
	@echo '--- mkdocs build --strict'
	@$(BIN)/mkdocs build --strict --quiet --site-dir build/strict
	@echo '--- prongsai check'
	@$(BIN)/prongsai check || test $$? -eq 1
	@echo '--- all passed'

bench: $(INSTALLED)
	$(BIN)/python -m benchmarks

format: $(INSTALLED)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf site build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
