import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { ReasonToTakePart } from './participant.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

export const becauseWords: Record<ReasonToTakePart, Words> = {
	everybody: m.cycle_because_everybody,
	arrangement: m.cycle_because_arrangement,
	asked: m.cycle_because_asked,
	school: m.cycle_because_school
};
