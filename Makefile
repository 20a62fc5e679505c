# The only commands a newcomer needs. `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test check fix bench messages migrations lock

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: ## install what is missing, then serve the site with its workers (PORT, DATABASE_URL, ... in docs/operating.md)
	@$(PYTHON) tools/bootstrap.py run
	@exec $(BIN)/python tools/run.py

test: ## the whole proof: lint, types, contracts, translations, tests on PostgreSQL and SQLite, browser journeys
	@$(PYTHON) tools/bootstrap.py dev
	@$(BIN)/python tools/test.py

check: ## seconds: lint, types, import contracts
	@$(PYTHON) tools/bootstrap.py dev
	@$(BIN)/python tools/check.py

fix: ## format and mend what the linters can mend
	@$(PYTHON) tools/bootstrap.py dev
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format --quiet .
	@$(BIN)/djlint templates --reformat --quiet || true

bench: ## measure (ONLY=web runs one group); one JSON object a line on standard output
	@$(PYTHON) tools/bootstrap.py dev
	@$(BIN)/python tools/bench.py $(ONLY)

messages: ## collect the strings to translate into locale/
	@$(PYTHON) tools/bootstrap.py dev
	@$(BIN)/python tools/messages.py extract

migrations: ## write the migrations that the models need
	@$(PYTHON) tools/bootstrap.py dev
	@$(BIN)/python manage.py makemigrations

lock: ## rewrite the lock files from pyproject.toml
	@sh tools/lock.sh
