// Drives a real browser over the page and prints what it saw as one JSON object. Arguments: browser, address, question, vague question.
const { chromium } = require("playwright-core");

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const SCRIPT = "<script>document.title = 'broken'</script><img src=x onerror=\"document.title = 'broken'\">";
const [executablePath, address, question, vague] = process.argv.slice(2);

async function ask(page, text) {
  const before = await page.locator(".mz-answer").count();
  const field = page.locator("[data-testid=stChatInputTextArea]");
  await field.fill(text);
  await field.press("Enter");
  await page.waitForFunction((count) => document.querySelectorAll(".mz-answer").length > count, before);
}

async function walk(browser, width) {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width, height: 844 } });
  const page = await context.newPage();
  const seen = { width, errors: [], hosts: [] };
  page.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
  page.on("pageerror", (error) => seen.errors.push(error.message));
  page.on("request", (request) => seen.hosts.push(new URL(request.url()).host));
  await page.goto(address);
  await page.waitForSelector(".st-key-examples button");
  await ask(page, vague);
  await page.locator("[class*=st-key-choices_] button").first().click();
  await page.waitForFunction(() => document.querySelectorAll(".mz-answer").length === 2);
  await ask(page, question);
  seen.figure = await page.locator(".mz-answer").nth(2).locator(".mz-headline b").first().innerText();
  await page.locator(".st-key-cards_3 summary").first().click();
  await page.waitForSelector(".mz-cited");
  seen.cited = await page.locator(".mz-cited").innerText();
  await ask(page, SCRIPT);
  seen.question = await page.locator(".mz-question").last().innerText();
  seen.title = await page.title();
  seen.language = await page.evaluate(() => document.documentElement.lang);
  seen.labels = await page.evaluate(() => [...document.querySelectorAll("[aria-label]")].map((one) => one.getAttribute("aria-label")));
  seen.isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  await page.getByRole("link", { name: "文件" }).click();
  await page.waitForSelector(".mz-list tbody tr");
  seen.documents = await page.locator(".mz-list tbody tr").count();
  await context.close();
  return seen;
}

(async () => {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const seen = [await walk(browser, 1280), await walk(browser, 390)];
  await browser.close();
  console.log(JSON.stringify(seen));
})();
