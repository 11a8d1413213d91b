import type mongoose from 'mongoose';

type Row = { _id: mongoose.Types.ObjectId };
type Collection = { insertMany(rows: Row[], options: { ordered: false }): Promise<unknown> };

/** Rows of an earlier run with the same seed are there already; everything else must go in. */
export async function insertRows(collection: Collection, rows: Row[]): Promise<void> {
  try {
    await collection.insertMany(rows, { ordered: false });
  } catch (error) {
    if ((error as { code?: number }).code !== 11_000) throw error;
  }
}
