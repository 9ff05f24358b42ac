# Everything a developer types. `make` alone lists it.
# Needs Python 3.11 or newer with venv, and make; the rest is installed into .venv from the locks.

ifeq ($(OS),Windows_NT)
  PYTHON ?= python
  BIN := .venv/Scripts
  RUNTIME_BIN := .venv-runtime/Scripts
else
  PYTHON ?= python3
  BIN := .venv/bin
  RUNTIME_BIN := .venv-runtime/bin
endif

# Mutes a notice about other software that the theme prints on every build.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Deno's progress bars and colours make a log hard to read.
export NO_COLOR := 1
export RUST_BACKTRACE := 0
export DENO_NO_UPDATE_CHECK := 1
# Behind a company's proxy only the system knows the certificates.
export DENO_TLS_CA_STORE := system,mozilla

PIP_INSTALL := -m pip install --quiet --require-hashes
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-config \
  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

# Each process builds the sites that its tests need: more than four would build more than they test.
PYTEST := $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

# A stamp says which lock is installed: a second run installs nothing.
RUNTIME := .venv/.runtime
DEVELOPMENT := .venv/.development
RUNTIME_ONLY := .venv-runtime/.runtime

.PHONY: help serve build offline test check static strict-build bench lighthouse bundle pictures cases lock clean
.DEFAULT_GOAL := help

help: ## List these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 12

serve: $(RUNTIME) ## Show the site at http://127.0.0.1:8000 and follow every edit
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

build: $(RUNTIME) ## Build the site into site/
	@$(BIN)/mkdocs build --strict

offline: $(RUNTIME) ## Pack the site into dist/: a ZIP file that opens without a server
	@PYTHONPATH=hooks $(BIN)/python -m rapport.offline

test: static ## Check everything, in a browser too (what CI runs)
	@echo "== pytest, with a browser"
	@CHROMIUM="$$($(BIN)/python tests/browser/chromium.py)" || exit $$?; \
	  export CHROMIUM; $(PYTEST)
	@$(MAKE) --no-print-directory strict-build

check: static ## The same without a browser, in a minute or two
	@echo "== pytest, without a browser"
	@$(PYTEST) --ignore=tests/browser
	@$(MAKE) --no-print-directory strict-build

static: $(DEVELOPMENT)
	@echo "== ruff"
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@echo "== mypy"
	@$(BIN)/mypy --no-error-summary
	@echo "== deno"
	@$(BIN)/deno fmt --check --quiet
	@$(BIN)/deno lint --quiet
	@$(BIN)/deno check --quiet hooks/rapport/browser tests/unit
	@output="$$($(BIN)/deno test --quiet 2>&1)" || { echo "$$output"; exit 1; }; \
	  echo "$$output" | tail -n 2 | grep .

# With the runtime lock alone: what a reader of the README has after `pip install`.
strict-build: $(RUNTIME_ONLY)
	@echo "== mkdocs build --strict, with the runtime lock alone"
	@site="$$(mktemp -d)" && trap 'rm -rf "$$site"' EXIT && \
	  $(RUNTIME_BIN)/mkdocs build --strict --site-dir "$$site"

bench: $(DEVELOPMENT) ## Print the figures that have a budget (BENCH=--large: 1,000 too)
	@PYTHONPATH=tests:hooks $(BIN)/python -m bench $(BENCH)

lighthouse: $(DEVELOPMENT) ## Print what Lighthouse says of the site (fetches it once)
	@CHROMIUM="$$($(BIN)/python tests/browser/chromium.py)" || exit $$?; \
	  export CHROMIUM; PYTHONPATH=tests:hooks $(BIN)/python -m lighthouse

bundle: $(DEVELOPMENT) ## Bundle the browser's script and style, and write the editors' schemas
	@PYTHONPATH=hooks $(BIN)/python -m rapport.bundle
	@PYTHONPATH=hooks $(BIN)/python -m rapport.schema

pictures: $(DEVELOPMENT) ## Draw the social image and a phone's icon from the mark
	@CHROMIUM="$$($(BIN)/python tests/browser/chromium.py)" || exit $$?; \
	  export CHROMIUM; PYTHONPATH=tests:hooks $(BIN)/python -m browser.pictures

cases: $(DEVELOPMENT) ## Write anew what the answered questionnaires come to
	@PYTHONPATH=tests:hooks $(BIN)/python -m unit.write_answered

lock: $(DEVELOPMENT) ## Write the locks anew (UPGRADE=--upgrade for the newest versions)
	@$(LOCK) $(UPGRADE) --output-file requirements.txt
	@$(LOCK) $(UPGRADE) --group dev --constraints requirements.txt --output-file requirements-dev.txt
	@$(BIN)/deno install --quiet --frozen=false

clean: ## Remove what these targets made, but for .venv
	@rm -rf site dist .mypy_cache .pytest_cache .ruff_cache .hypothesis test-results

$(RUNTIME): requirements.txt | .venv
	@echo "Installing the runtime lock into .venv"
	@$(BIN)/python $(PIP_INSTALL) --requirement requirements.txt
	@touch $@

# The development lock holds the runtime lock too.
$(DEVELOPMENT): requirements-dev.txt | .venv
	@echo "Installing the development lock into .venv"
	@$(BIN)/python $(PIP_INSTALL) --requirement requirements-dev.txt
	@touch $@ $(RUNTIME)

$(RUNTIME_ONLY): requirements.txt | .venv-runtime
	@echo "Installing the runtime lock into .venv-runtime"
	@$(RUNTIME_BIN)/python $(PIP_INSTALL) --requirement requirements.txt
	@touch $@

.venv .venv-runtime:
	@$(PYTHON) -c "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))" 2>/dev/null || { \
	  echo "Rapport needs Python 3.11 or newer with venv, and '$(PYTHON)' is not that." >&2; \
	  echo "On Debian and Ubuntu: apt install python3-venv. Another Python: make PYTHON=python3.12" >&2; \
	  exit 1; }
	@$(PYTHON) -m venv $@
