import type { Locator, Page } from "playwright-core";

const MOST_TABS = 120;

/**
 * Presses Tab until the keyboard is there; each stop on the way shows where it is.
 * @returns how often it was pressed
 */
export async function tabTo(page: Page, wanted: Locator): Promise<number> {
  await wanted.waitFor();
  for (let presses = 0; presses < MOST_TABS; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return presses;
    await page.keyboard.press("Tab");
    const unseen = await page.evaluate(unseenFocus);
    if (unseen !== null) throw new Error(`A stop of Tab that cannot be seen: ${unseen}`);
  }
  throw new Error("It cannot be reached by Tab.");
}

/** Runs in the page: the focused control, where nothing shows that it is focused. */
function unseenFocus(): string | null {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return null;
  const box = focused.getBoundingClientRect();
  const inSight =
    box.width > 0 &&
    box.bottom > 0 &&
    box.top < innerHeight &&
    box.right > 0 &&
    box.left < innerWidth;
  // What is drawn changes with the focus: compared with the same control without it.
  const look = (element: Element | null) => {
    if (element === null) return "";
    const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(element);
    return [outlineStyle === "none" ? "0px" : outlineWidth, boxShadow, borderColor].join();
  };
  const looks = () => {
    const around = [focused, focused.parentElement, focused.nextElementSibling];
    around.map(look);
    for (const change of document.getAnimations()) {
      if (change.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) change.finish();
    }
    return around.map(look).join("/");
  };
  const withFocus = looks();
  const control = focused as HTMLElement;
  control.blur();
  const without = looks();
  control.focus();
  const marked = withFocus !== without;
  return inSight && marked ? null : focused.outerHTML.slice(0, 200);
}
