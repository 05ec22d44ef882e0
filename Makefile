# make run [PORT=8600] · make serve · make dev · make local · make check · make test · make lint · make bench · make data · make map · make messages
PYTHON ?= python3
BIN := .venv/bin
PORT := 8501
FUZZ := 600
# Names of files and what is printed are UTF-8, whatever the machine's locale is.
export PYTHONUTF8 := 1
# What is compiled is kept, whatever the machine says: every program that a test starts would compile it again.
unexport PYTHONDONTWRITEBYTECODE
# Two heaps for all threads: with one for each, more memory stays taken after visitors have left (benchmarks/README.md).
export MALLOC_ARENA_MAX := 2
# A page elsewhere that gives its name this machine's address is not let in.
LOCAL_HOSTS := localhost 127.0.0.1 ::1
STREAMLIT := $(BIN)/streamlit run server.py --server.port $(PORT)
# Two at once; each keeps whole modules, so that what a module shares is made once.
PYTEST := $(BIN)/pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement

.PHONY: run serve dev local check test lint bench data map messages lock docs audit fuzz screenshot clean

run: .venv/run
	$(STREAMLIT)

# As run, but every saved file is taken up at once.
dev: .venv/run
	STREAMLIT_SERVER_FILE_WATCHER_TYPE=auto $(STREAMLIT)

# As run, but for whoever keeps the list: reachable from this machine alone, and the page Pins writes what it corrects.
local: .venv/run
	ACTIONMAP_LOCAL=1 $(STREAMLIT) --server.address localhost $(LOCAL_HOSTS:%=--server.allowedHosts %)

# As run, and started again should it ever end by itself; Ctrl+C ends it.
serve: .venv/run
	@trap 'kill $$server; exit' INT TERM; while true; do \
		$(STREAMLIT) & server=$$!; wait $$server && exit; echo "The server has ended; it starts again."; sleep 1; done

# For every save: what needs neither a browser nor a service.
check: lint
	$(PYTEST) tests/unit tests/property

test: lint
	$(BIN)/python scripts/install_browser.py
	$(BIN)/python scripts/install_services.py
	$(PYTEST)

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/dev
	$(BIN)/python scripts/install_browser.py
	$(BIN)/python -m benchmarks

# Derived data: names of countries and months, the gazetteer's tables, the basemap and the fonts (need npm), the shipped pins.
data: .venv/dev
	$(BIN)/python -m scripts.build_names
	$(BIN)/python -m scripts.build_gazetteer
	$(BIN)/python -m scripts.build_town_names
	$(BIN)/python -m scripts.build_basemap
	$(BIN)/python -m scripts.build_fonts
	$(BIN)/python -m actionmap geocode data/actions.csv -o /dev/null

# The live map's script, from map/ (needs npm).
map:
	cd map && npm ci --no-audit --no-fund --silent && npm run build --silent

# The catalogues of languages, brought up to date with the code and compiled.
messages: .venv/dev
	$(BIN)/python -m scripts.messages

# Exact versions with their hashes, from the requirements; UPGRADE=--upgrade moves them to the newest.
lock: .venv/dev
	for set in "" -dev -services; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-emit-package pyicu --custom-compile-command "make lock" $(UPGRADE) \
		--output-file constraints$$set.txt requirements$$set.txt || exit 1; done

# Documents that are written from the code and from what is installed.
docs: .venv/dev
	$(BIN)/python -m typer actionmap.cli utils docs --name actionmap --output docs/commands.md
	$(BIN)/python -m scripts.list_licences

# Known holes in what is locked; asks PyPI.
audit: .venv/dev
	$(BIN)/uv tool run pip-audit --strict --no-deps --disable-pip --requirement constraints-dev.txt

# New examples for the property tests; then hostile lists, links and settings until FUZZ seconds have passed, guided by
# what they reach.
fuzz: .venv/dev
	$(PYTEST) tests/property --hypothesis-profile searching
	$(BIN)/uv pip install --quiet --python $(BIN)/python atheris==3.0.0
	$(BIN)/python -m scripts.fuzz -max_total_time=$(FUZZ)

screenshot: .venv/dev
	$(BIN)/python scripts/install_browser.py
	$(BIN)/python scripts/take_screenshot.py docs/screenshot.png

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python's venv module is missing; on Debian and Ubuntu: apt install python3-venv"; exit 1; }

.venv/run: constraints.txt | .venv/bin/python
	$(PIP_INSTALL) constraints.txt
	@touch $@

.venv/dev: constraints-dev.txt | .venv/bin/python
	$(PIP_INSTALL) constraints-dev.txt
	@touch $@ .venv/run
