/** Runs in the page. What it says now: its texts, and what stands on its controls for a screen reader. */
export function shownTexts(): readonly string[] {
  const scope = document.querySelector("[role=dialog], [role=menu]") ?? document.body;
  const texts: string[] = [];
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || parent.closest("script, style, [lang='en']") !== null) continue;
    if (parent.checkVisibility()) texts.push(node.textContent ?? "");
  }
  for (const name of ["aria-label", "aria-description", "placeholder", "title", "alt"]) {
    for (const element of scope.querySelectorAll(`[${name}]`)) {
      texts.push(element.getAttribute(name) ?? "");
    }
  }
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ""))];
}
