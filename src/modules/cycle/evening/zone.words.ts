import * as m from '#words/compiled/messages.js';
import type { RoomsFault } from './zone.input.ts';

export const faultWords: Record<RoomsFault, () => string> = {
	near: m.evening_fault_near,
	far: m.evening_fault_far,
	'far-too-short': m.evening_fault_far_short
};

/** The field that mends each fault. */
export const faultFields: Record<RoomsFault, 'near' | 'far'> = { near: 'near', far: 'far', 'far-too-short': 'far' };
