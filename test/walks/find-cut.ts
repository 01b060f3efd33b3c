/**
 * Runs in the page. Texts of the window's own that are seen in part: wider than what they stand in,
 * which hides the rest, and no title that tells them whole. Values of a list are cut on purpose.
 */
export function findCut(): readonly string[] {
  const scope = document.querySelector("[role=dialog], [role=menu]") ?? document.body;
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  const cut = new Set<string>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? "";
    const holder = node.parentElement;
    if (text === "" || holder === null || holder.closest("[title], td, [role=gridcell]") !== null) {
      continue;
    }
    if (!holder.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const own = range.getBoundingClientRect();
    // What only a screen reader hears.
    if (own.width < 2 || own.height < 2) continue;
    for (let around: Element | null = holder; around !== null; around = around.parentElement) {
      const style = getComputedStyle(around);
      const box = around.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) break;
      // What scrolls shows the rest.
      if (style.overflowX === "auto" || style.overflowX === "scroll") break;
      if (style.overflowX === "visible") continue;
      if (own.right > box.right + 1 || own.left < box.left - 1) {
        cut.add(`“${text.slice(0, 80)}” by ${around.tagName.toLowerCase()}.${around.className}`);
      }
    }
  }
  return [...cut];
}
