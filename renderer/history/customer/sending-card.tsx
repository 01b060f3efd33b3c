import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { PRACTICE_ADDRESS } from "../../../preload/practice-address.ts";
import type { CustomerSending } from "../../../preload/types.ts";
import { StateBadge } from "../../kit/state/state-badge.tsx";
import { Moment } from "../../kit/text/moment.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useTexts } from "../../kit/text/use-texts.ts";
import styles from "./customer.module.css";

/** One time the customer was sent: what changed first, the rest when asked for. */
export function SendingCard({ sending }: { readonly sending: CustomerSending }) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const [all, { toggle }] = useDisclosure(false);
  const changed = sending.fields.filter((one) => one.changed);
  const same = sending.fields.length - changed.length;
  const shown = all ? sending.fields : changed;
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.name}>
          <Link href={`/history/${sending.importId}`}>{sending.fileName}</Link>
        </h2>
        <StateBadge state={sending.standing} />
      </div>
      <div className={styles.meta}>
        <Moment at={sending.sentAt ?? sending.startedAt} />
        <span>{sending.connectionName}</span>
        <Link href={`/history/${sending.importId}/batches/${sending.batchId}`}>
          {t("customer.row", { row: format.row(sending.row, sending.sheet) })}
        </Link>
        <span>
          {t("customer.existing", { what: t(`common:duplicates.${sending.duplicates}`) })}
        </span>
        {sending.undoes !== null && <span>{t("customer.restored")}</span>}
        {sending.undone && (
          <span>
            {t(
              sending.address === PRACTICE_ADDRESS ? "customer.undonePractice" : "customer.undone",
            )}
          </span>
        )}
      </div>
      {shown.length > 0 && <Fields fields={shown} />}
      {same > 0 && (
        <div>
          <Button
            size="compact-sm"
            ml="-xs"
            variant="subtle"
            color="gray"
            aria-expanded={all}
            onClick={toggle}
          >
            {t(all ? "customer.onlyChanged" : "customer.same", { count: same })}
          </Button>
        </div>
      )}
    </article>
  );
}

function Fields({ fields }: { readonly fields: CustomerSending["fields"] }) {
  const { t } = useTranslation("history");
  const texts = useTexts();
  return (
    <dl className={styles.fields}>
      {fields.map((one) => (
        <div key={one.field} className={styles.field} data-changed={one.changed || undefined}>
          <dt>{texts.field(one.field)}</dt>
          <dd>
            <span className={styles.value}>{one.value === "" ? t("blank") : one.value}</span>
            {one.changed && one.before !== null && (
              <span className={styles.before}>
                {one.before === ""
                  ? t("customer.wasBlank")
                  : t("customer.was", { value: one.before })}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
