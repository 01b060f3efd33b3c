import { useTranslation } from "react-i18next";
import type { BatchState, BatchSummary, ImportSummary } from "../../../preload/types.ts";
import { useFormat } from "../text/use-format.ts";
import styles from "./batch-strip.module.css";
import { StateBadge } from "./state-badge.tsx";
import { STATES, type State } from "./states.ts";

/** A cell that stands for several batches shows the first of these states that any of them has. */
const WEIGHT: readonly BatchState[] = [
  "uncertain",
  "rejected",
  "sending",
  "waiting",
  "queued",
  "cancelled",
  "accepted",
];
const CELLS = 400;

export interface BatchStripProps {
  readonly of: Pick<ImportSummary, "undone"> & { readonly batches: readonly BatchSummary[] };
}

/** The batches of an import as a strip of cells coloured by state, and the counts in words. */
export function BatchStrip({ of: { batches, undone } }: BatchStripProps) {
  const { t } = useTranslation(["common", "words"]);
  const format = useFormat();
  // What was accepted and undone is not in force.
  const shown = (state: BatchState): State =>
    state === "accepted" && undone !== null ? "accepted-undone" : state;
  const per = Math.max(1, Math.ceil(batches.length / CELLS));
  const cells = Array.from({ length: Math.ceil(batches.length / per) }, (_, index) =>
    batches.slice(index * per, (index + 1) * per),
  );
  const counts = WEIGHT.toReversed()
    .map((state) => ({ state, count: batches.filter((one) => one.state === state).length }))
    .filter(({ count }) => count > 0);
  return (
    <div>
      <div className={styles.strip} aria-hidden>
        {(cells.length > 1 ? cells : []).map((group) => {
          const state =
            WEIGHT.find((one) => group.some((batch) => batch.state === one)) ?? "queued";
          const first = group[0];
          const last = group.at(-1);
          if (first === undefined || last === undefined) return null;
          return (
            <span
              key={first.id}
              className={styles.cell}
              data-tone={STATES[shown(state)].tone}
              data-state={state}
              title={t("common:cell", {
                count: last.lastRow - first.firstRow + 1,
                state: t(`words:states.${shown(state)}`),
                first: format.row(first.firstRow, first.sheet),
                last: format.row(last.lastRow, last.sheet),
              })}
            />
          );
        })}
      </div>
      <div className={styles.legend}>
        {counts.map(({ state, count }) => (
          <span key={state} className={styles.entry}>
            <StateBadge state={shown(state)} bare />
            <span className="figures">{t("common:batches", { count })}</span>
          </span>
        ))}
      </div>
    </div>
  );
}
