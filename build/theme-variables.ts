import {
  convertCssVariables,
  DEFAULT_THEME,
  deepMerge,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from "@mantine/core";
import { theme, tokens } from "../renderer/theme.ts";

/**
 * The style sheet of all sizes and colours: the component library's own, changed by our theme, and
 * our tokens. They are the same at each start, and the library would work them out before it draws.
 */
export function themeVariables(): string {
  const whole = mergeMantineTheme(DEFAULT_THEME, theme);
  return convertCssVariables(deepMerge(defaultCssVariablesResolver(whole), tokens(whole)), ":root");
}
