/** The API has no error codes; these words speak of who asks. */
const ABOUT_THE_ACCOUNT =
  /\b(?:credentials?|api[ _-]?key|user[ _-]?api[ _-]?key|user[ _-]?id|user_password|account[ _-]?id|log[ -]?in|authenticat\w*|unauthori[sz]ed|not authori[sz]ed|access denied|(?:unknown|invalid|wrong|incorrect|inactive|disabled) (?:user|account|key|password))\b/i;
/** And these of the list, even where they name a user or a password as well. */
const ABOUT_THE_LIST = /\b(?:rows?|lines?|customer|customer_\w+|campaigns?|profiles_\w+)\b/i;

/** Whether an error of the API says that user, key or account are wrong, not the list. */
export function looksLikeCredentials(words: string): boolean {
  return ABOUT_THE_ACCOUNT.test(words) && !ABOUT_THE_LIST.test(words);
}
