import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  displayName,
  placeOf,
  readWindowState,
  writeWindowState,
} from "../../../../main/hosts/electron/window/window-state.ts";
import { tempDir } from "../../../helpers/temp-dir.ts";

const left = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
const right = { id: 2, workArea: { x: 1920, y: 0, width: 2560, height: 1400 } };
const onLeft = { x: 100, y: 80, width: 1000, height: 700 };
const onRight = { x: 2000, y: 50, width: 1600, height: 1200 };
const state = {
  displays: { [displayName(left)]: onLeft, [displayName(right)]: onRight },
  last: displayName(right),
  maximized: false,
};

it("the window opens where it stood last, and on another display where that one is gone", () => {
  expect(placeOf(state, [left, right])).toEqual(onRight);
  expect(placeOf(state, [left])).toEqual(onLeft);
});

it("a place that no display shows any more is left to the system", () => {
  const smaller = { id: 1, workArea: { x: 0, y: 0, width: 1280, height: 720 } };
  expect(placeOf(state, [smaller])).toBeNull();
  const lost = { ...state, displays: { [displayName(left)]: { ...onLeft, x: -990 } } };
  expect(placeOf(lost, [left])).toBeNull();
});

it("the place is read as it was written down, and a broken note is as none", () => {
  const dir = tempDir();
  const kept = { ...state, maximized: true };
  const broken = [
    ...["{broken", "null", "7", '{"displays":null,"last":"","maximized":false}'],
    ...['{"displays":{"a":{"x":0,"y":0,"width":9}},"last":"a","maximized":false}'],
    ...['{"displays":{"a":{"x":0.5,"y":0,"width":9,"height":9}},"last":"a","maximized":false}'],
    ...['{"displays":{},"last":"","maximized":"yes"}'],
  ];
  for (const note of broken) {
    writeFileSync(join(dir, "window.json"), note);
    expect(readWindowState(dir), note).toEqual({ displays: {}, last: "", maximized: false });
  }
  writeWindowState(dir, kept);
  expect(readWindowState(dir)).toEqual(kept);
});
