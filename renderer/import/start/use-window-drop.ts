import { useEffect, useState } from "react";
import { type HandedOver, handedFiles } from "./handed-over.ts";
import { pastedTable } from "./pasted-table.ts";

/**
 * Takes what is dropped on any place of the window, and what is pasted into it.
 * @returns whether a file is being dragged over the window
 */
export function useWindowDrop(take: (what: HandedOver) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hover = (event: DragEvent) => {
      const files = event.dataTransfer?.types.includes("Files") === true;
      // Text may be dragged into a field as ever; a link dropped elsewhere must not be followed.
      if (files || !isTyping(event.target)) event.preventDefault();
      setOver(files);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      const data = event.dataTransfer;
      const files = data === null ? null : handedFiles(data);
      if (files === null && isTyping(event.target)) return;
      event.preventDefault();
      const what = files ?? tableOf(data);
      if (what !== null) take(what);
    };
    const paste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      if (data === null || isTyping(event.target)) return;
      // Spreadsheet programs also put a picture of the cells on the clipboard.
      const what = tableOf(data) ?? handedFiles(data);
      if (what === null) return;
      event.preventDefault();
      take(what);
    };
    document.addEventListener("dragover", hover);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("dragover", hover);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
      document.removeEventListener("paste", paste);
    };
  }, [take]);
  return over;
}

function tableOf(data: DataTransfer | null): HandedOver | null {
  const text = data === null ? null : pastedTable(data);
  return text === null ? null : { kind: "table", text };
}

/** Where pasting and dropping text has a meaning of its own: fields, and cells of the review. */
function isTyping(target: EventTarget | null): boolean {
  const own = "input, textarea, select, [contenteditable=true], [aria-rowcount]";
  return target instanceof HTMLElement && target.closest(own) !== null;
}
