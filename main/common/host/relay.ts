import type { Entry } from "./entries.ts";
import type { WorkerProcess } from "./host.ts";

/**
 * A utility process of Electron cannot start another one; only the main process can. It asks for
 * one over its own channel and speaks with it through the main process. Ids are the asker's.
 */
export type ToRelay =
  | {
      readonly relay: "fork";
      readonly id: number;
      readonly entry: Entry;
      readonly maxMemoryMb: number;
    }
  | { readonly relay: "post"; readonly id: number; readonly message: unknown }
  | { readonly relay: "kill"; readonly id: number };

export type FromRelay =
  | { readonly relay: "message"; readonly id: number; readonly message: unknown }
  | { readonly relay: "exit"; readonly id: number; readonly code: number | null };

/** Both ends are one program in one version: the shape is trusted once it is of the relay. */
export function isOfRelay<T extends ToRelay | FromRelay>(message: unknown): message is T {
  return typeof message === "object" && message !== null && "relay" in message;
}

type Fork = (entry: Entry, options: { readonly maxMemoryMb: number }) => WorkerProcess;

/** The main process's side, for one process: starts what it asks for, and ends it with it. */
export interface Relay {
  /** Every message of that process; those that are not of the relay are left to others. */
  take(message: unknown): void;
  end(): void;
}

export function createRelay(fork: Fork, answer: (message: FromRelay) => void): Relay {
  const started = new Map<number, WorkerProcess>();
  let ended = false;

  function start(id: number, entry: Entry, maxMemoryMb: number): void {
    const worker = fork(entry, { maxMemoryMb });
    started.set(id, worker);
    worker.onMessage((message) => {
      if (!ended) answer({ relay: "message", id, message });
    });
    worker.onExit((code) => {
      started.delete(id);
      if (!ended) answer({ relay: "exit", id, code });
    });
  }

  return {
    take(message) {
      if (!isOfRelay<ToRelay>(message)) return;
      if (message.relay === "fork") start(message.id, message.entry, message.maxMemoryMb);
      else if (message.relay === "post") started.get(message.id)?.post(message.message);
      else started.get(message.id)?.kill();
    },
    end() {
      ended = true;
      for (const worker of started.values()) worker.kill();
    },
  };
}

/** The asking process's side: `Host.fork` over its channel to the main process. */
export function forkByRelay(
  post: (message: ToRelay) => void,
  onMessage: (listener: (message: unknown) => void) => void,
): Fork {
  let lastId = 0;
  const heard = new Map<number, (message: FromRelay) => void>();
  onMessage((message) => {
    if (isOfRelay<FromRelay>(message)) heard.get(message.id)?.(message);
  });

  return (entry, { maxMemoryMb }) => {
    lastId += 1;
    const id = lastId;
    const onMessages: ((message: unknown) => void)[] = [];
    const onExits: ((code: number | null) => void)[] = [];
    let ended: { readonly code: number | null } | null = null;
    heard.set(id, (message) => {
      if (message.relay === "message") {
        for (const listener of onMessages) listener(message.message);
        return;
      }
      heard.delete(id);
      ended = { code: message.code };
      for (const listener of onExits) listener(message.code);
    });
    post({ relay: "fork", id, entry, maxMemoryMb });
    return {
      post: (message) => post({ relay: "post", id, message }),
      onMessage: (listener) => void onMessages.push(listener),
      onExit(listener) {
        if (ended === null) onExits.push(listener);
        else queueMicrotask(() => listener(ended?.code ?? null));
      },
      kill: () => post({ relay: "kill", id }),
    };
  };
}
