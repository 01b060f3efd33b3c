/**
 * Node's HTTP. Not by `import`, which reads all its exports at once: some of them load a second
 * HTTP client as a whole, and a start would wait for that.
 */
export const http = process.getBuiltinModule("node:http");
export const https = process.getBuiltinModule("node:https");
