import { useCall } from "../../query/use-call.ts";

/** With fewer letters than this nobody is looked for: they are the start of a longer word. */
const SHORTEST = 3;

/** The customers who are known by what is typed into the search; undefined before that is known. */
export function useFoundCustomers(text: string, connectionId: number | null) {
  const typed = text.trim();
  const enabled = typed.length >= SHORTEST;
  const { data } = useCall(
    "history.findCustomers",
    { text: typed, ...(connectionId === null ? {} : { connectionId }) },
    { enabled },
  );
  return enabled ? data : undefined;
}
