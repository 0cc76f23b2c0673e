import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { TapReason } from './taps.server.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

export const tapReasonWords: Record<TapReason, Words> = {
	over: m.agreements_tap_over,
	'too-many': m.agreements_tap_too_many
};
