import { Stack } from "@mantine/core";
import { IconAlertCircle, IconInfoCircle } from "@tabler/icons-react";
import type { Notice } from "../../../preload/types.ts";
import { useTexts } from "../text/use-texts.ts";
import { Note } from "./note.tsx";
import { useFold } from "./use-fold.tsx";

const LOOKS = [
  { severity: "error", tone: "red", icon: <IconAlertCircle aria-hidden /> },
  { severity: "warning", tone: "amber", icon: <IconInfoCircle aria-hidden /> },
] as const;

/** Open at once; in a low window one is. */
const OPEN = 5;

/** Notices of a list: errors first, those of one kind together. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const texts = useTexts();
  const fold = useFold(notices.length, OPEN);
  if (notices.length === 0) return null;
  const sorted = LOOKS.flatMap(({ severity }) =>
    notices.filter((notice) => notice.severity === severity),
  ).slice(0, fold.shown);
  const groups = LOOKS.map(({ severity, tone, icon }) => ({
    ...{ severity, tone, icon },
    alike: sorted.filter((notice) => notice.severity === severity),
  })).filter(({ alike }) => alike.length > 0);
  return (
    <Stack gap="xs">
      {groups.map(({ severity, tone, icon, alike }, place) => (
        <Note key={severity} tone={tone} icon={icon}>
          {alike.map((notice) => (
            <div key={`${notice.code}/${notice.field ?? ""}/${texts.problem(notice)}`}>
              {texts.problem(notice)}
            </div>
          ))}
          {place === groups.length - 1 && fold.toggle}
        </Note>
      ))}
    </Stack>
  );
}
