import * as m from '#words/compiled/messages.js';
import type { DelayReason } from './delays.server.ts';

export const reasonWords: Record<DelayReason, () => string> = {
	missing: m.evening_reason_missing,
	'no-talks-now': m.evening_reason_no_talks,
	'too-long': m.evening_reason_too_long
};
