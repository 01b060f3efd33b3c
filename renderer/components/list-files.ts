import { LIST_ENDINGS } from "../../preload/lists/list-files.ts";

/** What a person may choose as a list, for a file dialog. */
export const LIST_FILES = LIST_ENDINGS.map((ending) => `.${ending}`).join(",");
