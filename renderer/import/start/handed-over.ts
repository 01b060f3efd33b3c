/** What a person has dropped on the window or pasted into it. */
export type HandedOver =
  | { readonly kind: "file"; readonly file: File }
  | { readonly kind: "table"; readonly text: string }
  | { readonly kind: "several"; readonly count: number }
  | { readonly kind: "folder" | "media"; readonly name: string };

/** Pictures, films and sounds are told apart before they are handed over: they may be large. */
const MEDIA = /^(?:image|video|audio|font)\//;

/** The files of a drop or of the clipboard; null where there are none. */
export function handedFiles(data: DataTransfer): HandedOver | null {
  const [file] = data.files;
  if (file === undefined) return null;
  if (data.files.length > 1) return { kind: "several", count: data.files.length };
  const [item] = [...data.items].filter(({ kind }) => kind === "file");
  if (item?.webkitGetAsEntry()?.isDirectory === true) return { kind: "folder", name: file.name };
  if (MEDIA.test(file.type)) return { kind: "media", name: file.name };
  return { kind: "file", file };
}
