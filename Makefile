# Each recipe is a script in tools/, so that CI needs no make.
.PHONY: run test check fix bench work reset messages lock
PY = .venv/bin/python

run:
	@sh tools/run.sh
test:
	@sh tools/test.sh
check:
	@sh tools/check.sh
fix:
	@sh tools/fix.sh
bench:
	@sh tools/bench.sh
work:
	@$(PY) manage.py work
reset:
	@sh tools/reset.sh
messages:
	@$(PY) tools/messages.py
lock:
	@sh tools/lock.sh
