import { EventEmitter } from "node:events";
import { type MenuItem, state } from "./state.ts";

export const dialog = {
  showSaveDialog: async () => ({ canceled: state.saveTo === null, filePath: state.saveTo ?? "" }),
  showErrorBox: (_title: string, message: string) => {
    state.boxes.push({ message, detail: "" });
  },
  showMessageBox: async (_window: object, options: (typeof state.boxes)[number]) => {
    state.boxes.push(options);
    return { response: state.boxAnswer };
  },
  showMessageBoxSync(_window: object, options: (typeof state.boxes)[number]): number {
    state.boxes.push(options);
    return state.boxAnswer;
  },
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
};

export const notifications: Notification[] = [];

export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return true;
  }
  readonly options: object;
  constructor(options: object) {
    super();
    this.options = options;
  }
  show(): void {
    notifications.push(this);
  }
}

export const Menu = {
  buildFromTemplate: (items: readonly MenuItem[]) =>
    Object.assign([...items], { popup: () => void state.popups.push(items) }),
  setApplicationMenu: (items: readonly MenuItem[] | null) => {
    state.menu = items ?? [];
  },
};
