import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { SECRET_FIELDS } from "../../../preload/fields.ts";
import type { ProblemKind } from "../../../preload/types.ts";
import styles from "../../components/grid/review.module.css";
import type { Corrections } from "../../components/grid/rows/use-corrections.ts";
import { Word } from "../../kit/help/word.tsx";
import { useFold } from "../../kit/messages/use-fold.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useTexts } from "../../kit/text/use-texts.ts";
import { useCall } from "../../query/use-call.ts";
import { ReplaceAll } from "./replace-all.tsx";
import { type ChosenView, sameKind } from "./view/use-view.ts";

/** Kinds that are shown at once; the others come when these are corrected. */
const SHOWN = 4;

export interface ProblemKindsProps {
  readonly draftId: number;
  /** How many rows the tile counts whose kinds are shown. */
  readonly rows: number;
  readonly chosen: ChosenView;
  readonly corrections: Corrections;
}

/** What is wrong, by kind, each to be corrected in all its rows at once. */
export function ProblemKinds({ draftId, rows, chosen, corrections }: ProblemKindsProps) {
  const { t } = useTranslation("import");
  const kinds = useCall("drafts.problemKinds", { draftId }).data ?? [];
  const { filter } = chosen;
  const severity = filter === "errors" ? "error" : "warning";
  const alike = kinds.filter((kind) => kind.severity === severity && kind.rows > 0);
  const fold = useFold(Math.min(SHOWN, alike.length), SHOWN);
  const shown = alike.slice(0, fold.shown);
  const findings = alike.reduce((sum, kind) => sum + kind.rows, 0);
  if ((filter !== "errors" && filter !== "warnings") || shown.length === 0) return null;
  return (
    <ul className={styles.kinds} aria-label={t("review.kinds")}>
      {shown.map((kind) => (
        <Kind
          key={`${kind.code}/${kind.field}/${kind.column}`}
          draftId={draftId}
          kind={kind}
          chosen={chosen}
          corrections={corrections}
        >
          {kind === shown[0] && <Word word="problem" />}
          {kind === shown.at(-1) && fold.toggle}
        </Kind>
      ))}
      {findings > rows && <li className={styles.kindsOverlap}>{t("review.kindsOverlap")}</li>}
    </ul>
  );
}

interface KindProps {
  readonly draftId: number;
  readonly kind: ProblemKind;
  readonly chosen: ChosenView;
  readonly corrections: Corrections;
  readonly children: ReactNode;
}

function Kind({ draftId, kind, chosen, corrections, children }: KindProps) {
  const { t } = useTranslation("import");
  const texts = useTexts();
  const format = useFormat();
  const [replacing, setReplacing] = useState(false);
  const { code, field, rows, elsewhere } = kind;
  // What is done acts on the rows that are counted as problems, too.
  const count = rows + elsewhere;
  const { problem, values = [] } = chosen.view;
  const place = kind.column ?? (field === null ? null : texts.field(field));
  return (
    <li className={styles.kind} data-tone={kind.severity === "error" ? "red" : "amber"}>
      <button
        type="button"
        className={styles.kindShow}
        aria-pressed={problem !== undefined && sameKind(problem, kind)}
        title={t("review.view.onlyKind")}
        onClick={() => chosen.toggleProblem(kind)}
      >
        <span className={styles.kindRows}>
          {t("review.kindRows", { count: rows, formatted: format.number(rows) })}
        </span>
        <span className={styles.kindText}>
          {place !== null && <strong>{place}: </strong>}
          {texts.problemOf(rows, kind)}
          {elsewhere > 0 && ` ${t("review.kindElsewhere", { count: elsewhere })}`}
        </span>
      </button>
      {children}
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            disabled={corrections.busy}
            rightSection={<IconChevronDown size="1rem" aria-hidden />}
          >
            {t("review.fixAll")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(values.length > 0 || elsewhere > 0) && (
            <Menu.Label>{t("review.view.actsOnAll", { count })}</Menu.Label>
          )}
          {field !== null && !SECRET_FIELDS.has(field) && (
            <Menu.Item onClick={() => setReplacing(true)}>{t("review.replaceAll")}</Menu.Item>
          )}
          {field !== null && (
            <Menu.Item
              onClick={() => corrections.applyToAll({ code, field, how: { kind: "empty" } })}
            >
              {t("review.emptyAll", { count })}
            </Menu.Item>
          )}
          <Menu.Item
            onClick={() => corrections.applyToAll({ code, field, how: { kind: "leave-out" } })}
          >
            {t("review.leaveAllOut", { count })}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {replacing && field !== null && (
        <ReplaceAll
          about={{ draftId, code, field }}
          onClose={() => setReplacing(false)}
          onReplace={(how) => corrections.applyToAll({ code, field, how })}
        />
      )}
    </li>
  );
}
