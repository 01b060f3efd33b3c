import { spawn } from "node:child_process";

/**
 * Opens an address or a folder with what the desktop has for it. Answers whether there was such a
 * program; whether a window came up cannot be known.
 */
export function openOnDesktop(target: string): Promise<boolean> {
  const [program, args] = opener(target);
  return new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: "ignore", windowsHide: true });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}

function opener(target: string): readonly [string, readonly string[]] {
  switch (process.platform) {
    case "darwin":
      return ["open", [target]];
    case "win32":
      // No shell: an address may hold characters that cmd.exe reads as commands.
      return ["rundll32.exe", ["url.dll,FileProtocolHandler", target]];
    default:
      return ["xdg-open", [target]];
  }
}
