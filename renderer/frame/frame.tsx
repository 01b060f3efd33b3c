import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Announcer } from "../kit/messages/announce.tsx";
import styles from "./frame.module.css";
import { keepFocus } from "./keep-focus.ts";
import { SideBar } from "./side-bar.tsx";

/** Side bar and page; the side bar never moves. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  useEffect(keepFocus, []);
  return (
    <div id="frame" className={styles.frame} tabIndex={-1}>
      <button
        type="button"
        className={styles.skip}
        onClick={() => document.getElementById("page")?.focus()}
      >
        {t("skip")}
      </button>
      <SideBar />
      {children}
      <Announcer />
    </div>
  );
}
