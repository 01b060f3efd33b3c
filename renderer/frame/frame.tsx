import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Announcer } from "../kit/messages/announce.tsx";
import styles from "./frame.module.css";
import { keepFocus } from "./keep-focus.ts";
import pageStyles from "./page.module.css";
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
      {/* Stays from one screen to the next, so that there is one even while the next is loaded. */}
      <main id="page" className={pageStyles.page} tabIndex={-1}>
        {children}
      </main>
      <Announcer />
    </div>
  );
}
