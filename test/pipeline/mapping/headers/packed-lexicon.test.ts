import { expect, it } from "vitest";
import { buildLexicon } from "../../../../main/pipeline/mapping/headers/lexicon.ts";
import {
  packLexicon,
  unpackLexicon,
} from "../../../../main/pipeline/mapping/headers/packed-lexicon.ts";

it("the built program knows the same headers as its sources", () => {
  const made = buildLexicon();
  const json = JSON.stringify(packLexicon(made));
  expect(unpackLexicon(JSON.parse(json))).toEqual(made);
});
