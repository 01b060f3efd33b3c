import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorSchemeManager,
  type MantineColorsTuple,
} from "@mantine/core";

/** Every colour of the window comes from this file: palettes for Mantine, tokens for our own CSS. */

const brand: MantineColorsTuple = [
  "#eef3fc",
  "#dbe5f6",
  "#b6caec",
  "#8eace2",
  "#6c93d8",
  "#4f7dcb",
  "#416fbe",
  "#3560ab",
  "#2b5092",
  "#224077",
];

const gray: MantineColorsTuple = [
  "#f7f8fa",
  "#f0f2f5",
  "#e4e7ec",
  "#d5d9e0",
  "#b8bec9",
  "#8b93a1",
  "#5b6371",
  "#454c58",
  "#313742",
  "#1d222a",
];

const dark: MantineColorsTuple = [
  "#e4e7ec",
  "#bcc2cc",
  "#9ca4b1",
  "#858d9b",
  "#383e49",
  "#2b3039",
  "#21252c",
  "#171a1f",
  "#121418",
  "#0d0f12",
];

const red: MantineColorsTuple = [
  "#fdecea",
  "#f9d3d0",
  "#f1a7a1",
  "#ea7c74",
  "#e2584e",
  "#d6453b",
  "#c93a31",
  "#b92f27",
  "#9d2620",
  "#7f1e19",
];

/** Menus and lists open beside their button in the document, so that they scroll with it. */
const IN_PLACE = { withinPortal: false } as const;
/** What fits neither above nor below its button lies over it, and is not cut off by the footer. */
const OVER = { middlewares: { shift: { crossAxis: true } } } as const;

export const theme = createTheme({
  colors: { brand, gray, dark, red },
  primaryColor: "brand",
  primaryShade: 7,
  fontFamily:
    // Few: each size and weight looks for each of them, and on Linux asks another process for it.
    '"Segoe UI Variable Text", "Segoe UI", system-ui, sans-serif',
  fontFamilyMonospace:
    'ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Ubuntu Mono", "Noto Sans Mono", "Liberation Mono", monospace',
  defaultRadius: "md",
  radius: { xs: "3px", sm: "4px", md: "6px", lg: "10px", xl: "16px" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.375rem", lineHeight: "1.3" },
      h2: { fontSize: "1rem", lineHeight: "1.4" },
      h3: { fontSize: "0.875rem", lineHeight: "1.4" },
    },
  },
  respectReducedMotion: true,
  cursorType: "pointer",
  // By name: the first screen needs few of them.
  components: {
    // Chromium makes whatever scrolls a stop for Tab; an open list would get the focus and close.
    ComboboxOptions: { defaultProps: { tabIndex: -1 } },
    Button: { defaultProps: { size: "sm" } },
    Modal: { defaultProps: { centered: true, radius: "lg" } },
    Combobox: { defaultProps: IN_PLACE },
    Menu: { defaultProps: { ...IN_PLACE, ...OVER } },
    Popover: { defaultProps: { shadow: "md", radius: "md", ...IN_PLACE, ...OVER } },
    // The list itself scrolls: that is what screen readers know as part of a combobox.
    // The field gets the focus back after a choice: it must not open once more over its neighbours.
    Select: {
      defaultProps: { allowDeselect: false, withScrollArea: false, openOnFocus: false },
    },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300, multiline: true, ...IN_PLACE } },
  },
});

/**
 * Whether it is light or dark stands in the program's settings. The library's own keeper would ask
 * the browser's storage, which holds the page up until it has been read from the disk.
 */
export const keptElsewhere: MantineColorSchemeManager = {
  get: (usual) => usual,
  set: () => undefined,
  clear: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
};

/** State tones: text on the page, text on its soft ground, the ground, its line, a solid mark. */
export const tokens: CSSVariablesResolver = () => ({
  variables: {
    "--side-width": "14.5rem",
    "--grid-row": "2rem",
    "--grid-row-tall": "3.25rem",
  },
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-text": "#1d222a",
    "--mantine-color-dimmed": "#596170",
    "--mantine-color-placeholder": "#6a7280",
    "--mantine-color-anchor": "#2b5092",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-default-border": "#d5d9e0",
    "--mantine-color-default-color": "#1d222a",
    "--page": "#ffffff",
    "--side": "#f5f6f8",
    "--sunken": "#f7f8fa",
    "--raised": "#ffffff",
    "--hover": "#eff1f4",
    "--veil": "#fffffff0",
    "--line": "#e4e7ec",
    "--line-strong": "#b8bec9",
    "--accent": "#3560ab",
    "--accent-text": "#2b5092",
    "--accent-soft": "#eef3fc",
    "--neutral-text": "#4b5260",
    "--neutral-soft": "#eff1f4",
    "--neutral-solid": "#8b93a1",
    "--blue-text": "#24549e",
    "--blue-soft": "#e8f0fc",
    "--blue-solid": "#3f76c9",
    "--green-text": "#1d6b3c",
    "--green-soft": "#e5f5eb",
    "--green-solid": "#2f9e5b",
    "--red-text": "#a8241c",
    "--red-soft": "#fdecea",
    "--red-solid": "#d6453b",
    "--amber-text": "#855300",
    "--amber-soft": "#fdf2dc",
    "--amber-solid": "#d98e0b",
  },
  dark: {
    "--mantine-color-body": "#171a1f",
    "--mantine-color-text": "#e4e7ec",
    "--mantine-color-dimmed": "#a0a8b5",
    "--mantine-color-placeholder": "#939ba9",
    "--mantine-color-anchor": "#9dbcf2",
    "--mantine-color-error": "#ff9c94",
    "--mantine-color-default-border": "#383e49",
    "--mantine-color-default-color": "#e4e7ec",
    "--page": "#171a1f",
    "--side": "#121418",
    "--sunken": "#1b1e24",
    "--raised": "#21252c",
    "--hover": "#252a32",
    "--veil": "#171a1ff0",
    "--line": "#2b3039",
    "--line-strong": "#4a515e",
    "--accent": "#6c93d8",
    "--accent-text": "#9dbcf2",
    "--accent-soft": "#1f2a3f",
    "--neutral-text": "#b3bac6",
    "--neutral-soft": "#272c34",
    "--neutral-solid": "#737b89",
    "--blue-text": "#9cc1fa",
    "--blue-soft": "#1c2b45",
    "--blue-solid": "#5790e6",
    "--green-text": "#86d8a6",
    "--green-soft": "#16301f",
    "--green-solid": "#3fae6c",
    "--red-text": "#ff9c94",
    "--red-soft": "#3b1d1c",
    "--red-solid": "#e5615a",
    "--amber-text": "#f2c36b",
    "--amber-soft": "#35290f",
    "--amber-solid": "#d99a2b",
  },
});
