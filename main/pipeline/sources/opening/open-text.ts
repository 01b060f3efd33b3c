import { open } from "node:fs/promises";
import type { SourceOptions } from "../source.ts";
import { type EncodingGuess, findEncoding } from "../text/encoding/encoding.ts";
import { findMarkup } from "../text/markup.ts";
import { openText } from "../text/text-source.ts";
import type { Opened } from "./opened.ts";

/** Opens a text file: a list of values, or the markup that spreadsheet programs write. */
export async function openTextOrMarkup(path: string, options: SourceOptions): Promise<Opened> {
  const { size, guess } = await lookAtText(path);
  const markup = findMarkup(guess);
  if (markup === null) return { source: openText(path, guess, options), content: "text" };
  const { openMarkup } = await import("./open-old.ts");
  return await openMarkup(path, markup, size, options);
}

async function lookAtText(path: string): Promise<{ size: number; guess: EncodingGuess }> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    return { size, guess: await findEncoding(file, size) };
  } finally {
    await file.close();
  }
}
