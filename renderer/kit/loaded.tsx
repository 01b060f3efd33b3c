import { Skeleton, Stack } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "./messages/error-panel.tsx";

export interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (value: T) => ReactNode;
  /** Grey bars while it loads. */
  readonly bars?: number;
}

/** An answer, or its loading or error state: every screen shows these three alike. */
export function Loaded<T>({ query, children, bars = 6 }: LoadedProps<T>) {
  const { t } = useTranslation();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) {
    return (
      <ErrorPanel
        error={query.error}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
      />
    );
  }
  return (
    <Stack gap="sm" role="status" aria-label={t("loading")}>
      {Array.from({ length: bars }, (_, index) => `bar-${index}`).map((key, index) => (
        <Skeleton key={key} h="md" w={`${96 - ((index * 17) % 40)}%`} animate />
      ))}
    </Stack>
  );
}
