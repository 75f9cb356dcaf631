# Two commands: `make run` and `make test`. Both set up what they need in .venv and var/.

PYTHON ?= $(firstword $(foreach name,python3.13 python3.12 python3.11 python3,$(shell $(name) -c 'print("$(name)")' 2>/dev/null)))
HOST ?= 127.0.0.1
PORT ?= 8000
export PORT
POSTGRES_URL ?= postgresql://postgres@127.0.0.1:5432/postgres
BIN = .venv/bin
VAR = $(or $(VAR_DIR),var)
PIP = $(BIN)/python -m pip --disable-pip-version-check

.PHONY: run test fuzz mutate measure-cleaning house screenshots lint bench messages upgrade outdated audit clean forget

run: .venv/installed
	@$(BIN)/python manage.py prepare --host $(HOST) --port $(PORT)
	@# connections that say nothing take no reader's place, and end after half a minute; headers of over 64 kB,
	@# twice what nginx passes on, are refused: granian takes 408
	@ulimit -n "$$(ulimit -H -n)" 2>/dev/null; exec $(BIN)/granian --interface wsgi --host $(HOST) --port $(PORT) \
		--blocking-threads 4 --http 1 --http1-buffer-size 65536 --backlog 4096 --backpressure 16384 --no-access-log --log-level warning portal.wsgi:application

# What asks the database something of its own runs again on PostgreSQL; pages by their lists, addresses and searches.
DATABASE_TESTS = tests/models tests/discovery tests/ingest/storage tests/ingest/test_commands.py tests/management \
	tests/admin tests/pages tests/summaries/test_evidence.py tests/summaries/staleness/test_derivation.py \
	tests/summaries/drafting/test_drafts.py tests/portal/test_trouble.py
# Made from rows alone, whichever database they come from; or an import like those that run again.
ROWS_ALONE = $(addprefix --ignore tests/,management/test_load_sample.py \
	$(addprefix pages/,articles/test_hidden_summaries.py cards newsletter metadata weekly))
PYTEST = $(BIN)/python -m pytest --numprocesses 3 --dist worksteal

test: .venv/installed-tests lint
	$(PYTEST)
	@if $(BIN)/python -c 'import psycopg; psycopg.connect("$(POSTGRES_URL)", connect_timeout=3)' 2>/dev/null || [ -n "$$CI" ]; \
	then echo "The same on PostgreSQL:" && DATABASE_URL=$(POSTGRES_URL) $(PYTEST) $(DATABASE_TESTS) $(ROWS_ALONE); \
	else echo "Skipped by name: the database tests on PostgreSQL (no server at $(POSTGRES_URL))."; fi

# Every property test with thousands of new examples; what fails is printed to be pasted above the test.
fuzz: .venv/installed-tests
	$(PYTEST) -m hypothesis --hypothesis-profile fuzz

# Would the tests of a room notice a mistake in it? Takes up to half an hour a room.
ROOM ?= articles/ingest/record.py articles/ingest/furniture articles/text/quantities articles/summaries/staleness
mutate: .venv/installed-tests
	$(BIN)/python -m tests.mutation $(ROOM)

# How well labelled documents are read, and pages damaged in ten ways; they lie beside the project or nowhere.
measure-cleaning: .venv/installed-tests
	$(BIN)/python -m tests.benchmarks.cleaning

# README's pictures: what imports what, and pages of the sample library (with Debian's chromium).
house: .venv/installed-tests
	$(BIN)/python -m tests.house_picture

screenshots: .venv/installed-tests
	$(BIN)/python -m tests.screenshots

lint: .venv/installed-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	@$(BIN)/deptry .
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files 'templates/*.html' 2>/dev/null || find templates -name '*.html')

# What each page costs at several sizes of the library, as a table in Markdown.
bench: .venv/installed-tests
	@$(BIN)/python -m tests.benchmarks.pages --articles 1000 10000

# After changing a string for readers or editors: fill in the new entries, then run it again. Needs gettext.
messages: .venv/installed-tests
	$(BIN)/python manage.py makemessages --locale zh_Hant --locale zh_Hans --no-location --ignore '.venv/*' --ignore 'var/*'
	@# by their words, and of no day, so that two branches seldom write on the same lines
	for po in articles/locale/*/LC_MESSAGES/django.po; do \
		msgcat --sort-output $$po | grep -v '^"POT-Creation-Date' >$$po.sorted && mv $$po.sorted $$po; done
	$(BIN)/python manage.py compilemessages --locale zh_Hant --locale zh_Hans --ignore '.venv'

# After raising versions in requirements.txt (`make outdated` names newer ones): installs them, then writes
# requirements.lock, with the hash of every file for every system, and docs/licences.md.
upgrade: .venv/installed-tests
	@$(PIP) install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--index-url https://pypi.org/simple requirements.txt --output-file requirements.lock
	$(BIN)/python -m tests.licences

outdated: .venv/installed
	@$(PIP) list --outdated

# Known holes in what is installed, as PyPI tells them. What it cannot tell of is a failure too.
audit: .venv/installed
	@$(PIP) install --quiet pip-audit
	$(BIN)/pip-audit --strict --disable-pip --require-hashes --requirement requirements.lock

# The installation alone; the library stays.
clean:
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis

# The library too: articles, pictures, accounts.
forget:
	@printf 'This deletes every article, picture and account in "$(VAR)". Type forget to go on: ' && read answer && [ "$$answer" = forget ]
	rm -rf "$(VAR)"

.venv/installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || (echo "Shuttle needs Python 3.11 or later." && exit 1)
	@echo "Installing into .venv (about a minute, the first time) ..."
	@$(PYTHON) -m venv .venv
	@# pip 23 cannot resolve lxml's extras
	@$(PIP) install --quiet --upgrade 'pip>=24'
	@$(PIP) install --quiet --requirement requirements.txt
	@touch $@

.venv/installed-tests: .venv/installed tests/requirements.txt
	@$(PIP) install --quiet --requirement tests/requirements.txt
	@touch $@
