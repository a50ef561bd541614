// Streamlit's page says lang="en" and has a few English words of its own: browsers would offer a translation, screen readers misread.
document.documentElement.lang = "zh-CN";
const translate = (root) => {
  for (const element of root.querySelectorAll("[aria-label]")) {
    const word = WORDS[element.getAttribute("aria-label")];
    if (word) element.setAttribute("aria-label", word);
  }
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const word = WORDS[text.data.trim()];
    if (word && !text.parentElement.closest("[data-testid=stHtml]")) text.data = word;
  }
};
if (!window.mingzhangTranslates) {
  window.mingzhangTranslates = true;
  translate(document.body);
  new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) if (node.nodeType === Node.ELEMENT_NODE) translate(node.parentElement ?? node);
  }).observe(document.body, { childList: true, subtree: true });
}
