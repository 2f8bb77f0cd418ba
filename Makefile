# Each recipe is a script in tools/, so that CI needs no make.
.PHONY: run setup test check fix bench work reset messages lock backup pictures
PY = .venv/bin/python

run: ## set up what is missing and serve the house (PORT=8123 make run)
	@sh tools/run.sh
setup: ## all of `run` but the serving; after every update
	@sh tools/setup.sh
test: ## the whole suite, browser journeys included
	@sh tools/test.sh
check: ## everything that can be said without the suite
	@sh tools/check.sh
fix: ## put the code into shape
	@sh tools/fix.sh
bench: ## measure against a bare Django view (docs/operate/commands.md)
	@sh tools/bench.sh
work: ## only the worker
	@$(PY) manage.py work
reset: ## remove the data of this machine; asks first (make reset YES=1 does not)
	@sh tools/reset.sh $(if $(YES),--yes)
messages: ## collect the strings of the surface for the German catalogue
	@$(PY) tools/messages.py make
lock: ## write the lock files anew
	@sh tools/lock.sh
backup: ## one archive of database and files
	@$(PY) manage.py backup
pictures: ## the pictures of the handbook anew, from the demo office in a browser
	@sh tools/pictures.sh
