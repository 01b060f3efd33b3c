import { Tooltip } from "@mantine/core";
import { useFormat } from "./use-format.ts";

/** A time relative to now; the exact one on hover. */
export function Moment({ at }: { readonly at: number }) {
  const format = useFormat();
  return (
    <Tooltip label={format.exact(at)}>
      <time dateTime={new Date(at).toISOString()}>{format.moment(at)}</time>
    </Tooltip>
  );
}
