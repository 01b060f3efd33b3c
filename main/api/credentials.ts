/** The API has no error codes; these words speak of who asks. */
const ABOUT_THE_ACCOUNT =
  /\b(?:credentials?|api[ _-]?key|user[ _-]?api[ _-]?key|user[ _-]?id|user_password|account[ _-]?id|log[ -]?in|authenticat\w*|unauthori[sz]ed|not authori[sz]ed|access denied|(?:unknown|invalid|wrong|incorrect|inactive|disabled) (?:user|account|key|password))\b/i;
/** And these of the list, even where they name a user or a password as well. */
const ABOUT_THE_LIST = /\b(?:rows?|lines?|customer|customer_\w+|campaigns?|profiles_\w+)\b/i;

/** Addresses, and what stands in quotation marks, are values: "login@example.com is not valid". */
const VALUES = /\S+@\S+|"[^"]{0,200}"|“[^”]{0,200}”/g;

/** Whether an error of the API says that user, key or account are wrong, not the list. */
export function looksLikeCredentials(words: string): boolean {
  const plain = words.replace(VALUES, " ");
  return ABOUT_THE_ACCOUNT.test(plain) && !ABOUT_THE_LIST.test(plain);
}
