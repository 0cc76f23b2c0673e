import * as m from '#words/compiled/messages.js';
import type { Part } from './companion.ts';

export const partWords: Record<Part, () => string> = {
	friend: m.kinds_part_friend,
	interpreter: m.kinds_part_interpreter,
	peer: m.kinds_part_peer,
	other: m.kinds_part_other
};
