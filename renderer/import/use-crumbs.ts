import { useTranslation } from "react-i18next";
import type { Crumb } from "../frame/page.tsx";

/** "Import › customers.xlsx" */
export function useCrumbs(fileName: string | null): readonly Crumb[] {
  const { t } = useTranslation();
  const start = { text: t("screen.import"), href: "/import" };
  return fileName === null ? [{ text: start.text }] : [start, { text: fileName }];
}
