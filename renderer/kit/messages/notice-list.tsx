import { Stack } from "@mantine/core";
import { IconAlertCircle, IconInfoCircle } from "@tabler/icons-react";
import type { Notice } from "../../../preload/types.ts";
import { useTexts } from "../text/use-texts.ts";
import { Note } from "./note.tsx";

const LOOKS = [
  { severity: "error", tone: "red", icon: <IconAlertCircle aria-hidden /> },
  { severity: "warning", tone: "amber", icon: <IconInfoCircle aria-hidden /> },
] as const;

/** Notices of a list: errors first, those of one kind together. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const texts = useTexts();
  if (notices.length === 0) return null;
  return (
    <Stack gap="xs">
      {LOOKS.map(({ severity, tone, icon }) => {
        const alike = notices.filter((notice) => notice.severity === severity);
        if (alike.length === 0) return null;
        return (
          <Note key={severity} tone={tone} icon={icon}>
            {alike.map((notice) => (
              <div key={`${notice.code}/${notice.field ?? ""}/${texts.problem(notice)}`}>
                {texts.problem(notice)}
              </div>
            ))}
          </Note>
        );
      })}
    </Stack>
  );
}
