# Interview Coach. `make run` opens it, `make test` proves it, `make help` lists the rest.

SHELL := /bin/sh
.DEFAULT_GOAL := help
PY := .venv/bin/python
# Where `make tour` puts its pictures.
DIR ?= build/tour
# More for the program or for pytest: make run ARGS="--data-dir …", make test ARGS="-k review".
ARGS ?=

unexport PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE

.PHONY: help setup run test lint format types law suite tour faults bench accessible lock clean distclean

help:  ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1 | \2/p' Makefile | awk -F'|' '{ printf "%-18s%s\n", $$1, $$2 }'

setup:  ## make .venv with the pinned packages (nothing to do when it is current)
	@packaging/setup.sh

run: setup  ## open the program; without a display, its guided tour as pictures
	@$(PY) packaging/preflight.py run $(ARGS)

test: setup  ## lint, types, law and the whole suite, off-screen
	@$(PY) packaging/preflight.py check
	@$(MAKE) --no-print-directory lint types suite

lint: setup  ## ruff: rules and format
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

format: setup  ## let ruff put things right
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

types: setup  ## mypy, strict
	$(PY) -m mypy

law: setup  ## only the tests of the architecture
	$(PY) -m pytest tests/law $(ARGS)

suite: setup  ## only pytest
	$(PY) -m pytest -n auto --dist worksteal $(ARGS)

tour: setup  ## every page with sample data as pictures, DIR=build/tour
	@$(PY) packaging/preflight.py tour "$(DIR)"

faults: setup  ## break the program in every way (the suite tries a sample)
	$(PY) -m tests.faults $(ARGS)

bench: setup  ## the benchmarks, as a table
	$(PY) -m tests.benchmarks $(ARGS)

accessible: setup  ## the first journey through the window's accessibility tree
	tests/accessible/run.sh $(ARGS)

lock: setup  ## write packaging/requirements.lock anew; ARGS=--upgrade for the newest
	packaging/lock.sh $(ARGS)

clean:  ## remove what was built, keep .venv
	rm -rf build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find interview_coach tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean  ## remove .venv too
	rm -rf .venv
