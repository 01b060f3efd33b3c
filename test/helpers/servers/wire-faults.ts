import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import type { PostOutcome } from "../../../main/common/host/transport.ts";
import type { BatchState } from "../../../preload/types.ts";
import { type Behaviour, reply, reset } from "./gateway.ts";

/** What a line, a server or something between does to one request. */
export interface WireFault {
  readonly name: string;
  /** @param pass lets the platform apply the request and gives its reply's body */
  readonly behaviour: (pass: (body: string) => Promise<string>) => Behaviour;
  /** What one attempt comes to. */
  readonly outcome: PostOutcome["kind"];
  /** What becomes of a batch that must not go twice, where all that waits is let go on. */
  readonly state: BatchState;
  /** It ends only with the program's own time limit for a reply. */
  readonly untilTimeout?: true;
  /** It may be seen before anything is written: then nothing was sent. */
  readonly early?: true;
  /** Only a body that no buffer on the way takes whole shows it. */
  readonly long?: true;
}

type Act = (socket: Socket, pass: () => Promise<string>) => unknown;

function atRequest(act: Act): WireFault["behaviour"] {
  return (pass) => ({ onRequest: (socket, body) => act(socket, () => pass(body)) });
}

const says = (head: string, body = "") => atRequest((socket) => socket.write(reply(head, body)));

/** Applied, and answered like this. */
const answers = (act: (socket: Socket, answer: string) => unknown) =>
  atRequest(async (socket, pass) => act(socket, await pass()));

const unclear = { outcome: "maybe-sent", state: "uncertain" } as const;
const read = { outcome: "reply", state: "accepted" } as const;
const refused = { outcome: "reply", state: "rejected" } as const;

const REDIRECTS = [301, 302, 307, 308].map(
  (status): WireFault => ({
    name: `redirect (${status}) to itself`,
    behaviour: says(`${status} Moved\r\nLocation: /`),
    ...refused,
  }),
);

export const WIRE_FAULTS: readonly WireFault[] = [
  {
    name: "none",
    behaviour: answers((socket, body) => socket.write(reply("200 OK", body))),
    ...read,
  },
  {
    name: "reset before the body is read",
    behaviour: () => ({ onBody: reset }),
    ...unclear,
  },
  {
    name: "reset after the body",
    behaviour: atRequest(reset),
    ...unclear,
  },
  {
    name: "reset, and applied",
    behaviour: answers(reset),
    ...unclear,
  },
  { name: "closed after the body", behaviour: atRequest((socket) => socket.end()), ...unclear },
  { name: "closed, and applied", behaviour: answers((socket) => socket.end()), ...unclear },
  {
    name: "request timeout (408), and applied",
    behaviour: answers((socket) => socket.end(reply("408 Request Timeout"))),
    outcome: "reply",
    state: "uncertain",
  },
  {
    name: "misdirected (421), and applied",
    behaviour: answers((socket) => socket.write(reply("421 Misdirected Request"))),
    ...refused,
  },
  { name: "too early (425)", behaviour: says("425 Too Early"), ...read },
  {
    name: "login (401)",
    behaviour: says('401 Unauthorized\r\nWWW-Authenticate: Basic realm="x"'),
    ...read,
  },
  {
    name: "proxy login (407)",
    behaviour: says('407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"'),
    ...read,
  },
  { name: "busy (429, Retry-After: 1)", behaviour: says("429 Busy\r\nRetry-After: 1"), ...read },
  { name: "busy (503, Retry-After: 1)", behaviour: says("503 Busy\r\nRetry-After: 1"), ...read },
  ...REDIRECTS,
  {
    name: "half a head, and applied",
    behaviour: answers((socket) => socket.end("HTTP/1.1 200 O")),
    ...unclear,
  },
  {
    name: "half a reply, and applied",
    behaviour: answers((socket, body) => socket.end(reply("200 OK", body).subarray(0, -9))),
    ...unclear,
  },
  {
    name: "slow reply",
    behaviour: answers((socket, body) =>
      setTimeout(() => socket.write(reply("200 OK", body)), 150),
    ),
    ...read,
  },
  {
    name: "reply in gzip",
    behaviour: answers((socket, body) =>
      socket.write(reply("200 OK\r\nContent-Encoding: gzip", gzipSync(body))),
    ),
    ...read,
  },
  {
    name: "100 Continue before the reply",
    behaviour: answers((socket, body) => {
      socket.write("HTTP/1.1 100 Continue\r\n\r\n");
      socket.write(reply("200 OK", body));
    }),
    ...read,
  },
  {
    name: "103 Early Hints before the reply",
    behaviour: answers((socket, body) => {
      socket.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
      socket.write(reply("200 OK", body));
    }),
    ...read,
  },
  {
    name: "connection closed as soon as it stands",
    behaviour: () => ({ onConnect: (socket) => socket.end() }),
    ...unclear,
    early: true,
  },
  {
    name: "silence, and applied",
    behaviour: answers(() => undefined),
    ...unclear,
    untilTimeout: true,
  },
  {
    name: "packets dropped in the middle of the body",
    behaviour: () => ({ onBody: (socket) => socket.pause() }),
    ...unclear,
    untilTimeout: true,
    long: true,
  },
];
