import { TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useStable } from "../use-stable.ts";

/** Milliseconds without typing after which the text counts as finished. */
const PAUSE = 250;

export interface LazyTextProps {
  readonly label: string;
  readonly value: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  /** The label is only for screen readers. */
  readonly bare?: boolean;
  /** Gets the focus when it appears, as the person has just opened it. */
  readonly takesFocus?: boolean;
  readonly onCommit: (value: string) => void;
}

/** A text that counts after a moment without typing, on Enter, and when the focus leaves. */
export function LazyText(props: LazyTextProps) {
  const { value, onCommit } = props;
  const [text, setText] = useState(value);
  const box = useRef<HTMLInputElement>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // A value that comes back while a person types must not replace what they type.
    if (box.current !== document.activeElement) setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(pause.current), []);
  const takesFocus = props.takesFocus === true;
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  const commit = (now: string) => {
    clearTimeout(pause.current);
    if (now !== value) onCommit(now);
  };
  const onPause = useStable(commit);
  return (
    <TextInput
      ref={box}
      size="sm"
      {...(props.bare === true ? { "aria-label": props.label } : { label: props.label })}
      value={text}
      disabled={props.disabled ?? false}
      placeholder={props.placeholder ?? ""}
      onChange={(event) => {
        const now = event.currentTarget.value;
        setText(now);
        clearTimeout(pause.current);
        pause.current = setTimeout(() => onPause(now), PAUSE);
      }}
      onBlur={() => commit(text)}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit(text);
      }}
    />
  );
}
