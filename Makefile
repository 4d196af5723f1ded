# Two commands set everything up on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test check postgres format bench docs fuzz clean

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip setuptools wheel
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	mkdir -p .typing && ln -sfn .. .typing/presign
	touch $@

demo: $(STAMP)
	$(BIN)/python samples/demo.py

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	MYPYPATH=.typing $(BIN)/mypy -p presign

test: check postgres
	$(BIN)/python -m pytest -n 2

# The ledger is tested on a real server, which the tests start themselves. Without it they say what they skip.
postgres:
	@if ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then \
		echo "PostgreSQL isn't installed, and only root can, by apt-get: the ledger's tests on it are skipped"; \
	elif ! { timeout 120 apt-get update -qq; DEBIAN_FRONTEND=noninteractive timeout 600 apt-get install -y -qq --no-install-recommends postgresql; }; then \
		echo "PostgreSQL can't be installed by apt-get: the ledger's tests on it are skipped"; \
	fi

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# BENCH="--only growth", BENCH="--json result.json": what `python -m benchmarks` takes.
bench: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev,bench]"
	$(BIN)/python -m benchmarks $(BENCH)

docs: $(STAMP)
	$(BIN)/python -m sphinx -q -W -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

COUNT ?= 20000
SEED ?= 1
fuzz: $(STAMP)
	$(BIN)/python tests/hostile/fuzz.py --count $(COUNT) --seed $(SEED)

clean:
	rm -rf $(VENV) .typing build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache
