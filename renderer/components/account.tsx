import { IconArrowRight, IconFlask } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useCall } from "../query/use-call.ts";
import styles from "./account.module.css";

export interface AccountProps {
  readonly connectionId: number | null;
  /** The connection's name, to be shown where the connection itself may have been removed since. */
  readonly name?: string;
  /** For a table: only the name, though the practice account keeps its stripes. */
  readonly bare?: boolean;
}

/** Which account a list goes to. Practice is striped, and says that nothing real is touched. */
export function Account({ connectionId, name, bare = false }: AccountProps) {
  const { t } = useTranslation();
  const connections = useCall("connections.list", {}).data;
  const connection = connections?.find(({ id }) => id === connectionId);
  const called = connection?.name ?? name;
  if (called === undefined) return null;
  if (connection?.kind === "practice") {
    return (
      <Link
        href={`/connections/${connection.id}`}
        className={styles.account}
        data-practice
        data-bare={bare || undefined}
        title={t("account.practice", { name: called })}
      >
        <IconFlask aria-hidden />
        <span className={styles.name}>
          {bare ? called : t("account.practice", { name: called })}
        </span>
      </Link>
    );
  }
  if (bare) return called;
  return (
    <span className={styles.account} title={t("account.to", { name: called })}>
      <IconArrowRight aria-hidden />
      <span className={styles.name}>{t("account.to", { name: called })}</span>
    </span>
  );
}
