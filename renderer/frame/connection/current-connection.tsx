import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { useCall } from "../../query/use-call.ts";
import styles from "../frame.module.css";
import { kindOf, toneOf } from "./connection-sign.ts";

/** The connection the open import goes to; elsewhere the one a new import would take. */
export function CurrentConnection() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const draftId = Number(/^\/import\/(\d+)\//.exec(location)?.[1] ?? 0);
  const draft = useCall("drafts.get", { draftId }, { enabled: draftId > 0 }).data;
  const importId = Number(/^\/import\/sent\/(\d+)/.exec(location)?.[1] ?? 0);
  const sent = useCall("history.get", { importId }, { enabled: importId > 0 }).data;
  const proposed = useCall("connections.proposed", {}).data?.id;
  const wanted = draft?.options.connectionId ?? sent?.connectionId ?? proposed;
  const connections = useCall("connections.list", {}).data ?? [];
  const current =
    connections.find((one) => one.id === wanted) ?? connections.find((one) => one.id === proposed);
  if (current === undefined) return null;
  return (
    <Link href={`/connections/${current.id}`} className={styles.connection} title={current.name}>
      <span className={styles.dot} data-tone={toneOf(current)} />
      <span className={styles.connectionText}>
        <div className={styles.connectionName}>{current.name}</div>
        <div className={styles.connectionKind}>{t(kindOf(current))}</div>
      </span>
    </Link>
  );
}
