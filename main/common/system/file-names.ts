import { basename } from "node:path";
import { AppError } from "../errors.ts";

/** Windows takes these for devices, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/i;
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu;
/** A name has 255 bytes on most systems; what is added to one of these finds room. */
const MAX_BYTES = 180;

/**
 * A part of a file name that every system takes, made of a text that may hold anything: no letter
 * is cut in two. Of what is too long, `keep` stays: a list's ending, or the beginning of a name.
 * @returns "" where nothing of it can stand in a name
 */
export function nameForFile(text: string, keep: "start" | "end" = "start"): string {
  const plain = withoutEndDots(text.toWellFormed().replace(FORBIDDEN, "_")).trimStart();
  const cut = keep === "start" ? withoutEndDots(start(plain)) : end(plain);
  if (/^\.*$/.test(cut)) return "";
  return isDeviceName(cut) ? `_${cut}` : cut;
}

/** Whether Windows would write to a device in place of a file of that name. */
export function isDeviceName(name: string): boolean {
  const [base = ""] = basename(name).split(".");
  return DEVICE.test(base.trimEnd());
}

/** @throws AppError "name-reserved" where this system has a device of a file's name */
export function requireFileName(path: string, platform: NodeJS.Platform = process.platform): void {
  const name = platform === "win32" ? (path.split(/[\\/]/).at(-1) ?? "") : "";
  if (isDeviceName(name)) throw new AppError("name-reserved", { params: { name } });
}

function start(text: string): string {
  let bytes = 0;
  let kept = "";
  for (const letter of text) {
    bytes += Buffer.byteLength(letter);
    if (bytes > MAX_BYTES) break;
    kept += letter;
  }
  return kept;
}

function end(text: string): string {
  const letters = [...text];
  let bytes = 0;
  let from = letters.length;
  while (from > 0) {
    bytes += Buffer.byteLength(letters[from - 1] ?? "");
    if (bytes > MAX_BYTES) break;
    from -= 1;
  }
  return letters.slice(from).join("");
}

/** Windows takes dots and blanks off the end of a name. */
function withoutEndDots(name: string): string {
  let length = name.length;
  while (length > 0 && /[. ]/.test(name.charAt(length - 1))) length -= 1;
  return name.slice(0, length);
}
