import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ROOT } from "../../../main/entries/start/root.ts";
import { BrandMark } from "../../../renderer/frame/brand-mark.tsx";

/** Each shape with its attributes, in an order of their own. */
function shapes(svg: string): readonly (readonly string[])[] {
  return [...svg.matchAll(/<(rect|path) ([^>]*?)\s*\/?>/g)].map(
    ([, name = "", attributes = ""]) => [
      name,
      ...(attributes.match(/[\w-]+="[^"]*"/g) ?? []).toSorted(),
    ],
  );
}

test("the mark beside the name is the program's icon", () => {
  const drawn = renderToStaticMarkup(createElement(BrandMark));
  const icon = readFileSync(join(ROOT, "renderer/icon.svg"), "utf8");
  expect(shapes(icon)).toHaveLength(3);
  expect(shapes(drawn)).toEqual(shapes(icon));
  expect(drawn).toContain('viewBox="0 0 32 32"');
});
