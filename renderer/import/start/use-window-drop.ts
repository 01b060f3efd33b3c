import { useEffect, useState } from "react";

/** Takes a file dropped on any place of the window, or a file or table pasted from the clipboard. */
export function useWindowDrop(open: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hover = (event: DragEvent) => {
      event.preventDefault();
      setOver(event.dataTransfer?.types.includes("Files") === true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) open(file);
    };
    const paste = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0] ?? pastedTable(event.clipboardData);
      if (file === null || isTyping(event.target)) return;
      event.preventDefault();
      open(file);
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
  }, [open]);
  return over;
}

/** Cells copied in a spreadsheet program arrive as lines of tab-separated text. */
function pastedTable(data: DataTransfer | null): File | null {
  const text = data?.getData("text/plain") ?? "";
  if (!text.includes("\t") && !text.trim().includes("\n")) return null;
  return new File([text], "pasted-table.tsv", { type: "text/tab-separated-values" });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select") !== null;
}
