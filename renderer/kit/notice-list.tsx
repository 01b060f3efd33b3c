import { Stack } from "@mantine/core";
import { IconAlertCircle, IconInfoCircle } from "@tabler/icons-react";
import type { Notice } from "../../preload/types.ts";
import { Note } from "./note.tsx";
import { useTexts } from "./use-texts.ts";

/** Notices of a list: errors first. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const texts = useTexts();
  if (notices.length === 0) return null;
  const sorted = notices.toSorted((a, b) => a.severity.localeCompare(b.severity));
  return (
    <Stack gap="xs">
      {sorted.map((notice) => (
        <Note
          key={`${notice.code}/${notice.field ?? ""}/${texts.problem(notice)}`}
          tone={notice.severity === "error" ? "red" : "amber"}
          icon={
            notice.severity === "error" ? (
              <IconAlertCircle aria-hidden />
            ) : (
              <IconInfoCircle aria-hidden />
            )
          }
        >
          {texts.problem(notice)}
        </Note>
      ))}
    </Stack>
  );
}
