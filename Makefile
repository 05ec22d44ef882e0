# make run · make local · make test · make lint · make bench · make data
PYTHON ?= python3
BIN := .venv/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: run local test lint bench data screenshot clean

run: .venv/run
	$(BIN)/streamlit run dashboard.py

# As run, but for whoever keeps the list: reachable from this machine alone, and the page Pins writes what it corrects.
local: .venv/run
	ACTIONMAP_LOCAL=1 $(BIN)/streamlit run dashboard.py --server.address localhost

test: lint
	$(BIN)/python scripts/install_browser.py
	$(BIN)/python scripts/install_services.py
	$(BIN)/pytest

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/dev
	$(BIN)/python scripts/install_browser.py
	$(BIN)/python -m benchmarks

# Derived data: names of countries and months, the gazetteer's tables, the basemap (needs npm), the shipped pins.
data: .venv/dev
	$(BIN)/python -m scripts.build_names
	$(BIN)/python -m scripts.build_gazetteer
	$(BIN)/python -m scripts.build_basemap
	$(BIN)/python -m actionmap geocode data/actions.csv -o /dev/null

screenshot: .venv/dev
	$(BIN)/python scripts/install_browser.py
	$(BIN)/python scripts/take_screenshot.py docs/screenshot.png

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python's venv module is missing; on Debian and Ubuntu: apt install python3-venv"; exit 1; }

.venv/run: requirements.txt constraints.txt | .venv/bin/python
	$(PIP_INSTALL) --requirement requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt requirements.txt constraints.txt | .venv/bin/python
	$(PIP_INSTALL) --requirement requirements-dev.txt
	@touch $@ .venv/run
