// Streamlit's page says lang="en" and has a few English words of its own: browsers would offer a translation, screen readers misread.
document.documentElement.lang = "zh-CN";
const FOUND = PATTERNS.map(([from, to]) => [new RegExp(from), to]);
const inChinese = (text) => WORDS[text] ?? FOUND.reduce((told, [from, to]) => told.replace(from, to), text);
const translateNames = (element) => {
  for (const name of ["aria-label", "title", "placeholder"]) {
    const word = element.getAttribute(name);
    if (word && inChinese(word) !== word) element.setAttribute(name, inChinese(word));
  }
};
const translateText = (text) => {
  const said = text.data.trim();
  if (said && inChinese(said) !== said && !text.parentElement?.closest("textarea")) text.data = inChinese(said);
};
const isOurs = (node) => node.dataset?.testid === "stHtml"; // what we say is Chinese, and what documents say is not to be changed
const translate = (root) => {
  if (root.nodeType === Node.TEXT_NODE ? root.parentElement?.closest("[data-testid=stHtml]") : root.closest?.("[data-testid=stHtml]")) return;
  const all = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const nodes = document.createTreeWalker(root, all, (node) => (isOurs(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  for (let node = root; node; node = nodes.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) translateText(node);
    else if (node.nodeType === Node.ELEMENT_NODE) translateNames(node);
  }
};

// A question just asked comes to the top of the window, its answer under it.
const showQuestion = (node) => {
  if (node.nodeType === Node.ELEMENT_NODE && node.querySelector(".mz-question")) {
    [...document.querySelectorAll(".mz-question")].at(-1).scrollIntoView({ block: "start" });
  }
};

const openCard = (key, patience = 30) => {
  const card = document.querySelector(`.st-key-card_${CSS.escape(key)}`);
  const summary = card?.querySelector("summary");
  if (!summary) { // the cards come a moment after the answer, an earlier turn's when they are unfolded
    const folded = document.querySelector(`.st-key-rest_${CSS.escape(key.split("_")[0])} summary`);
    if (folded && !folded.parentElement.open) folded.click();
    if (patience) setTimeout(() => openCard(key, patience - 1), 200);
    return;
  }
  for (let around = card; around; around = around.parentElement.closest("details")) {
    if (around.tagName === "DETAILS" && !around.open) around.querySelector("summary").click();
  }
  if (!summary.parentElement.open) summary.click();
  summary.focus({ preventScroll: true });
  card.scrollIntoView({ block: "start", behavior: "smooth" });
};

// The clipboard needs https or this very machine; elsewhere the old way serves.
const copy = async (text) => {
  try { await navigator.clipboard.writeText(text); } catch {
    const field = document.body.appendChild(Object.assign(document.createElement("textarea"), { value: text }));
    field.select();
    document.execCommand("copy");
    field.remove();
  }
};

const press = async (event) => {
  const link = event.target.closest?.("[data-card]");
  if (link) {
    event.preventDefault();
    openCard(link.dataset.card);
  }
  const button = event.target.closest?.("[data-copy], [data-share]");
  if (button) {
    await copy(button.dataset.copy ?? `${location.origin}${location.pathname}?${button.dataset.share}`);
    const label = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 1500);
  }
  if (event.target.closest?.("[data-large]")) setLarge(!document.documentElement.classList.contains("mz-large"));
};

const setLarge = (isLarge) => {
  document.documentElement.classList.toggle("mz-large", isLarge);
  for (const button of document.querySelectorAll("[data-large]")) button.setAttribute("aria-pressed", String(isLarge));
  localStorage.setItem("mingzhang-large", isLarge ? "1" : "");
};

if (!window.mingzhangTranslates) {
  window.mingzhangTranslates = true;
  translate(document.body);
  setLarge(localStorage.getItem("mingzhang-large") === "1");
  document.addEventListener("click", press);
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type !== "childList") translate(change.target);
      for (const node of change.addedNodes) {
        translate(node);
        showQuestion(node);
      }
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["aria-label", "placeholder"] });
}
