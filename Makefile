# The verbs of the house; `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help demo test build db bench schema pdf-tools format lint

program := .build/release/cohorte
throwaway := pg_virtualenv -t -v 15 -c '--locale=C.UTF-8 --encoding=UTF8'
ours := Sources Tests sql Package.swift

help:
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

demo: ## install what is missing, build, load the invented pilot, write its evaluation into bilans/
	@deploy/demo

test: ## run the tests on a throwaway PostgreSQL (one suite: Tests/run --filter NAME)
	@Tests/run

build: ## build the command line, with optimisation
	@deploy/install
	@deploy/build

db: build ## make a throwaway database with the pilot in it, and print its address
	@unset DATABASE_URL PGHOST PGHOSTADDR PGSERVICE PGPORT; \
	base=$$(mktemp -d /tmp/cohorte.XXXXXX) && chmod 755 "$$base" && export COHORTE_HOME="$$base/home" && \
	$(program) demo --quiet --out "$$base/bilans" >/dev/null && \
	printf '%s\n' "export COHORTE_HOME=$$COHORTE_HOME" \
	    "psql 'host=$$COHORTE_HOME/socket dbname=cohorte user=cohorte_owner'" \
	    "$(program) db stop && rm -r $$base    # when done"

bench: ## measure, against the baselines of the same run
	@if [ -x Tests/bench ]; then Tests/bench; else echo "There is no benchmark yet."; fi

schema: build ## dump the schema that the migrations make into sql/schema.sql
	@unset DATABASE_URL PGHOST PGHOSTADDR PGSERVICE PGDATABASE PGUSER PGPORT; $(throwaway) sh -ec '\
	    $(program) db migrate --quiet && pg_dump --schema-only --no-owner >.build/schema.sql && \
	    sed "/^-- Dumped /d; /^\\\\restrict /d; /^\\\\unrestrict /d" .build/schema.sql >sql/schema.sql' >/dev/null

pdf-tools: ## put WeasyPrint beside the data, for the documents that --pdf prints
	@deploy/pdf-tools

format: ## lay out the Swift files as the house does
	@swift format --in-place --parallel --recursive $(ours)

lint: ## say where the Swift files are not laid out as the house does
	@swift format lint --strict --parallel --recursive $(ours)
