/** What the bench of the window runs in the page; each function stands alone there. */

export interface Measure {
  /** Milliseconds of every task of 50 ms and more. */
  readonly tasks: readonly number[];
  /** Milliseconds from each frame to the next. */
  readonly frames: readonly number[];
}

/** Begins to watch tasks and frames. */
export function begin(): void {
  const tasks: number[] = [];
  const frames: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push(entry.duration);
  });
  observer.observe({ type: "longtask" });
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
    for (const entry of observer.takeRecords()) tasks.push(entry.duration);
    observer.disconnect();
    return { tasks, frames };
  });
}

/** Ends it; gives what was seen. */
export function end(): Measure {
  return (Reflect.get(window, "watched") as () => Measure)();
}

/** Scrolls like a wheel, then like someone who drags the bar to 60 places of the list. */
export async function scrollRows(): Promise<void> {
  const grid = document.querySelector("[role=grid]");
  if (grid === null) throw new Error("There is no grid.");
  const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
  grid.scrollTop = 0;
  for (let turn = 0; turn < 400; turn++) {
    grid.scrollTop += turn % 100 < 50 ? 40 : 400;
    await nextFrame();
  }
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
