# Every target builds what it needs: a fresh clone with python3, make and git is enough.
PYTHON ?= python3
UV := .venv/bin/uv
RUN := $(UV) run --frozen --no-progress
# One process of tests a core: each test stands alone.
JOBS ?= $(shell nproc 2> /dev/null || echo 2)
PYTEST := $(RUN) --group browser pytest -n $(JOBS) --dist worksteal
# What failed is tried once more, alone: it fails for good unless the busy machine was at fault.
AGAIN := $(RUN) --group browser pytest --last-failed --last-failed-no-failures none

.PHONY: demo test check page bench crash fuzz threats release-check pictures clean

# The whole bot in a web page; TRANSCRIPT=1 plays the story in the terminal instead, and ends.
demo: .venv/ready
	$(RUN) python -m bot demo $(if $(TRANSCRIPT),--transcript)

test: .venv/ready
	$(PYTEST) $(ARGS)

check: .venv/ready
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(RUN) lint-imports
	$(PYTEST) $(ARGS) || $(AGAIN)

bench: .venv/ready
	$(RUN) python -m bench $(ARGS)

# The proofs that take longer than the suite may; `.ci/run` runs a short form of each.

# The page of the demo in a real browser: every scene, and all that a visitor can do.
page: .venv/ready
	$(PYTEST) -m slow tests/bot/demo $(ARGS) || $(AGAIN) -m slow

# Kills the bot at random moments and at every commit point of the stories.
KILLS ?= 200
crash: .venv/ready
	CRASH_KILLS=$(KILLS) $(PYTEST) -m slow tests/crash $(ARGS) || CRASH_KILLS=$(KILLS) $(AGAIN) -m slow

# Spoiled updates of every shape; SEED=2 for others.
TRIES ?= 1000000
fuzz: .venv/ready
	THREATS=$(TRIES) $(RUN) pytest tests/threats/test_fuzz.py

# Forged presses, forged links, hostile names.
FORGED ?= 100000
threats: .venv/ready
	THREATS=$(FORGED) $(RUN) pytest tests/threats -k "not fuzz"

# The list of parts (CycloneDX), then the known faults of what is installed, before a release.
# AUDIT="-s osv" asks another service than PyPI.
release-check: .venv/ready
	mkdir -p dist
	$(UV) export --frozen --no-dev --no-emit-project --quiet -o dist/requirements.txt > /dev/null
	$(UV) export --frozen --no-dev --quiet --format cyclonedx1.5 -o dist/sbom.cdx.json > /dev/null
	@rm -f dist/faults.json
	@$(RUN) --quiet --group release pip-audit --strict --require-hashes --disable-pip $(AUDIT) \
		-r dist/requirements.txt --format json -o dist/faults.json 2> dist/audit.log \
	&& echo "No known fault in what is installed. List of parts: dist/sbom.cdx.json" \
	|| { if test -s dist/faults.json; \
		then echo "Known faults in what is installed: dist/faults.json says which."; \
		else echo "The service of known faults did not answer for every package: nothing is proven" \
			"(dist/audit.log says what it said). List of parts: dist/sbom.cdx.json"; fi; exit 1; }

# The README's pictures, from a run of the tests of the page.
pictures: .venv/ready
	$(PYTEST) -m slow tests/bot/demo -k "comes_to_its_end or on_a_phone or killed"
	mkdir -p docs && cp $(addprefix .screenshots/,join.png hood.png join-phone-en.png) docs/

# The environment: uv comes from pip, everything else from the lock file.
.venv/ready: uv.lock pyproject.toml
	test -x .venv/bin/python || $(PYTHON) -m venv .venv
	test -x $(UV) || .venv/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(UV) sync --frozen --inexact --no-progress --quiet
	touch $@

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
