import { ActionIcon, Group, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { UndoableChange } from "../../preload/types.ts";
import { announce } from "../kit/messages/announce.tsx";
import { useTexts } from "../kit/text/use-texts.ts";
import { useStable } from "../kit/use-stable.ts";
import { useAction } from "../query/use-action.ts";
import { useCall } from "../query/use-call.ts";
import { directionOf } from "./undo-keys.ts";

const UndoLastImport = lazy(async () => ({
  default: (await import("../components/undo/undo-last-import.tsx")).UndoLastImport,
}));

const ICONS = { undo: IconArrowBackUp, redo: IconArrowForwardUp } as const;
const DIRECTIONS = ["undo", "redo"] as const;

/** Takes back and does again what a person changed here; the review of a list has its own. */
export function UndoRedo() {
  const { t } = useTranslation();
  const texts = useTexts();
  const [location] = useLocation();
  const inReview = /^\/import\/\d+\/review/.test(location);
  const state = useCall("undo.state", {}).data;
  const undo = useAction("undo.undo");
  const redo = useAction("undo.redo");
  const [planned, setPlanned] = useState<number | null>(null);
  const busy = undo.isPending || redo.isPending;
  const go = useStable((direction: (typeof DIRECTIONS)[number]) => {
    const change = state?.[direction];
    if (inReview || busy || change == null) return false;
    if (direction === "undo" && change.importId !== null) {
      setPlanned(change.importId);
      return true;
    }
    const said = t(`undo.done.${direction}`, { change: texts.change(change) });
    const action = direction === "undo" ? undo : redo;
    action.mutate({ changeId: change.id }, { onSuccess: () => announce(said) });
    return true;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const direction = directionOf(event);
      if (direction !== null && go(direction)) event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [go]);
  if (inReview || state === undefined || (state.undo === null && state.redo === null)) return null;
  const label = (direction: (typeof DIRECTIONS)[number], change: UndoableChange | null) =>
    change === null
      ? t(`undo.none.${direction}`)
      : t(`undo.label.${direction}`, { change: texts.change(change) });
  return (
    <Group gap="xs" wrap="nowrap">
      {DIRECTIONS.map((direction) => {
        const Icon = ICONS[direction];
        const change = state[direction];
        return (
          <Tooltip key={direction} label={label(direction, change)} maw="22rem">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={label(direction, change)}
              aria-keyshortcuts={direction === "undo" ? "Control+Z" : "Control+Shift+Z"}
              disabled={change === null || busy}
              onClick={() => go(direction)}
            >
              <Icon size="1.125rem" aria-hidden />
            </ActionIcon>
          </Tooltip>
        );
      })}
      <Suspense>
        {planned !== null && <UndoLastImport importId={planned} onClose={() => setPlanned(null)} />}
      </Suspense>
    </Group>
  );
}
