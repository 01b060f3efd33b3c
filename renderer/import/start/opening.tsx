import { IconTableImport } from "@tabler/icons-react";
import { createContext, type ReactNode, useContext } from "react";
import { useTranslation } from "react-i18next";
import styles from "./opening.module.css";
import { type OpenFile, useOpenFile } from "./use-open-file.ts";
import { useWindowDrop } from "./use-window-drop.ts";

const OpeningContext = createContext<OpenFile | null>(null);

/** Takes lists dropped on or pasted into any screen. */
export function OpeningProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation("import");
  const opening = useOpenFile();
  const over = useWindowDrop(opening.take);
  return (
    <OpeningContext value={opening}>
      {children}
      {over && (
        <div className={styles.over} aria-hidden>
          <div className={styles.text}>
            <IconTableImport />
            {t("start.dropNow")}
          </div>
        </div>
      )}
    </OpeningContext>
  );
}

export function useOpening(): OpenFile {
  const opening = useContext(OpeningContext);
  if (opening === null) throw new Error("useOpening stands outside its provider");
  return opening;
}
