import { app, type BrowserWindow, dialog } from "electron";
import { t } from "../../../common/text.ts";
import type { Ending } from "../end/ending.ts";
import type { OneWindow } from "../start/one-window.ts";

/**
 * Closing the window ends sending (on macOS quitting does): where batches wait, the user hears
 * that they go out at the next start, and may think better of it; so too where the page has entries
 * that are not saved. The system's own end of the session is never held up. Who asks for the window
 * meanwhile waits at its doors.
 */
export function askBeforeClosing(
  window: BrowserWindow,
  /** Batches that still have to go out. */
  countOpen: () => number,
  ending: Ending,
  doors: Pick<OneWindow, "shut" | "open">,
): void {
  let quitting = false;
  let asking = false;
  let agreed = false;
  let losing = false;
  let ends = false;
  const quit = () => {
    quitting = true;
  };

  /** Goes on with what was begun, or leaves the window as it was. */
  function ask(question: Question, agree: () => void): void {
    const again = quitting ? () => app.quit() : () => window.close();
    quitting = false;
    asking = true;
    void dialog.showMessageBox(window, { ...answers(), ...question }).then(({ response }) => {
      asking = false;
      if (response === 0) {
        agree();
        again();
      } else {
        agreed = false;
        doors.open();
      }
    });
  }

  app.on("before-quit", quit);
  window.on("query-session-end", () => {
    ends = true;
  });
  window.once("closed", () => {
    app.off("before-quit", quit);
    // On macOS the program goes on without a window; elsewhere it ends, unless somebody waits for
    // one.
    if (process.platform === "darwin" && !quitting) setImmediate(() => doors.open());
  });
  window.on("close", (event) => {
    doors.shut();
    const endsSending = process.platform !== "darwin" || quitting;
    if (ends || ending.asked) return;
    const open = agreed || !endsSending ? 0 : countOpen();
    if (open === 0 && !asking) return;
    event.preventDefault();
    if (asking) return;
    ask(openQuestion(open), () => {
      agreed = true;
    });
  });
  window.webContents.on("will-prevent-unload", (event) => {
    // Prevented is what the page wanted: that the window stays.
    if (ends || ending.asked || losing) event.preventDefault();
    else if (!asking) {
      ask(unsavedQuestion(), () => {
        losing = true;
      });
    }
  });
}
interface Question {
  readonly message: string;
  readonly detail: string;
}

function openQuestion(count: number): Question {
  return { message: t("words:closing.message", { count }), detail: t("words:closing.detail") };
}

function unsavedQuestion(): Question {
  return { message: t("words:closing.unsaved"), detail: t("words:closing.unsaved-detail") };
}

/** The first answer closes; Enter and Esc stay. */
function answers() {
  return {
    type: "info" as const,
    title: app.name,
    buttons: [t("words:closing.close"), t("words:closing.stay")],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
}
