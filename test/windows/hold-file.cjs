// Run by Windows' Node: hold-file.cjs FILE HELD DONE excel|alone
// Holds FILE open, makes the file HELD, and ends when the file DONE is there, or after a minute.
const { spawn } = require("node:child_process");
const { constants, existsSync, openSync, writeFileSync } = require("node:fs");

const [, script, file, held, done, how] = process.argv;
/** Of libuv: nobody else may open the file. */
const ALONE = 0x10000000;

function waitForEnd() {
  const began = Date.now();
  const timer = setInterval(() => {
    if (!existsSync(done) && Date.now() - began < 60_000) return;
    clearInterval(timer);
  }, 50);
}

if (how === "alone") {
  openSync(file, constants.O_RDWR | ALONE);
  writeFileSync(held, "");
  waitForEnd();
} else if (how === "excel") {
  // What the command processor appends to, it opens for writing and lets others read.
  const waiting = `"${process.execPath}" "${script}" "${file}" "${held}" "${done}" inside`;
  spawn(process.env.ComSpec, ["/d", "/s", "/c", `"${waiting} >> "${file}""`], {
    windowsVerbatimArguments: true,
    stdio: "inherit",
  });
} else {
  writeFileSync(held, "");
  waitForEnd();
}
