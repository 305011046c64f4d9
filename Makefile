# Every target makes and uses .venv by itself; PYTHON names another interpreter (3.11 or newer).
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help play test check fix bench soak clean

help:
	@echo "make play   open the program on the telegram of 1950"
	@echo "make test   run the tests"
	@echo "make check  format, lint, types, layers, tests, scenarios, walks"
	@echo "make fix    format and mend what can be mended by itself"
	@echo "make soak   kill the program, cut the power and fail the disk, and look at the learner's record each time"
	@echo "make bench  start-up, keys and memory beside a bare Textual app; the checker's time, answers a second"

.venv/run.stamp: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("cablesim needs Python 3.11 or newer; this is %s.%s. Name another: make PYTHON=python3.12 ..." % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	@echo "cablesim: making .venv, once ..." >&2
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable . >&2
	@touch $@

.venv/dev.stamp: .venv/run.stamp
	@echo "cablesim: adding the test tools to .venv, once ..." >&2
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[dev]' >&2
	@touch $@

play: .venv/run.stamp
	@$(BIN)/cablesim

test: .venv/dev.stamp
	@$(BIN)/python -m pytest -n auto

check: .venv/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/make_codebook.py --check
	$(BIN)/python tools/make_pages.py --check
	$(BIN)/python tools/make_schemas.py --check
	$(BIN)/python tools/make_codes.py --check
	$(BIN)/python -m pytest -n auto
	$(BIN)/cablesim check scenarios courses
	for walk in scenarios/*/*.walk; do $(BIN)/cablesim walk "$$(dirname $$walk)" --script "$$walk" || exit 1; done

fix: .venv/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/dev.stamp
	@$(BIN)/python tools/bench.py
	@$(BIN)/python tools/large_scenario.py --measure
	@$(BIN)/python tools/bench_exercises.py

soak: .venv/dev.stamp
	@folder=$$(mktemp -d) && $(BIN)/python tools/soak.py --kills 500 "$$folder/record.sqlite"; \
	code=$$?; rm -rf "$$folder"; exit $$code
	@$(BIN)/python tools/power_cut.py --pictures 5000
	@$(BIN)/python tools/disk_faults.py --every 10

clean:
	rm -rf .venv dist build
