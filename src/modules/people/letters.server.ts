import type { Ctx } from '#platform/ctx.ts';
import { spaced } from '#platform/invitation-code.server.ts';
import { drawLetters } from '#platform/letter.server.ts';
import * as m from '#words/compiled/messages.js';
import { letterText } from './invitation.words.ts';
import type { Letter } from './invitations.server.ts';

/**
 * One file with a letter for each. The code is in the fragment of the address in the square: a browser keeps that to
 * itself, so that it comes in no log on the way.
 */
export function drawInvitations(
	ctx: Ctx,
	school: { name: string; phone: string | null },
	letters: readonly Letter[],
	origin: string
): Promise<Uint8Array<ArrayBuffer>> {
	const address = `${origin.replace(/^https?:\/\//, '')}/uitnodiging`;
	const pages = letters.map((letter) => {
		const { square, ...text } = letterText(letter, { school, address });
		const code = spaced(letter.code);
		return {
			...text,
			...{ language: letter.language, from: school.name, to: letter.fullName, code },
			square: { data: `${origin}/uitnodiging#${code}`, label: square }
		};
	});
	return drawLetters(m.invitations_letter_title({ school: school.name }, { locale: ctx.language }), pages);
}
