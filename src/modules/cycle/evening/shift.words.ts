import * as m from '#words/compiled/messages.js';
import type { ShiftReason } from './shifts.server.ts';

export const reasonWords: Record<ShiftReason, () => string> = {
	missing: m.evening_reason_missing,
	refused: m.evening_reason_refused,
	taken: m.evening_reason_taken,
	'not-possible-now': m.evening_reason_not_possible
};
