/** Ten thousand customers, the largest batch, with their ids in elements or in attributes of each. */
const MAX_TAGS = 120_000;
const MAX_ATTRIBUTES = 60_000;
/** The most attributes that one tag may have. */
const MAX_OWN_ATTRIBUTES = 64;
const MAX_AMPERSANDS = 20_000;

/** The most members that a reply in JSON may have, and the most values of any kind. */
const MAX_MEMBERS = 120_000;
const MAX_VALUES = 300_000;

const COLON = 0x3a;
const LESS = 0x3c;
const GREATER = 0x3e;
const EQUALS = 0x3d;
const AMPERSAND = 0x26;
const COMMA = 0x2c;
const BRACKET = 0x5b;
const BRACE = 0x7b;

/**
 * Whether a reply in XML is as small as the largest batch makes it. The XML parser takes
 * microseconds for each tag, attribute and entity: megabytes of them, which no platform sends,
 * would hold the program for half a minute.
 */
export function isPlainXml(xml: string): boolean {
  let tags = 0;
  let attributes = 0;
  let own = 0;
  let ampersands = 0;
  let inTag = false;
  for (let at = 0; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (code === LESS) {
      tags += 1;
      own = 0;
      inTag = true;
    } else if (code === GREATER) inTag = false;
    else if (code === EQUALS && inTag) {
      own += 1;
      attributes += 1;
      if (own > MAX_OWN_ATTRIBUTES) return false;
    } else if (code === AMPERSAND) ampersands += 1;
  }
  return tags <= MAX_TAGS && attributes <= MAX_ATTRIBUTES && ampersands <= MAX_AMPERSANDS;
}

/**
 * Whether a reply in JSON has no more members and values than that. Every value stands behind a
 * comma or an opening bracket.
 */
export function isPlainJson(json: string): boolean {
  let members = 0;
  let values = 0;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === COLON) members += 1;
    else if (code === COMMA || code === BRACKET || code === BRACE) values += 1;
  }
  return members <= MAX_MEMBERS && values <= MAX_VALUES;
}
