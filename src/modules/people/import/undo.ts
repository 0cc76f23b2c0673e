/** Why an import can no longer be undone. `who`: names of whom it is about, a few of them. */
export type UndoReason = 'too-late' | 'not-last' | 'signed-in' | 'written' | 'changed';
export type UndoRefusal = { ok: false; reason: UndoReason; who: string[] };

/** So long the rows as they were are kept. */
export const undoMinutes = 24 * 60;
