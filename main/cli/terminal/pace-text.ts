import { createPaceMeter } from "../../../preload/pace-meter.ts";
import { t } from "../../common/text.ts";
import { count, duration } from "./print.ts";

/** "1,250 rows a second, about 4 minutes left", or "" until it can be told. */
export function createPaceText(): (answered: number, left: number) => string {
  const meter = createPaceMeter();
  return (answered, left) => {
    meter.tell(performance.now(), answered, true);
    const perSecond = meter.perSecond();
    if (perSecond === null || perSecond <= 0) return "";
    const rows = count(Math.max(1, Math.round(perSecond)));
    return t("words:pace", { rows, left: duration(left / perSecond) });
  };
}
