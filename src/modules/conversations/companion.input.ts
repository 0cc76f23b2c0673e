import { asId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { parts, type Companion, type CompanionId } from './companion.ts';

export type NewCompanion = Pick<Companion, 'name' | 'part'>;

export function parseCompanion(form: FormData): Outcome<NewCompanion, 'name-missing'> {
	const name = String(form.get('name') ?? '')
		.trim()
		.slice(0, 100);
	const part = parts.find((each) => each === form.get('part')) ?? 'other';
	return name ? ok({ name, part }) : no('name-missing');
}

export function companionIn(form: FormData): CompanionId | undefined {
	return asId<CompanionId>(form.get('companion'));
}
