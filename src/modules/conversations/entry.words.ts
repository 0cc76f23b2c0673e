import * as m from '#words/compiled/messages.js';
import type { Bearing } from './entry.ts';

export const bearingWords: Record<Bearing, () => string> = {
	helps: m.table_helps,
	hinders: m.table_hinders
};
