import { Radio, Stack, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallInput } from "../../../preload/contract.ts";
import { Confirm } from "../../kit/messages/confirm.tsx";
import { useCall } from "../../query/use-call.ts";

type Replacement = CallInput<"drafts.countAlike">["how"];

export interface ReplaceAllProps {
  /** The problem whose rows are meant. */
  readonly about: Omit<CallInput<"drafts.countAlike">, "how">;
  readonly onReplace: (how: Replacement) => void;
  readonly onClose: () => void;
}

/** In milliseconds: what is typed is looked for after such a pause. */
const PAUSE = 250;

/** Asks what becomes what in all rows with the same problem, and says in how many rows that is. */
export function ReplaceAll({ about, onReplace, onClose }: ReplaceAllProps) {
  const { t } = useTranslation("import");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [part, setPart] = useState(false);
  const how: Replacement = { kind: "replace", from, to, part };
  const [sought] = useDebouncedValue(JSON.stringify({ ...how, to: "" }), PAUSE);
  const isSought = sought === JSON.stringify({ ...how, to: "" });
  const count = useCall(
    "drafts.countAlike",
    { ...about, how: JSON.parse(sought) as Replacement },
    { enabled: from !== "" },
  ).data;
  const known = from === "" || !isSought ? undefined : count;
  return (
    <Confirm
      opened
      title={t("review.replaceTitle")}
      action={t("review.replaceAction")}
      disabled={known === undefined || known === 0}
      onConfirm={() => {
        onReplace(how);
        onClose();
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Radio.Group
          label={t("review.replaceWhat")}
          value={part ? "part" : "whole"}
          onChange={(chosen: string) => setPart(chosen === "part")}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="whole" label={t("review.replaceWhole")} />
            <Radio value="part" label={t("review.replacePart")} />
          </Stack>
        </Radio.Group>
        <TextInput
          label={t("review.replaceFrom")}
          value={from}
          data-autofocus
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          label={t("review.replaceTo")}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <output>
          {known === undefined ? "\u00a0" : t("review.replaceCount", { count: known })}
        </output>
      </Stack>
    </Confirm>
  );
}
