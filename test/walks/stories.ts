import type { Person } from "./person.ts";
import { badLine } from "./stories/bad-line.ts";
import { campaign } from "./stories/campaign.ts";
import { careful } from "./stories/careful.ts";
import { customerStory } from "./stories/customer-story.ts";
import { firstImport } from "./stories/first-import.ts";
import { keyboardOnly } from "./stories/keyboard-only.ts";
import { messyList } from "./stories/messy-list.ts";
import { missingAnswer } from "./stories/missing-answer.ts";
import { nextMonth } from "./stories/next-month.ts";
import { ownConnection } from "./stories/own-connection.ts";
import { refusedRow } from "./stories/refused-row.ts";
import { secretList } from "./stories/secret-list.ts";
import { settingsAndHelp } from "./stories/settings-help.ts";
import { template } from "./stories/template.ts";
import { undo } from "./stories/undo.ts";

/** All walks by name, in the order in which they are walked. */
export const WALKS: Readonly<Record<string, (person: Person) => Promise<void>>> = {
  "first-import": firstImport,
  "own-connection": ownConnection,
  "messy-list": messyList,
  "next-month": nextMonth,
  careful,
  "bad-line": badLine,
  "refused-row": refusedRow,
  "missing-answer": missingAnswer,
  undo,
  campaign,
  template,
  "customer-story": customerStory,
  "settings-help": settingsAndHelp,
  "keyboard-only": keyboardOnly,
  "secret-list": secretList,
};
