import { state } from "./state.ts";

/**
 * As Chromium does it: on Linux, without a key ring that answers, with a key that stands in its
 * source ("v10"); elsewhere the system's key is the only one and marked so.
 */
const LINUX = process.platform === "linux";
const mark = () => (LINUX && state.storage.ring === "there" ? "v11" : "v10");
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => state.storage.available,
  getSelectedStorageBackend: () => state.storage.backend,
  setUsePlainTextEncryption: () => undefined,
  async encryptStringAsync(text: string): Promise<Buffer> {
    if (!LINUX && state.storage.ring !== "there")
      throw new Error("Error while encrypting the text");
    return Buffer.from(text === "" ? "" : `${mark()}${text}`);
  },
  async decryptStringAsync(bytes: Buffer): Promise<object> {
    const text = bytes.toString();
    const kept = text.slice(0, 3);
    const known = kept === "v11" ? state.storage.ring === "there" : kept === "v10";
    if (known) return { result: text.slice(3), shouldReEncrypt: kept !== mark() };
    throw new Error(
      kept === "v11" && state.storage.ring === "locked"
        ? "safeStorage.decryptStringAsync is temporarily unavailable. Please try again."
        : "Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.",
    );
  },
};
