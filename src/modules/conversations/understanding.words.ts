import * as m from '#words/compiled/messages.js';
import type { Way } from './understanding.ts';

export const wayWords: Record<Way, () => string> = {
	picture: m.record_way_picture,
	call: m.record_way_call,
	language: m.record_way_language,
	meeting: m.record_way_meeting
};
