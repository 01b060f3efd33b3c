/** The API has no error codes; these words speak of who asks. */
const ABOUT_THE_ACCOUNT =
  /\bauthenticat|\b(?:credentials?|api[ _-]?key|user[ _-]?id|user_password|account[ _-]?id|log[ -]?in|unauthori[sz]ed|not authori[sz]ed|access denied|(?:unknown|invalid|wrong|incorrect|inactive|disabled) (?:user|account|key|password))\b/i;
/** And these of the list, even where they name a user or a password as well. */
const ABOUT_THE_LIST = /\b(?:rows?|lines?|customer|campaigns?)\b|\b(?:customer|profiles)_\w/i;

/** What stands in quotation marks is a value, as is an address: "login@example.com is not valid". */
const QUOTED = /"[^"]*"|“[^“”]*”/g;
const MAX_QUOTED = 202;

/** Whether an error of the API says that user, key or account are wrong, not the list. */
export function looksLikeCredentials(words: string): boolean {
  const plain = words
    .replace(QUOTED, (quoted) => (quoted.length > MAX_QUOTED ? quoted : " "))
    .split(/\s+/)
    .filter((word) => !word.includes("@"))
    .join(" ");
  return ABOUT_THE_ACCOUNT.test(plain) && !ABOUT_THE_LIST.test(plain);
}
