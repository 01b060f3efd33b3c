import {
  IconFileImport,
  IconHistory,
  IconPlugConnected,
  IconSend,
  IconSettings,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { useFormat } from "../kit/text/use-format.ts";
import { useCall } from "../query/use-call.ts";
import { BrandMark } from "./brand-mark.tsx";
import { CurrentConnection } from "./connection/current-connection.tsx";
import styles from "./frame.module.css";

const SCREENS: readonly {
  readonly name: string;
  readonly icon: TablerIcon;
  /** The address of another screen that is reached through this one; marks this one as active. */
  readonly leadsTo?: string;
}[] = [
  { name: "import", icon: IconFileImport },
  { name: "queue", icon: IconSend },
  { name: "history", icon: IconHistory },
  { name: "connections", icon: IconPlugConnected },
  { name: "settings", icon: IconSettings, leadsTo: "about" },
];

export function SideBar() {
  const { t } = useTranslation();
  const [location] = useLocation();
  return (
    <aside className={styles.side}>
      <div className={styles.brand}>
        <BrandMark />
        <span className={styles.brandName}>{t("product")}</span>
      </div>
      <nav className={styles.nav} aria-label={t("screens")}>
        {SCREENS.map(({ name, icon: Icon, leadsTo = name }) => (
          <Link
            key={name}
            href={`/${name}`}
            className={styles.link}
            title={t(`screen.${name}`)}
            {...([name, leadsTo].some((one) => location.startsWith(`/${one}`))
              ? { "aria-current": "page" as const }
              : {})}
          >
            <Icon aria-hidden />
            <span className={styles.label}>{t(`screen.${name}`)}</span>
            {name === "queue" && <QueueCount />}
          </Link>
        ))}
      </nav>
      <div className={styles.foot}>
        <CurrentConnection />
      </div>
    </aside>
  );
}

/** How much waits; amber where something waits for an answer of the person. */
function QueueCount() {
  const { t } = useTranslation();
  const format = useFormat();
  const counts = useCall("queue.summary", {}).data?.counts;
  if (counts === undefined) return null;
  const asks = counts.uncertain + counts.rejected;
  const total = counts.queued + counts.waiting + counts.sending + asks;
  if (total === 0) return null;
  return (
    <span
      className={styles.count}
      data-tone={asks > 0 ? "amber" : "neutral"}
      title={t("queueCount", { count: total })}
    >
      {format.number(total)}
    </span>
  );
}
