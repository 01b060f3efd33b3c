import { useTranslation } from "react-i18next";
import { Badge } from "./badge.tsx";
import { STATES, type State } from "./states.ts";

/** A state's word, icon and colour: the same in every place. */
export function StateBadge({
  state,
  bare = false,
}: {
  readonly state: State;
  readonly bare?: boolean;
}) {
  const { t } = useTranslation("words");
  const { tone, icon: Icon } = STATES[state];
  return (
    <Badge tone={tone} bare={bare} moving={state === "sending"} icon={<Icon aria-hidden />}>
      {t(`states.${state}`)}
    </Badge>
  );
}
