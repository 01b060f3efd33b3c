import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

export default defineConfig({
  main: {
    build: {
      outDir: "out/main",
      externalizeDeps: true,
      rollupOptions: {
        input: {
          index: "main/index.ts",
          cli: "main/cli.ts",
          browser: "main/browser.ts",
          staging: "main/staging.ts",
        },
      },
    },
  },
  preload: {
    build: {
      outDir: "out/preload",
      externalizeDeps: false,
      rollupOptions: { input: "preload/index.ts", output: { format: "cjs" } },
    },
  },
  renderer: {
    root: "renderer",
    build: { outDir: "out/renderer", rollupOptions: { input: "renderer/index.html" } },
    plugins: [react()],
  },
});
