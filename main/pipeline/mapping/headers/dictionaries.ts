import type { Dictionary } from "./dictionary.ts";
import { ja } from "./languages/asian/ja.ts";
import { ko } from "./languages/asian/ko.ts";
import { zh } from "./languages/asian/zh.ts";
import { ca } from "./languages/ca.ts";
import { de } from "./languages/de.ts";
import { cs } from "./languages/eastern/cs.ts";
import { el } from "./languages/eastern/el.ts";
import { hu } from "./languages/eastern/hu.ts";
import { pl } from "./languages/eastern/pl.ts";
import { ro } from "./languages/eastern/ro.ts";
import { ru } from "./languages/eastern/ru.ts";
import { tr } from "./languages/eastern/tr.ts";
import { uk } from "./languages/eastern/uk.ts";
import { en } from "./languages/en.ts";
import { es } from "./languages/es.ts";
import { fr } from "./languages/fr.ts";
import { it } from "./languages/it.ts";
import { nl } from "./languages/nl.ts";
import { da } from "./languages/nordic/da.ts";
import { fi } from "./languages/nordic/fi.ts";
import { nb } from "./languages/nordic/nb.ts";
import { sv } from "./languages/nordic/sv.ts";
import { pt } from "./languages/pt.ts";
import { systems } from "./systems.ts";

export const languages: readonly Dictionary[] = [
  ...[en, es, fr, de, pt, it, nl],
  ...[pl, cs, sv, da, nb, fi, tr, ca, ru, ja, zh, ko],
  ...[uk, hu, ro, el],
];

/** Systems first: what they say of a header holds against the languages. */
export const dictionaries: readonly Dictionary[] = [...Object.values(systems), ...languages];
