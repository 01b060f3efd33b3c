import type { FieldName } from "../../../preload/fields.ts";
import type { Duplicates } from "../../../preload/types.ts";
import type { PracticeCampaign } from "../account.ts";
import type { Form } from "../form.ts";
import { choice, flag, required, wholeNumber } from "../parameters.ts";
import { Refusal } from "../refusal.ts";
import type { CampaignStore } from "../store/campaigns.ts";
import { checkAutoAdd } from "./auto-add.ts";
import { checkDates } from "./dates.ts";
import { readHeader } from "./header.ts";
import { DELIMITERS, type RequestDelimiter, splitRows } from "./rows.ts";

/** Digits a generated card number may have. */
const CARD_DIGITS = { min: 1, max: 32 } as const;
const DELIMITER_NAMES = Object.keys(DELIMITERS) as readonly RequestDelimiter[];
/** Names of the data parameter: the documentation's table has the first, its example the second. */
const DATA_PARAMETERS = ["profiles_data", "Profiles_Data"] as const;

/** A `customers_batch` request, checked in full. */
export interface BatchRequest {
  readonly fields: readonly FieldName[];
  readonly rows: readonly (readonly string[])[];
  readonly duplicates: Duplicates;
  readonly keepUndoState: boolean;
  readonly generateCardNumbers: number | null;
  /** In the order given; `auto_add` goes to the first. */
  readonly campaigns: readonly [PracticeCampaign, ...PracticeCampaign[]];
}

/**
 * Reads the documented parameters. `overwrite_duplicates` has the note "See Note" where others
 * have "Required": left out, it is taken as "ignore", the one that changes nothing. An undo state
 * is kept by default; `no_undo` keeps none and contradicts `allow_undo`.
 * @throws Refusal in the API's words
 */
export function readBatch(form: Form, known: CampaignStore): BatchRequest {
  const delimiter = choice("delimiter", required(form, "delimiter"), DELIMITER_NAMES);
  const duplicates = choice("overwrite_duplicates", form.get("overwrite_duplicates") || "ignore", [
    "yes",
    "update",
    "ignore",
  ] as const);
  const keepUndoState = undoWanted(form);
  const generateCardNumbers = wholeNumber(form, "card_number_generate", CARD_DIGITS, null);
  const campaigns = readCampaigns(form, known);
  const fields = readHeader(form);
  const rows = splitRows(dataOf(form), DELIMITERS[delimiter], fields.length);
  checkDates(fields, rows);
  checkAutoAdd(fields, rows, campaigns[0]);
  return { fields, rows, duplicates, keepUndoState, generateCardNumbers, campaigns };
}

function undoWanted(form: Form): boolean {
  const allow = flag(form, "allow_undo");
  const refuse = flag(form, "no_undo");
  if (allow && refuse) throw new Refusal("Parameters allow_undo and no_undo contradict each other");
  return !refuse;
}

/** "If more than one, separate by comma", or by `|,|` as in the example; blanks around are fine. */
function readCampaigns(
  form: Form,
  known: CampaignStore,
): readonly [PracticeCampaign, ...PracticeCampaign[]] {
  const ids = required(form, "campaigns_to_include")
    .split(/\|,\||,/)
    .map((id) => id.trim())
    .filter((id) => id !== "");
  const found = [...new Set(ids)].map((id) => {
    const campaign = known.find(id);
    if (campaign === undefined) throw new Refusal(`Unknown campaign: ${id.slice(0, 64)}`);
    return campaign;
  });
  const [first, ...rest] = found;
  if (first === undefined) throw new Refusal("Missing parameter: campaigns_to_include");
  return [first, ...rest];
}

function dataOf(form: Form): string {
  const given = DATA_PARAMETERS.filter((name) => form.has(name));
  if (given.length > 1) throw new Refusal("Parameter profiles_data sent twice");
  return required(form, given[0] ?? DATA_PARAMETERS[0]);
}
