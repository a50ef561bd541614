# 明账：make run 打开问答页面，make test 安装并测试。DOCS=文件夹 PORT=端口 HOME_DIR=知识库文件夹 都可以不写。
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8501
DOCS ?=
SAMPLES := app/sample_documents
SAMPLE_HOME := .mingzhang/samples
EVAL_FOLDER := .mingzhang/eval
INSTALLED := .venv/.installed
PIP_INSTALL := $(BIN)/python -m pip install -qq --no-input --disable-pip-version-check
CHECKED := ingest retrieval app eval

# The samples live in a home of their own; one's own documents go where `mingzhang` looks by default, or into HOME_DIR.
ifeq ($(DOCS),)
HOME_DIR ?= $(SAMPLE_HOME)
else
HOME_DIR ?=
endif
HOME_OPTION := $(if $(HOME_DIR),--home "$(HOME_DIR)")
FOLDER := $(if $(DOCS),$(DOCS),$(SAMPLES))

.PHONY: help install run test lint eval bench

help:
	@echo "make run [DOCS=文件夹] [PORT=8501] [HOME_DIR=文件夹]  安装，载入文件（不写 DOCS 就用自带样例），打开问答页面"
	@echo "make install    建立 .venv 并安装全部依赖"
	@echo "make test       安装并运行全部测试"
	@echo "make bench [SIZES=\"10 100 1000\"]  量解析 PDF 的时间，以及这么多份虚构文件时的载入、检索、内存和磁盘"
	@echo "make eval       评测：虚构文件，以及旁边 ../shared 里的真实文件（如果有）；报告在 .mingzhang/eval 里"
	@echo "make lint       检查代码：ruff、mypy、导入规则"

install: $(INSTALLED)
	@:

# torch comes first: its CPU build is taken where a local wheel offers it. Some systems' Python has venv but not ensurepip.
$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "需要 Python 3.11 或更新的版本，当前是 " + sys.version.split()[0] + "；可用 make PYTHON=python3.11 指定。")'
	@[ -x $(BIN)/pip ] || $(PYTHON) -m venv .venv || { $(PYTHON) -m venv --without-pip .venv && $(PYTHON) -m pip --python $(BIN)/python install pip; }
	@echo "正在安装依赖（首次约需几分钟）……"
	@$(PIP_INSTALL) -c requirements.lock torch==2.13.0
	@$(PIP_INSTALL) -r requirements.lock
	@$(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q $(CHECKED)
	@touch $@

run: install
	@$(BIN)/mingzhang $(HOME_OPTION) ingest "$(FOLDER)" || echo "有文件没有载入（原因见上），其余文件照常可用。" >&2
	@$(BIN)/mingzhang $(HOME_OPTION) serve --port "$(PORT)"

test: install
	@$(BIN)/python -m pytest

lint: install
	$(BIN)/ruff check .
	$(BIN)/mypy --strict $(CHECKED)
	$(BIN)/lint-imports

# 10000 is measured by SIZES="10 100 1000 10000": about an hour.
SIZES ?= 10 100 1000
bench: install
	@$(BIN)/python -m eval.bench_pdf
	@$(BIN)/python -m eval.bench_sizes $(SIZES) --plot docs/growth.svg

# A run that stands is kept: the next one is compared with it and fails where it is worse. Delete last.json to begin anew.
eval: install
	@mkdir -p $(EVAL_FOLDER)
	@$(BIN)/mingzhang eval --size full --save $(EVAL_FOLDER)/run.json --html $(EVAL_FOLDER)/report.html \
		$$([ -f $(EVAL_FOLDER)/last.json ] && echo --against $(EVAL_FOLDER)/last.json)
	@mv $(EVAL_FOLDER)/run.json $(EVAL_FOLDER)/last.json
