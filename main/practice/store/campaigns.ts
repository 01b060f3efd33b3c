import type { Database } from "../../common/sqlite/database.ts";
import type { PracticeCampaign, PracticeCustomField } from "../account.ts";

export interface CampaignStore {
  find(id: string): PracticeCampaign | undefined;
  total(): number;
  page(offset: number, length: number): readonly PracticeCampaign[];
  customFields(): readonly PracticeCustomField[];
}

const COLUMNS = "id, name, type, currency, created_stamp AS createdStamp";

export function createCampaignStore(db: Database): CampaignStore {
  const find = db.prepare<[string], PracticeCampaign>(
    `SELECT ${COLUMNS} FROM campaigns WHERE id = ?`,
  );
  const total = db.prepare<[], { total: number }>("SELECT count(*) AS total FROM campaigns");
  const page = db.prepare<[number, number], PracticeCampaign>(
    `SELECT ${COLUMNS} FROM campaigns ORDER BY position LIMIT ? OFFSET ?`,
  );
  const fields = db.prepare<[], PracticeCustomField>(
    "SELECT name, label FROM custom_fields ORDER BY name",
  );
  return {
    find: (id) => find.get(id),
    total: () => total.get()?.total ?? 0,
    page: (offset, length) => page.all(length, offset),
    customFields: () => fields.all(),
  };
}
