import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { showError } from "../../kit/messages/show-error.tsx";
import { type GuidePage, readGuide } from "./guide.ts";

/** The pages of every language by path; those of one are read when its help is opened. */
const PAGES = import.meta.glob<string>("../../../docs/guide/*/*.md", {
  query: "?raw",
  import: "default",
});

interface Guide {
  readonly language: string;
  readonly pages: readonly GuidePage[];
}

/** null as long as it is read. */
export function useGuide(): readonly GuidePage[] | null {
  const { i18n } = useTranslation();
  const { language } = i18n;
  const [guide, setGuide] = useState<Guide | null>(null);
  useEffect(() => {
    let isWanted = true;
    readPages(language).then((files) => {
      // Another language may have been chosen meanwhile, and its pages be there already.
      if (isWanted) setGuide({ language, pages: readGuide(files) });
    }, showError);
    return () => {
      isWanted = false;
    };
  }, [language]);
  return guide?.language === language ? guide.pages : null;
}

async function readPages(language: string): Promise<Record<string, string>> {
  const own = Object.entries(PAGES).filter(([path]) => path.includes(`/guide/${language}/`));
  const texts = await Promise.all(own.map(async ([path, read]) => [path, await read()] as const));
  return Object.fromEntries(texts);
}
