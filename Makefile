# Everything starts here. `make run` and `make test` need nothing but Python 3.11 with venv, on Debian python3.11-venv.
PYTHON ?= python3.11
BIN := .venv/bin
KLAAR := .venv/klaar

.DEFAULT_GOAL := help
.PHONY: help run test check sdl docs bench soak proef-pgbouncer proef-nginx

help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1\t/' | expand -t 24

run: $(KLAAR) ## the register with a sample school on http://127.0.0.1:8000; OPTIES="--port 8001 --leeg" goes to bron dev
	@exec $(BIN)/bron dev $(OPTIES)

test: $(KLAAR) ## all tests, from nothing, on a Postgres of their own
	@$(BIN)/pytest --numprocesses=2

check: $(KLAAR) ## style, types, import contracts, that SDL and generated docs are current; with npm: the audit of graphql-http
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest tests/schema/test_sdl.py tests/docs/test_naslag.py
	$(BIN)/python -m tests.proeven.graphql_http

sdl: $(KLAAR) ## write schema/schema.graphql
	$(BIN)/python -m schema.sdl

docs: $(KLAAR) ## write the pages of docs/ that follow from the code
	$(BIN)/python -m app.naslag

bench: $(KLAAR) bench/postgraphile/node_modules ## measure under load; OPTIES="--personen 20000 200000 --verslag" goes to python -m bench
	@$(BIN)/python -m bench $(OPTIES)

bench/postgraphile/node_modules: bench/postgraphile/package.json
	@cd bench/postgraphile && npm install --no-audit --no-fund --silent && touch node_modules

soak: $(KLAAR) ## kills, writers, hostile and generated input, at length; OPTIES="kills --aantal 20 --seed 2" to do less
	@$(BIN)/python -m tests.proeven.soak $(OPTIES)

proef-pgbouncer: $(KLAAR) ## the tests of reading and delivering again, behind PgBouncer (apt-get install pgbouncer)
	@$(BIN)/python -m tests.proeven.pgbouncer $(OPTIES)

proef-nginx: $(KLAAR) ## docs/productie/nginx.conf before a real service, with certificates (apt-get install nginx)
	@$(BIN)/python -m tests.proeven.nginx

# The environment, again only when what is pinned changed: --require-hashes for every package, the builder included.
$(KLAAR): requirements.lock pyproject.toml
	@echo "De omgeving komt in .venv; dit duurt één keer ongeveer een minuut."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
