import { ActionIcon, Button, CloseButton, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconChevronDown, IconChevronUp, IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FoundRow } from "../../../../preload/types.ts";
import type { Place } from "../../../components/grid/grid-keys.ts";
import { useFormat } from "../../../kit/text/use-format.ts";
import { useStable } from "../../../kit/use-stable.ts";
import { useCall } from "../../../query/use-call.ts";
import type { ChosenView } from "./use-view.ts";
import styles from "./view.module.css";

/** Milliseconds: what is typed is looked for after such a pause. */
const PAUSE = 150;
/** Milliseconds until the number of hits is asked for again, while rows are still searched. */
const AGAIN = 300;

export interface FindBarProps {
  readonly draftId: number;
  readonly chosen: ChosenView;
  /** The row of the active cell, from which the search goes on. */
  readonly here: () => number;
  readonly onFound: (place: Place) => void;
  readonly onClose: () => void;
  /** Counts how often search was asked for (Ctrl+F): each time the field gets the focus. */
  readonly asked: number;
}

/** Finds a text in any cell of all rows, one after the other. */
export function FindBar({ draftId, chosen, here, onFound, onClose, asked }: FindBarProps) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [sought] = useDebouncedValue(text.trim(), PAUSE);
  const [start, setStart] = useState({ from: here(), back: false, turn: 0 });
  const { filter, view } = chosen;
  const about = { draftId, filter, view, text: sought, from: start.from, back: start.back };
  const [growing, setGrowing] = useState(false);
  const enabled = sought !== "";
  const answer = useCall("drafts.find", about, { enabled, keep: true, every: growing && AGAIN });
  const found = enabled ? answer.data : undefined;
  const isCurrent = !answer.isPlaceholderData;
  useEffect(() => setGrowing(enabled && found?.done === false), [enabled, found?.done]);
  useEffect(() => {
    if (asked > 0) input.current?.select();
    input.current?.focus();
  }, [asked]);
  const show = useStable(onFound);
  const place = isCurrent ? (found?.place ?? null) : null;
  const column = found?.column ?? 0;
  const { turn } = start;
  useEffect(() => {
    if (place !== null) show({ row: place, column: column + 1 });
  }, [place, column, turn, show]);

  const step = (back: boolean) => {
    if (found?.place === null || found === undefined || !isCurrent) return;
    const from = back ? found.place - 1 : found.place + 1;
    setStart((before) => ({ from, back, turn: before.turn + 1 }));
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" || event.key === "F3") {
      event.preventDefault();
      step(event.shiftKey);
    }
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  const none = found === undefined || found.total === 0;
  return (
    <search className={styles.find} onKeyDown={keys}>
      <TextInput
        ref={input}
        size="xs"
        className={styles.text}
        aria-label={t("review.find.text")}
        placeholder={t("review.find.text")}
        leftSection={<IconSearch size="1rem" aria-hidden />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setStart((before) => ({ ...before, from: here(), back: false }));
        }}
      />
      <ActionIcon
        variant="default"
        aria-label={t("review.find.previous")}
        title={t("review.find.previousKey")}
        disabled={none}
        onClick={() => step(true)}
      >
        <IconChevronUp size="1rem" aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t("review.find.next")}
        title={t("review.find.nextKey")}
        disabled={none}
        onClick={() => step(false)}
      >
        <IconChevronDown size="1rem" aria-hidden />
      </ActionIcon>
      <output className={styles.count}>{found !== undefined && isCurrent && words(found)}</output>
      {found !== undefined && isCurrent && found.total === 0 && found.elsewhere > 0 && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            chosen.reset();
            input.current?.focus();
          }}
        >
          {t("review.find.showAll")}
        </Button>
      )}
      <CloseButton size="sm" aria-label={t("review.find.close")} onClick={onClose} />
    </search>
  );

  function words({ total, ordinal, elsewhere, done }: FoundRow): string {
    const others = t("review.find.elsewhere", { count: elsewhere });
    if (total === 0 && elsewhere > 0) return `${t("review.find.noneShown")} ${others}`;
    if (total === 0) return t("review.find.none");
    const number = done ? format.number(total) : t("review.find.atLeast", { count: total });
    const place = t("review.find.place", { ordinal: format.number(ordinal), total: number });
    return elsewhere > 0 ? `${place} · ${others}` : place;
  }
}
