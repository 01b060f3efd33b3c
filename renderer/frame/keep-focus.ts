/** What the keyboard can stand on. */
const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/** Where the focus was: the element, and its place among the children of all that it stood in. */
interface Trace {
  readonly element: HTMLElement;
  /** What it is called, to be found where it has been made anew. */
  readonly label: string | null;
  readonly places: readonly { readonly parent: Element; readonly at: number }[];
}

/**
 * Where what had the focus is gone, hidden or switched off meanwhile, the browser leaves the focus to
 * nobody, and the next Tab starts at the top of the page. Here it goes on where the person was: to
 * the same thing made anew, to what has taken its place, or to its neighbour; from a dialog or a
 * menu back to what the person had opened it from. As long as there is nothing of all this, as
 * while a screen loads or a button waits for its answer, what is around it holds the focus.
 * @returns ends it
 */
export function keepFocus(): () => void {
  let last: Trace | null = null;
  /** The last one on the page itself: dialogs and menus lie above it. */
  let onPage: Trace | null = null;
  let asked = false;
  /** What holds the focus, and whether it is just being given to it. */
  let holder: HTMLElement | null = null;
  let isHeld = false;

  function look(): void {
    asked = false;
    const now = document.activeElement;
    // What is hidden or switched off keeps the focus for a moment.
    const isNobody = !(now instanceof HTMLElement) || now === document.body || !canStand(now);
    if (last === null || !(isNobody || now === holder)) return;
    const heir = heirOf(last) ?? (last === onPage ? null : heirOf(onPage));
    if (heir !== null) heir.focus({ preventScroll: false });
    else if (isNobody) hold(last);
  }

  function hold(trace: Trace): void {
    holder = holderOf(trace);
    isHeld = true;
    holder?.focus({ preventScroll: true });
    isHeld = false;
  }

  function ask(changes: readonly MutationRecord[]): void {
    if (asked || last === null) return;
    const { element } = last;
    // React hides by its style what waits for a part that is loaded.
    const isHidden = changes.some(
      ({ attributeName, target }) => attributeName === "style" && target.contains(element),
    );
    if (isFree(element) && !isHidden) return;
    asked = true;
    // What takes its place, or wants the focus for itself, comes first.
    requestAnimationFrame(() => requestAnimationFrame(look));
  }

  function onFocus(event: FocusEvent): void {
    if (isHeld || !(event.target instanceof HTMLElement)) return;
    holder = null;
    last = traceOf(event.target);
    if (event.target.closest("#page, nav") !== null) onPage = last;
  }

  /** A click on an empty place takes the focus away on purpose: nothing is to be restored. */
  function onPress(event: Event): void {
    const pressed = event.target instanceof Element ? event.target.closest(STOPS) : null;
    if (pressed === null && document.activeElement === document.body) last = null;
  }

  const observer = new MutationObserver(ask);
  observer.observe(document.body, {
    ...{ childList: true, subtree: true, attributes: true },
    attributeFilter: ["disabled", "data-disabled", "hidden", "inert", "style"],
  });
  document.addEventListener("focusin", onFocus);
  document.addEventListener("pointerdown", onPress);
  return () => {
    observer.disconnect();
    document.removeEventListener("focusin", onFocus);
    document.removeEventListener("pointerdown", onPress);
  };
}

/** Whether the element has the focus and can take keys, so that nothing is to be done. */
function isFree(element: HTMLElement): boolean {
  return document.activeElement === element && !element.matches(":disabled");
}

function traceOf(element: HTMLElement): Trace {
  const places: { parent: Element; at: number }[] = [];
  for (let child: Element = element; child.parentElement !== null; child = child.parentElement) {
    const parent = child.parentElement;
    places.push({ parent, at: [...parent.children].indexOf(child) });
  }
  return { element, label: element.getAttribute("aria-label"), places };
}

function heirOf(trace: Trace | null): HTMLElement | null {
  if (trace === null) return null;
  const { element, label, places } = trace;
  // Switched off for a moment, it gets the focus back as soon as that is over.
  if (element.isConnected) return canStand(element) ? element : null;
  const named = label === null ? null : namedAlike(element, label);
  if (named !== null) return named;
  const left = places.find(({ parent }) => parent.isConnected);
  // It stood above the page, in a dialog or a menu.
  if (left === undefined || left.parent.closest("#page") === null) return null;
  const children = [...left.parent.children];
  const after = children.slice(left.at).flatMap(stopsIn);
  const before = children.slice(0, left.at).flatMap(stopsIn);
  return after[0] ?? before.at(-1) ?? null;
}

/** What is around what had the focus: its dialog, the page, or at last the window. */
function holderOf({ places }: Trace): HTMLElement | null {
  const left = places.find(({ parent }) => parent.isConnected)?.parent;
  const holders = [
    left?.closest<HTMLElement>("[role=dialog]"),
    document.querySelector<HTMLElement>("#page"),
    document.querySelector<HTMLElement>("#frame"),
  ];
  return holders.find((one) => one?.checkVisibility()) ?? null;
}

function namedAlike({ tagName }: HTMLElement, label: string): HTMLElement | null {
  const alike = [...document.querySelectorAll<HTMLElement>(`#page ${tagName}[aria-label]`)];
  return alike.find((one) => one.getAttribute("aria-label") === label && canStand(one)) ?? null;
}

function stopsIn(element: Element): readonly HTMLElement[] {
  const own = element instanceof HTMLElement && element.matches(STOPS) ? [element] : [];
  return [...own, ...element.querySelectorAll<HTMLElement>(STOPS)].filter(canStand);
}

function canStand(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(":disabled") && element.checkVisibility();
}
