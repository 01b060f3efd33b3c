import type { App } from "../../main/hosts/app-port.ts";

export interface FakeApp extends App {
  /** Calls that came through, in their order. */
  readonly calls: readonly { readonly name: string; readonly input: unknown }[];
  readonly files: readonly string[];
}

/** The services' port with nothing behind it: answers each call with what it was asked. */
export function fakeApp(): FakeApp {
  const calls: { name: string; input: unknown }[] = [];
  const files: string[] = [];
  return {
    calls,
    files,
    async answer(name, input) {
      calls.push({ name, input });
      return { ok: true, value: { name, input } };
    },
    registerFile: (path) => `file-${files.push(path)}`,
    close: async () => undefined,
  };
}
