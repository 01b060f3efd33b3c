import { Stack } from "@mantine/core";
import { IconAlertCircle, IconInfoCircle } from "@tabler/icons-react";
import type { Notice } from "../../../preload/types.ts";
import { useTexts } from "../text/use-texts.ts";
import { Note } from "./note.tsx";
import { useFold } from "./use-fold.tsx";

const LOOKS = [
  { look: "error", tone: "red", icon: <IconAlertCircle aria-hidden /> },
  { look: "warning", tone: "amber", icon: <IconInfoCircle aria-hidden /> },
  { look: "note", tone: "neutral", icon: <IconInfoCircle aria-hidden /> },
] as const;

/** Good to know, and nothing wrong: families share an address. */
const NOTES: ReadonlySet<string> = new Set(["emails-repeated", "phones-repeated"]);

function lookOf({ code, severity }: Notice) {
  return NOTES.has(code) && severity === "warning" ? "note" : severity;
}

/** Open at once; in a low window one is. */
const OPEN = 5;

/** Notices of a list: errors first, mere notes last, those of one kind together. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const texts = useTexts();
  const fold = useFold(notices.length, OPEN);
  if (notices.length === 0) return null;
  const sorted = LOOKS.flatMap(({ look }) =>
    notices.filter((notice) => lookOf(notice) === look),
  ).slice(0, fold.shown);
  const groups = LOOKS.map(({ look, tone, icon }) => ({
    ...{ look, tone, icon },
    alike: sorted.filter((notice) => lookOf(notice) === look),
  })).filter(({ alike }) => alike.length > 0);
  return (
    <Stack gap="xs">
      {groups.map(({ look, tone, icon, alike }, place) => (
        <Note key={look} tone={tone} icon={icon}>
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
