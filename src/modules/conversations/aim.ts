import type { PersonId } from '#platform/ids.ts';
import type { Conversation } from './conversation.ts';
import { aims, planOf, type Aim } from './kinds.ts';

/** What somebody of the talk said about one aim; `chosen` false: it is none of this talk. */
export type AimChoice = { aim: Aim; person: PersonId; chosen: boolean };

/** The aims of this talk in their own order, with who added one that is not of its kind. */
export function aimsOf(
	{ kind, template }: Pick<Conversation, 'kind' | 'template'>,
	choices: readonly AimChoice[]
): { aim: Aim; addedBy: PersonId | null }[] {
	const ofKind = template?.aims ?? planOf(kind).aims;
	return aims.flatMap((aim) => {
		const said = choices.find((choice) => choice.aim === aim);
		if (!(said ? said.chosen : ofKind.includes(aim))) return [];
		return [{ aim, addedBy: said && !ofKind.includes(aim) ? said.person : null }];
	});
}

export function isAim(text: unknown): text is Aim {
	return aims.some((aim) => aim === text);
}
