import { countDigits } from "../../../common/letters.ts";
import type { ColumnWatch } from "./watch.ts";

/**
 * Looks at numbers, and at what stands among them: nearly all values are digits alone, and are not shown to
 * watches of other forms.
 */
export function watchKeyForms(
  ofAll: readonly ColumnWatch[],
  ofOthers: readonly ColumnWatch[],
): ColumnWatch {
  const numbers = [...ofAll];
  const others = [...ofOthers];
  return {
    add(one) {
      const { value } = one;
      for (let at = numbers.length - 1; at >= 0; at -= 1) {
        const watch = numbers[at] as ColumnWatch;
        if (value.length < (watch.shortest ?? 0)) continue;
        if (!watch.add(one)) numbers.splice(at, 1);
      }
      if (countDigits(value) === value.length) return true;
      for (let at = others.length - 1; at >= 0; at -= 1) {
        if (others[at]?.add(one) === false) others.splice(at, 1);
      }
      return numbers.length + others.length > 0;
    },
    findings: () => [...ofAll, ...ofOthers].flatMap((each) => each.findings()),
  };
}
