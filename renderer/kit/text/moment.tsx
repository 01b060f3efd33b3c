import { Tooltip } from "@mantine/core";
import { useFormat } from "./use-format.ts";

interface MomentProps {
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A time relative to now; the exact one on hover. */
export function Moment({ at }: MomentProps) {
  const format = useFormat();
  return (
    <Tooltip label={<Exact at={at} />}>
      <time dateTime={new Date(at).toISOString()}>{format.moment(at)}</time>
    </Tooltip>
  );
}

/** Written when it is shown: the first exact time takes the engine as long as a whole screen. */
function Exact({ at }: MomentProps) {
  return useFormat().exact(at);
}
