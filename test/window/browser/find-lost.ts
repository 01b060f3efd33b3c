/**
 * Runs in the page. What a person cannot reach at this size: a page that scrolls sideways, a
 * control that no scrolling brings into sight, a primary button of the footer out of sight.
 */
export function findLost(): readonly string[] {
  const lost: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) lost.push("the page scrolls sideways");
  if (root.scrollHeight > root.clientHeight) lost.push("the page scrolls as a whole");

  const inSight = (element: Element) => {
    const box = element.getBoundingClientRect();
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
    const there = document.elementFromPoint(x, y);
    return there !== null && (element.contains(there) || there.contains(element));
  };
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 60)}”`;

  // What a dialog or a menu covers comes back when it closes.
  const scope = document.querySelector("[role=dialog], [role=menu]") ?? document.body;
  for (const button of scope.querySelectorAll(
    "main > :last-child .mantine-Button-root[data-variant=filled]",
  )) {
    if (!inSight(button)) lost.push(`not in sight: ${nameOf(button)}`);
  }

  // What has a title is told whole by it.
  for (const cut of scope.querySelectorAll<HTMLElement>(
    ".mantine-Button-label, .mantine-InputWrapper-label, th",
  )) {
    const isCut =
      cut.scrollWidth > cut.clientWidth + 1 && getComputedStyle(cut).overflowX !== "visible";
    if (isCut && cut.closest("[title]") === null && cut.checkVisibility())
      lost.push(`cut: ${nameOf(cut)}`);
  }

  // What a field asks for, and what a select has chosen, is read whole.
  const pen = document.createElement("canvas").getContext("2d");
  for (const input of scope.querySelectorAll<HTMLInputElement>(
    "input[placeholder], input[readonly]",
  )) {
    const text = input.value === "" ? input.placeholder : input.readOnly ? input.value : "";
    if (pen === null || text === "" || !input.checkVisibility()) continue;
    const style = getComputedStyle(input);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const room =
      input.clientWidth -
      Number.parseFloat(style.paddingLeft) -
      Number.parseFloat(style.paddingRight);
    if (pen.measureText(text).width > room + 1) lost.push(`cut: field “${text}”`);
  }

  const scrolled = [...document.querySelectorAll("*")]
    .filter((element) => element.scrollHeight > element.clientHeight || element.scrollLeft > 0)
    .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }));
  for (const control of scope.querySelectorAll("a[href], button, input, select, textarea")) {
    // The grid shows only the rows in sight; scrolling it would change what is looked at.
    if (control.closest("[role=grid]") !== null) continue;
    const seen = control.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const box = control.getBoundingClientRect();
    if (!seen || box.width < 2 || box.height < 2) continue;
    // The way around the side bar stands above the window until it has the focus.
    if (getComputedStyle(control).position === "absolute" && box.bottom <= 0) continue;
    control.scrollIntoView({ block: "center", inline: "center" });
    if (!inSight(control)) lost.push(`out of reach: ${nameOf(control)}`);
  }
  for (const { element, top, left } of scrolled) element.scrollTo(left, top);
  return lost;
}
