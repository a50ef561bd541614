"""A real browser on a page that is really served: what every test of it needs."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from app.commands.cli_ask import serve_command
from app.settings import Settings, child_environment

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SECONDS_TO_START = 90
MILLISECONDS_TO_WAIT = 60_000
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
]  # fmt: skip
# What a reader sees of each text and of each button's sign: its colour over all backgrounds beneath it, every opacity counted.
CONTRASTS = """() => {
  const parse = (text) => { const n = text.match(/[\\d.]+/g).map(Number); return [n[0], n[1], n[2], n[3] ?? 1]; };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const light = (c) => { const l = c.slice(0, 3).map((v) => v / 255).map((v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * l[0] + .7152 * l[1] + .0722 * l[2]; };
  const poor = [];
  for (const element of document.querySelectorAll("[data-testid=stMain] *")) {
    const sign = element.tagName === "BUTTON" && !element.textContent.trim() && element.querySelector("svg");
    const own = sign || [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const unread = element.closest("style, script, [aria-hidden=true], [data-testid=stIconMaterial], :disabled");
    if (!own || !element.offsetParent || unread) continue;
    const chain = []; for (let at = element; at; at = at.parentElement) chain.unshift(at);
    let ground = [255, 255, 255, 1], opacity = 1;
    for (const one of chain.map((element) => getComputedStyle(element))) {
      ground = over(parse(one.backgroundColor), ground);
      opacity *= Number(one.opacity);
    }
    const color = parse(getComputedStyle(element).color); color[3] *= opacity;
    const [a, b] = [light(over(color, ground)), light(ground)].sort((x, y) => y - x);
    const contrast = (a + .05) / (b + .05);
    if (contrast < (sign ? 3 : 4.5)) poor.push([element.className, element.textContent.slice(0, 20), contrast.toFixed(2)]);
  }
  return poor;
}"""


@contextmanager
def served(home: Path, password: str) -> Iterator[str]:
    """The address of a page over a home."""
    port = _free_port()
    environment = {**child_environment(Settings(home)), "MINGZHANG_ADMIN_PASSWORD": password}
    with subprocess.Popen(serve_command(port), env=environment, cwd=home, stdout=subprocess.DEVNULL) as server:
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


@contextmanager
def started_browser() -> Iterator[Browser]:
    """The machine's own Chromium; the tests are skipped where there is none."""
    if BROWSER is None:
        pytest.skip("the page is not tried in a browser: no chromium is installed here (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield browser
        browser.close()


IS_DRAWN = """() => !document.querySelector('[data-test-script-state="running"], [data-test-script-state="rerunRequested"]')"""


class Visitor:
    """One visitor's page and all that went wrong on it."""

    def __init__(self, browser: Browser, address: str, width: int, scheme: str = "light") -> None:
        """Open the page at a width, in light or dark."""
        self.context = browser.new_context(
            locale="zh-CN", viewport={"width": width, "height": 844}, color_scheme=scheme,  # type: ignore[arg-type]
            permissions=["clipboard-read", "clipboard-write"],
        )  # fmt: skip
        self.context.set_default_timeout(MILLISECONDS_TO_WAIT)
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []
        self.hosts: set[str | None] = set()
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.hosts.add(urlsplit(request.url).hostname))
        self.page.goto(address)
        self.page.wait_for_selector(".mz-header")

    def ask(self, question: str) -> None:
        """Type a question and wait for its answer."""
        before = self.page.locator(".mz-answer").count()
        field = self.page.locator(".st-key-ask_here textarea")
        field.fill(question)
        field.press("Enter")
        self.wait_for_answers(before + 1)

    def wait_for_answers(self, count: int) -> None:
        """Wait until so many answers stand on the page, and nothing on it is still being drawn: what is clicked would be drawn anew."""
        self.page.wait_for_function("count => document.querySelectorAll('.mz-answer').length >= count", arg=count)
        self.page.wait_for_function(IS_DRAWN)

    def go_to(self, name: str) -> None:
        """Press one of the links at the top."""
        self.page.locator(".st-key-top").get_by_role("link", name=name).click()

    def labels(self) -> list[str]:
        """What a screen reader is told, and what stands in fields."""
        found: list[str] = self.page.evaluate(
            "() => [...document.querySelectorAll('[aria-label], [placeholder]')]"
            ".flatMap((one) => [one.getAttribute('aria-label'), one.getAttribute('placeholder')]).filter(Boolean)"
        )
        return found

    def close(self) -> None:
        """Leave."""
        self.context.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str) -> None:
    for _ in range(SECONDS_TO_START * 5):
        try:
            with urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the page did not start")
