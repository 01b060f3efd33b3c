import { vi } from "vitest";
import { speak } from "../../main/common/text.ts";

/**
 * Runs before each file of tests that share a process: what the file before it may have left behind
 * is as at the start again.
 */
vi.useRealTimers();
vi.unstubAllEnvs();
vi.unstubAllGlobals();
await speak("en");
