import { useTranslation } from "react-i18next";
import { shownHeader } from "../../../preload/lists/shown-header.ts";

/** How a column of a list is called in front of a person, by its header. */
export function useHeader(): (header: string) => string {
  const { t } = useTranslation("words");
  return (header) => shownHeader(header, (letters) => t("column", { letters }));
}
