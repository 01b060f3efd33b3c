import type { Database } from "../../common/sqlite/database.ts";

/** What a customer has in one campaign. */
export interface StoredBalance {
  readonly campaignId: string;
  /** A product's or service's name in a campaign of type buyx, else "". */
  readonly item: string;
  /** Points, visits or money in hundredths; in buyx campaigns bought pieces in hundredths. */
  readonly hundredths: number;
}

export interface BalanceStore {
  /** Makes a customer take part in a campaign; an amount that is there stays. */
  join(customerId: number, campaignId: string): void;
  add(customerId: number, balance: StoredBalance): void;
  of(customerId: number): readonly StoredBalance[];
  replace(customerId: number, balances: readonly StoredBalance[]): void;
}

export function createBalanceStore(db: Database): BalanceStore {
  const join = db.prepare<[number, string]>(
    "INSERT OR IGNORE INTO balances (customer_id, campaign_id, hundredths) VALUES (?, ?, 0)",
  );
  const add = db.prepare<[number, string, string, number]>(`
    INSERT INTO balances (customer_id, campaign_id, item, hundredths) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET hundredths = hundredths + excluded.hundredths`);
  const of = db.prepare<[number], StoredBalance>(`
    SELECT campaign_id AS campaignId, item, hundredths FROM balances
    WHERE customer_id = ? ORDER BY campaign_id, item`);
  const clear = db.prepare<[number]>("DELETE FROM balances WHERE customer_id = ?");

  const addOne = (customerId: number, balance: StoredBalance) => {
    add.run(customerId, balance.campaignId, balance.item, balance.hundredths);
  };
  return {
    join: (customerId, campaignId) => {
      join.run(customerId, campaignId);
    },
    add: addOne,
    of: (customerId) => of.all(customerId),
    replace: (customerId, balances) => {
      clear.run(customerId);
      for (const balance of balances) addOne(customerId, balance);
    },
  };
}
