import { TextInput } from "@mantine/core";
import { useEffect, useState } from "react";

export interface LazyTextProps {
  readonly label: string;
  readonly value: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  /** The label is only for screen readers. */
  readonly bare?: boolean;
  readonly onCommit: (value: string) => void;
}

/** A text that counts when it is finished: on Enter, or when the focus leaves. */
export function LazyText(props: LazyTextProps) {
  const { value, onCommit } = props;
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = () => {
    if (text !== value) onCommit(text);
  };
  return (
    <TextInput
      size="sm"
      {...(props.bare === true ? { "aria-label": props.label } : { label: props.label })}
      value={text}
      disabled={props.disabled ?? false}
      placeholder={props.placeholder ?? ""}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
      }}
    />
  );
}
