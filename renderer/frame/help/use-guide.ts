import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShowError } from "../../kit/messages/show-error.tsx";
import type { GuidePage } from "./guide.ts";

/** The guide in the person's language; each language is a file of its own. */
const GUIDES = {
  en: () => import("./guide-en.ts"),
  es: () => import("./guide-es.ts"),
} as const;

/** null as long as it is read. */
export function useGuide(): readonly GuidePage[] | null {
  const { i18n } = useTranslation();
  const language = i18n.language === "es" ? "es" : "en";
  const showError = useShowError();
  const [guide, setGuide] = useState<readonly GuidePage[] | null>(null);
  useEffect(() => {
    GUIDES[language]().then((read) => setGuide(read.guide), showError);
  }, [language, showError]);
  return guide;
}
