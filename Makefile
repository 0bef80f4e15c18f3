# Works with GNU Make 3.81, as macOS has it. `make` alone prints what there is.

VENV = .venv
PY = $(VENV)/bin/python
GUIDE = $(PY) -m guide
SITE_READY = $(VENV)/site-ready
TEST_READY = $(VENV)/test-ready
AUDIT_READY = $(VENV)/audit/ready
PYTEST = $(PY) -m pytest -n 2 --dist worksteal -rs
NONE_SKIPPED = sh scripts/none-skipped.sh
PIP_INSTALL = $(PY) -m pip install -qq --disable-pip-version-check --no-input --require-hashes

# Lists of folders, such as the one that Python searches, have a colon between two of them.
ifneq (,$(findstring :,$(CURDIR)))
$(error The path of this folder has a colon, and Python cannot work under it. Rename or move: $(CURDIR))
endif

export PYTHONPATH = $(CURDIR)/hooks
export NO_MKDOCS_2_WARNING = 1

.DEFAULT_GOAL = help
.PHONY: help site serve preview verify check new-route new-threat new-platform new-country new-decision new-language \
	messages markdown schema headers readability contacts contacts-due freshness release-check \
	test test-core test-core-rest test-site test-browser test-build walk pictures published links upkeep sbom audit bench stress \
	architecture search-library format \
	clean
.NOTPARALLEL:

help: ## Print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

# --- The site ---

site: $(SITE_READY) ## Build the site into site/; any warning stops it (LOCAL=local.yml adds your own numbers)
	@$(GUIDE) site

serve: $(SITE_READY) ## Show the site while you write; LANGS=es builds one language, PORT=8001 takes another port
	@echo "Changes of data, pages, templates and styles show by themselves; after a change of code (.py), start make serve anew."
	@$(GUIDE) serve

preview: $(SITE_READY) ## Build one page in a few seconds: PAGE=countries/mx, or PAGE=data/countries/mx.yml
	@$(GUIDE) preview

verify: $(SITE_READY) ## Compare a published site with site/, file by file: FROM=https://guide.example/ or FROM=folder
	@$(GUIDE) verify

check: $(SITE_READY) ## Check the data only; ALL=1 shows every fault where there are many
	@$(GUIDE) check

# --- Something new: each asks on the terminal; a script gives ID=… and the other answers ---

new-route: $(SITE_READY) ## Begin a helpline, an organisation, a body or an authority
	@$(GUIDE) new route

new-threat: $(SITE_READY) ## Begin a threat, with an entry on each platform
	@$(GUIDE) new threat

new-platform: $(SITE_READY) ## Begin a platform
	@$(GUIDE) new platform

new-country: $(SITE_READY) ## Begin a country
	@$(GUIDE) new country

new-decision: $(SITE_READY) ## Begin a decision of the Oversight Board
	@$(GUIDE) new decision

new-language: $(SITE_READY) ## Begin a language, with its catalogue
	@$(GUIDE) new language

# --- Catalogues, schemas, lists ---

messages: $(SITE_READY) ## Bring the message catalogues up to date for translators
	@$(GUIDE) messages

markdown: $(SITE_READY) ## Write the generated pages as Markdown, to read or compare
	@$(GUIDE) markdown

schema: $(SITE_READY) ## Write the JSON schema that editors use for the data
	@$(GUIDE) schema

headers: $(SITE_READY) ## Write the ready files for servers (docs/dev/hosting/) anew
	@$(GUIDE) headers

contacts-due: $(SITE_READY) ## List the contacts that are due to be checked again
	@$(GUIDE) contacts-due

contacts: $(SITE_READY) ## List what changed since BASE=origin/main of contacts, addresses, terms, labels (FORMAT=md)
	@$(GUIDE) contacts

freshness: $(SITE_READY) ## List what has not been checked for long
	@$(GUIDE) freshness

readability: $(TEST_READY) ## Report how hard the texts are to read
	@$(PY) scripts/readability.py

links: $(SITE_READY) ## Ask politely whether every outside address of site/ still answers (make site first)
	@$(PY) scripts/links.py site

upkeep: $(AUDIT_READY) ## Write what has grown old into one list, build/upkeep.md (make site first)
	@$(PY) scripts/upkeep.py "Not checked for long" "make -s freshness" "Contacts to test" "make -s contacts-due" \
		"Translations" "make -s release-check" "Outside addresses" "make -s links" \
		"Packages with a known fault" "make -s audit"

sbom: $(AUDIT_READY) ## List the packages that build the site, with versions and hashes (CycloneDX): build/sbom.json
	@mkdir -p build
	@$(VENV)/audit/bin/cyclonedx-py requirements requirements/site.txt --pyproject pyproject.toml \
		--output-reproducible --output-file build/sbom.json
	@echo "Wrote build/sbom.json."

audit: $(AUDIT_READY) ## Ask the package index whether a package of ours has a known fault
	@$(VENV)/audit/bin/pip-audit --progress-spinner off --disable-pip --require-hashes \
		-r requirements/site.txt -r requirements/test.txt

release-check: $(SITE_READY) ## What a release needs: complete, current catalogues
	@$(GUIDE) messages --check
	@$(GUIDE) release-check

# --- Tests ---

test: $(TEST_READY) ## Run every check and test; a skipped test fails
	@sh scripts/ensure-java.sh
	@sh scripts/ensure-browser.sh
	@sh scripts/ensure-gettext.sh
	@mkdir -p build && date +%s > build/test-began
	@$(MAKE) --no-print-directory test-core test-site test-browser
	@sh scripts/took.sh build/test-began 8

test-core: $(TEST_READY) ## Check the code and test it without a site, in a minute
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	@mkdir -p build; rm -f build/mypy.done; ($(PY) -m mypy > build/mypy.log 2>&1; echo $$? > build/mypy.done) & \
	$(MAKE) --no-print-directory test-core-rest; done=$$?; wait; cat build/mypy.log; \
	[ $$done = 0 ] && [ "$$(cat build/mypy.done)" = 0 ]

# The types are read on one processor while the tests run: half a minute of waiting less.
test-core-rest:
	$(VENV)/bin/lint-imports --no-cache --no-logo
	$(GUIDE) schema --check
	$(GUIDE) headers --check
	$(PY) scripts/architecture.py --check
	PATH="$$(dirname "$$(sh scripts/ensure-gettext.sh)"):$$PATH" \
		$(PYTEST) -m "not slow" --junit-xml=build/test-core.xml tests/core
	@$(NONE_SKIPPED) build/test-core.xml

test-site: $(TEST_READY) test-build ## Test the built site and the builds, and break the data eighty times
	PATH="$$(dirname "$$(sh scripts/ensure-java.sh)"):$$(dirname "$$(sh scripts/ensure-gettext.sh)"):$$PATH" \
		$(PYTEST) -m slow --junit-xml=build/test-site.xml -k "not kill_at_any_moment" tests/core tests/site tests/stress
	@$(NONE_SKIPPED) build/test-site.xml

test-browser: $(TEST_READY) test-build ## Test the built site in Chromium
	CHROMIUM="$$(sh scripts/ensure-browser.sh)" $(PYTEST) --junit-xml=build/test-browser.xml tests/browser
	@$(NONE_SKIPPED) build/test-browser.xml

walk: $(TEST_READY) test-build ## Open every page of the site in Chromium under the headers of docs/dev/hosting/
	GUIDE_WALK=all CHROMIUM="$$(sh scripts/ensure-browser.sh)" $(PY) -m pytest -q -s tests/browser/test_policy.py

# The site that tests read: built anew for every run, once for all parts of it.
test-build: $(SITE_READY)
	$(GUIDE) site --site-dir build/test-site

pictures: $(TEST_READY) ## Draw which sheets and trees of site/ differ from those of a commit: BASE=origin/main (make site first)
	@sh scripts/base-site.sh $(PY) "$(BASE)" build/base-site
	@CHROMIUM="$$(sh scripts/ensure-browser.sh)" $(PY) scripts/pictures.py build/base-site site build/pictures

published: $(TEST_READY) test-build ## Add the addresses of the built site to those that must always lead somewhere
	@$(PY) -m tests.site.published

architecture: $(TEST_READY) ## Draw the picture of the folders of the core from their imports
	@$(PY) scripts/architecture.py

search-library: $(TEST_READY) ## Write the library of the search anew from its package, between two hashes (needs npm)
	@$(PY) scripts/search_library.py

bench: $(TEST_READY) test-build ## Measure how long building takes, and what a reader with a cheap phone waits for
	@CHROMIUM="$$(sh scripts/ensure-browser.sh)" $(PY) tests/bench/slow_phone.py
	@$(PY) tests/bench/bench.py

stress: $(TEST_READY) ## Try ten thousand broken versions of what people write, and fifty builds that are killed
	GUIDE_EXAMPLES=$(or $(EXAMPLES),10000) GUIDE_KILLS=$(or $(KILLS),50) $(PY) -m pytest -n 2 --dist loadfile tests/stress -q

format: $(TEST_READY) ## Format the code, and mend what the linter can
	@$(PY) -m ruff check --fix-only --quiet .
	@$(PY) -m ruff format .

clean: ## Delete what was built, and caches (the virtual environment stays)
	@rm -rf build site .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find hooks tests -name __pycache__ -type d -prune -exec rm -rf {} +

# --- The set-up: done when first needed, and again when a list of requirements changes ---

# Without a Python that runs (say, after an upgrade of the system's), what was installed counts for nothing.
$(shell test -x $(PY) || rm -f $(SITE_READY) $(TEST_READY) $(AUDIT_READY))

$(PY):
	@sh scripts/ensure-venv.sh $(VENV)

$(SITE_READY): requirements/site.txt $(PY)
	@echo "Installing what builds the site (requirements/site.txt)."
	@$(PIP_INSTALL) -r requirements/site.txt
	@touch $@

$(TEST_READY): requirements/test.txt $(SITE_READY)
	@echo "Installing what the tests need (requirements/test.txt)."
	@$(PIP_INSTALL) -r requirements/test.txt
	@touch $@

# Apart from the rest, so that what looks at the packages changes none of them.
$(AUDIT_READY): requirements/audit.txt $(SITE_READY)
	@echo "Installing what lists and looks up packages (requirements/audit.txt)."
	@$(PY) -m venv --clear $(VENV)/audit
	@$(VENV)/audit/bin/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes -r requirements/audit.txt
	@touch $@
