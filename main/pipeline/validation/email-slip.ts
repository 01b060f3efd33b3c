/** Providers of mail whose names are long enough that a letter more or less is a slip. */
const PROVIDERS = [
  "gmail.com",
  "googlemail.com",
  "hotmail.com",
  "outlook.com",
  "yahoo.com",
  "icloud.com",
  "protonmail.com",
] as const;
/** The same under the endings of countries: yahoo.es is not yahoo.se, so the ending is no slip there. */
const NATIONAL: Readonly<Record<string, readonly string[]>> = {
  hotmail: ["es", "de", "fr", "it", "nl", "be", "ch", "co.uk", "com.mx", "com.ar", "com.br"],
  outlook: ["es", "de", "fr", "it", "pt", "be", "com.br", "com.ar"],
  yahoo: ["es", "de", "fr", "it", "ca", "co.uk", "com.mx", "com.ar", "com.br", "co.in", "com.au"],
};
/** Domains of their own that look like a slip of another. */
const REAL: ReadonlySet<string> = new Set(["gail.com", "mail.com", "email.com", "ymail.com"]);

const ALL: ReadonlySet<string> = new Set([
  ...PROVIDERS,
  ...Object.entries(NATIONAL).flatMap(([name, endings]) => endings.map((end) => `${name}.${end}`)),
]);

/** Slips of .com, none of which is an ending of its own. */
const NO_ENDING = /\.(?:con|comm|coom|cmo|ocm|cpm|xom|vom|cim|c0m|coml|com\d)$/;

/** Domains that were looked at; a list has few of them. */
const MAX_KNOWN = 5_000;
const known = new Map<string, string | null>();

/**
 * The well-known domain that an address' own differs from by one letter (left out, too much, another
 * one, or two that changed places), or null. Nobody mistypes a first letter without seeing it, and
 * many a name that begins otherwise is a provider as well: ymail.com, mail.com.
 */
export function likelyDomain(address: string): string | null {
  if (last.domain !== "" && address.endsWith(last.domain)) return last.found;
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1).toLowerCase();
  const found = foundOf(domain);
  if (at >= 0) last = { domain: address.slice(at), found };
  return found;
}

/** The domain of the address before, with its @: most lists have one domain in many rows. */
let last: { readonly domain: string; readonly found: string | null } = { domain: "", found: null };

function foundOf(domain: string): string | null {
  const before = known.get(domain);
  if (before !== undefined) return before;
  const found = seek(domain);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(domain, found);
  return found;
}

function seek(domain: string): string | null {
  if (ALL.has(domain) || REAL.has(domain)) return null;
  if (NO_ENDING.test(domain)) return domain.replace(NO_ENDING, ".com");
  const dot = domain.indexOf(".");
  const name = domain.slice(0, dot);
  const ending = domain.slice(dot + 1);
  for (const provider of PROVIDERS) if (isSlip(domain, provider)) return provider;
  for (const [provider, endings] of Object.entries(NATIONAL)) {
    if (endings.includes(ending) && isSlip(name, provider)) return `${provider}.${ending}`;
  }
  return null;
}

/** Whether two texts that begin alike differ by one letter, or by two that changed places. */
function isSlip(text: string, meant: string): boolean {
  if (Math.abs(text.length - meant.length) > 1) return false;
  let at = 0;
  while (at < text.length && text.charAt(at) === meant.charAt(at)) at += 1;
  const isSwapped =
    text.charAt(at) === meant.charAt(at + 1) && text.charAt(at + 1) === meant.charAt(at);
  if (isSwapped && text.slice(at + 2) === meant.slice(at + 2)) return text.length === meant.length;
  if (at === 0) return false;
  if (text.length < meant.length) return text.slice(at) === meant.slice(at + 1);
  if (text.length > meant.length) return text.slice(at + 1) === meant.slice(at);
  return text.slice(at + 1) === meant.slice(at + 1);
}
