import { Button, Group } from "@mantine/core";
import { IconUserSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { Note } from "../../kit/messages/note.tsx";
import { Quiet } from "../../kit/table/table.tsx";
import { keepSought } from "./sought.ts";
import { useFoundCustomers } from "./use-found-customers.ts";

export interface CustomerFoundProps {
  /** What is typed into the search of the imports. */
  readonly text: string;
  readonly connectionId: number | null;
}

/** What is searched for is a customer: one press leads to the story, and no address tells whose. */
export function CustomerFound({ text, connectionId }: CustomerFoundProps) {
  const { t } = useTranslation("history");
  const [, navigate] = useLocation();
  const data = useFoundCustomers(text, connectionId);
  if (data === undefined) return null;
  if (data.customers.length === 0) {
    return data.complete ? null : <Quiet>{t("found.newestOnly")}</Quiet>;
  }
  return (
    <Note tone="blue" icon={<IconUserSearch aria-hidden />}>
      <Group gap="xs">
        {t("found.is", { count: data.customers.length })}
        {data.customers.map((customer) => (
          <Button
            key={customer}
            size="xs"
            variant="default"
            onClick={() => {
              keepSought({ customer, connectionId });
              navigate("/history/customer");
            }}
          >
            {data.customers.length === 1 ? t("found.story") : t("found.storyOf", { customer })}
          </Button>
        ))}
      </Group>
    </Note>
  );
}
