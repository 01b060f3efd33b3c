import { afterEach, expect, it, vi } from "vitest";
import { directionOf } from "../../renderer/frame/undo-keys.ts";

const pressed = (keys: Partial<Parameters<typeof directionOf>[0]>) =>
  directionOf({
    key: "z",
    ctrlKey: true,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    defaultPrevented: false,
    target: null,
    ...keys,
  });

function onPage(dialog: object | null): void {
  vi.stubGlobal("document", { querySelector: () => dialog });
  vi.stubGlobal("Element", class {});
}

afterEach(() => vi.unstubAllGlobals());

it("Ctrl or Cmd with Z undoes, with Shift and Z or with Y does again", () => {
  onPage(null);
  expect(pressed({})).toBe("undo");
  expect(pressed({ ctrlKey: false, metaKey: true })).toBe("undo");
  expect(pressed({ key: "Z", shiftKey: true })).toBe("redo");
  expect(pressed({ key: "y" })).toBe("redo");
  expect(pressed({ ctrlKey: false })).toBeNull();
  expect(pressed({ altKey: true })).toBeNull();
  expect(pressed({ key: "x" })).toBeNull();
});

it("leaves the keys to whatever took them, and to an open dialog", () => {
  onPage(null);
  expect(pressed({ defaultPrevented: true })).toBeNull();
  onPage({});
  expect(pressed({})).toBeNull();
});
