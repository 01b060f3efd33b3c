import { expect, it } from "vitest";
import type { WorkerProcess } from "../../../main/common/host/host.ts";
import {
  createRelay,
  type FromRelay,
  forkByRelay,
  type ToRelay,
} from "../../../main/common/host/relay.ts";

/** A process that says back what it hears, and what it was told to do. */
function echo() {
  const said: unknown[] = [];
  let hear: (message: unknown) => void = () => undefined;
  let exit: (code: number | null) => void = () => undefined;
  const worker: WorkerProcess = {
    post: (message) => hear({ heard: message }),
    onMessage(listener) {
      hear = listener;
    },
    onExit(listener) {
      exit = listener;
    },
    kill() {
      said.push("killed");
      exit(null);
    },
  };
  return { worker, said };
}

/** Both ends of a relay, joined without a process between them. */
function joined(worker: WorkerProcess) {
  const listeners: ((message: unknown) => void)[] = [];
  const relay = createRelay(
    () => worker,
    (message: FromRelay) => {
      for (const listener of listeners) listener(message);
    },
  );
  const fork = forkByRelay(
    (message: ToRelay) => relay.take(message),
    (listener) => void listeners.push(listener),
  );
  return { relay, fork };
}

it("a process asked for over a relay hears, answers and tells its end once", async () => {
  const { worker, said } = echo();
  const { fork } = joined(worker);
  const far = fork("sheetjs-process", { maxMemoryMb: 64 });
  const heard: unknown[] = [];
  const codes: unknown[] = [];
  far.onMessage((message) => heard.push(message));
  far.onExit((code) => codes.push(code));
  far.post({ row: 1 });
  far.kill();
  far.kill();
  expect(heard).toEqual([{ heard: { row: 1 } }]);
  expect(said).toEqual(["killed"]);
  expect(codes).toEqual([null]);
  expect(await new Promise((late) => far.onExit(late))).toBeNull();
});

it("what a process has started ends with it, and nothing is told to it any more", () => {
  const { worker, said } = echo();
  const { relay, fork } = joined(worker);
  const far = fork("sheetjs-process", { maxMemoryMb: 64 });
  far.onExit(() => said.push("told"));
  relay.end();
  expect(said).toEqual(["killed"]);
});

it("messages that are not of the relay are left alone", () => {
  const { relay } = joined(echo().worker);
  relay.take({ kind: "progress", rows: 3 });
  relay.take(null);
  relay.take({ relay: "kill", id: 99 });
});
