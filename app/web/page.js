// Streamlit's page says lang="en" and has a few English words of its own: browsers would offer a translation, screen readers misread.
document.documentElement.lang = "zh-CN";
const inChinese = (text) => WORDS[text] ?? PATTERNS.reduce((told, [from, to]) => told.replace(new RegExp(from), to), text);
const translate = (root) => {
  for (const element of root.querySelectorAll("[aria-label], [title], [placeholder]")) {
    for (const name of ["aria-label", "title", "placeholder"]) {
      const word = element.getAttribute(name);
      if (word && inChinese(word) !== word) element.setAttribute(name, inChinese(word));
    }
  }
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const said = text.data.trim();
    if (said && inChinese(said) !== said && !text.parentElement.closest("[data-testid=stHtml], textarea")) text.data = inChinese(said);
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
      if (change.type !== "childList") translate(change.target.parentElement ?? document.body);
      for (const node of change.addedNodes) if (node.nodeType === Node.ELEMENT_NODE) translate(node.parentElement ?? node);
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["aria-label", "placeholder"] });
}
