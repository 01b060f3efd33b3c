/** What the bench of the window runs in the page; each function stands alone there. */

/** Begins to watch the frames: milliseconds from each to the next. */
export function begin(): void {
  const frames: number[] = [];
  let on = true;
  let last = performance.now();
  const frame = (now: number) => {
    frames.push(now - last);
    last = now;
    if (on) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  Reflect.set(window, "watched", () => {
    on = false;
    return frames;
  });
}

/** Ends it; gives what was seen. */
export function end(): readonly number[] {
  return (Reflect.get(window, "watched") as () => readonly number[])();
}

/** Scrolls like a wheel, slowly and fast. */
export async function scrollRows(): Promise<void> {
  const grid = document.querySelector("[role=grid]");
  if (grid === null) throw new Error("There is no grid.");
  const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
  grid.scrollTop = 0;
  for (let turn = 0; turn < 400; turn++) {
    grid.scrollTop += turn % 100 < 50 ? 40 : 400;
    await nextFrame();
  }
}

/** Like someone who drags the bar to 60 places of the list, and looks at the rows there. */
export async function dragRows(): Promise<void> {
  const grid = document.querySelector("[role=grid]");
  if (grid === null) throw new Error("There is no grid.");
  const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
  const height = grid.scrollHeight - grid.clientHeight;
  for (let place = 0; place < 60; place++) {
    grid.scrollTop = ((place * 37) % 60) * (height / 60);
    for (let frame = 0; frame < 6; frame++) await nextFrame();
  }
}

/** Presses every count three times round, and waits for the rows, or that there are none. */
export async function filterRows(): Promise<void> {
  const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
  const buttons = [...document.querySelectorAll<HTMLElement>("main button[aria-pressed]")];
  const there = () => {
    const grid = document.querySelector("[role=grid]");
    if (grid === null) return document.querySelector("main [aria-pressed=true]") !== null;
    return grid.querySelector("tbody td [type=checkbox]") !== null;
  };
  for (let round = 0; round < 3; round++) {
    for (const button of buttons) {
      button.click();
      do await nextFrame();
      while (!there());
      for (let frame = 0; frame < 5; frame++) await nextFrame();
    }
  }
}
