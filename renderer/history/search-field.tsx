import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";

export interface SearchFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly icon: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** What is searched for; takes the room that the other filters leave. */
export function SearchField({ label, hint, icon, value, onChange }: SearchFieldProps) {
  return (
    <TextInput
      flex={1}
      miw="14rem"
      size="sm"
      type="search"
      autoComplete="off"
      aria-label={label}
      placeholder={hint}
      leftSection={icon}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
