# Two commands: `make demo` builds and shows the seed case, `make test` sets up and runs the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# Two at a time, each from its end of the list, so that hardly a file's fixtures are made twice.
SHARE := -n 2 --dist worksteal

.PHONY: demo test test-all lint bench screenshots lock clean help

help:
	@echo 'make demo      build the seed case into out/: the store, graph.html, the report, the briefing'
	@echo 'make test      set up and run the tests (make test-all: the large counts too)'
	@echo 'make lint      ruff, mypy, import rules'
	@echo 'make bench     measure builds beside the raw engine, answers beside builds, and the page'
	@echo 'make screenshots  renew the pictures of the README'
	@echo 'make lock      renew the pinned versions (needs uv)'

$(VENV)/.stamp-runtime: requirements/runtime.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements/runtime.lock
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.stamp-dev: requirements/dev.lock $(VENV)/.stamp-runtime
	$(PIP) install --quiet --require-hashes -r requirements/dev.lock
	@touch $@

demo: $(VENV)/.stamp-runtime
	$(BIN)/backchannel build --out out
	$(BIN)/backchannel graph --graph out
	$(BIN)/backchannel report --graph out
	$(BIN)/backchannel briefing --graph out
	$(BIN)/backchannel summary --graph out

test: $(VENV)/.stamp-dev
	sh tests/browsers.sh
	$(BIN)/python -m pytest $(SHARE)

test-all: $(VENV)/.stamp-dev
	sh tests/browsers.sh
	BACKCHANNEL_LARGE=1 $(BIN)/python -m pytest $(SHARE)

lint: $(VENV)/.stamp-dev
	$(BIN)/ruff check .
	rm -rf build/lint && mkdir -p build/lint
	tar -chf - --exclude=node_modules --exclude=__pycache__ -C .ci/typing backchannel | tar -xf - -C build/lint
	cd build/lint && ../../$(BIN)/lint-imports --no-cache --config ../../pyproject.toml
	$(BIN)/mypy

bench: $(VENV)/.stamp-dev
	$(BIN)/python -m benchmarks.build
	$(BIN)/python -m benchmarks.operations
	$(BIN)/python -m benchmarks.formats
	$(BIN)/python -m benchmarks.worlds
	$(BIN)/python -m benchmarks.temporal
	$(BIN)/python -m benchmarks.routes
	$(BIN)/python -m benchmarks.measures
	$(BIN)/python -m benchmarks.page

screenshots: demo $(VENV)/.stamp-dev
	$(BIN)/python tests/screenshots.py

lock:
	cd requirements && for kind in runtime dev; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-find-links \
	    --no-emit-index-url --custom-compile-command 'make lock' $$kind.in -o $$kind.lock; done

clean:
	rm -rf $(VENV) out build dist *.egg-info
