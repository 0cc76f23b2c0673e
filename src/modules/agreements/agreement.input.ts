import { asId, type AgreementId, type ConversationId, type HouseholdId, type PersonId } from '#platform/ids.ts';
import { asDay, type Day } from '#platform/time.ts';
import {
	closers,
	kinds,
	noteResults,
	outcomes,
	reminds,
	type Agreement,
	type Kind,
	type Owner,
	type Remind,
	type Wording
} from './agreement.ts';
import { readCadence, typedCadence } from './cadence.input.ts';

export type NewAgreement = Pick<Agreement, 'pupil' | 'kind' | 'owner' | 'audience' | 'wording' | 'evaluateOn'> & {
	/** A guardian writes it together with the young child that owns it. */
	besideChild?: boolean;
	madeIn?: ConversationId | null;
	goal?: string | null;
};

/** What is off about one field. */
export type InputReason =
	| 'missing-what'
	| 'missing-why'
	| 'missing-when'
	| 'missing-owner'
	| 'missing-date'
	| 'missing-choice'
	| 'missing-closer'
	| 'missing-wants'
	| 'missing-days'
	| 'missing-times'
	| 'no-time'
	| 'no-minutes'
	| 'no-date'
	| 'too-long';
export type Errors = Record<string, InputReason>;
type Parsed<T> = { ok: true; value: T } | { ok: false; errors: Errors };

export const longest = 500;

/** The proposer's form. `pupil` comes from the page, not from the form. */
export function parseProposal(form: FormData, pupil: PersonId): Parsed<Omit<NewAgreement, 'madeIn' | 'goal'>> {
	const errors: Errors = {};
	const reworded = readWording(form, errors);
	const owner = parseOwner(form.get('owner'));
	if (!owner) errors.owner = 'missing-owner';
	if (Object.keys(errors).length || !owner || !reworded.evaluateOn) return { ok: false, errors };
	const { wording, evaluateOn } = reworded;
	return {
		ok: true,
		value: {
			pupil,
			owner,
			wording,
			evaluateOn,
			kind: oneOf<Kind>(kinds, form.get('kind')) ?? 'do',
			audience: form.get('audience') === 'adults' ? 'adults' : 'circle',
			besideChild: form.get('besideChild') === 'yes'
		}
	};
}

/** Another wording of an agreement that is there. */
export function parseReworded(form: FormData): Parsed<{ wording: Wording; evaluateOn: Day }> {
	const errors: Errors = {};
	const { wording, evaluateOn } = readWording(form, errors);
	return Object.keys(errors).length || !evaluateOn
		? { ok: false, errors }
		: { ok: true, value: { wording, evaluateOn } };
}

export function parseNote(form: FormData) {
	return { result: oneOf(noteResults, form.get('result')) ?? 'done', words: text(form, 'words') };
}

export function parseNoteFor(form: FormData) {
	const teller = asId<PersonId>(form.get('teller'));
	return teller && { teller, ...parseNote(form) };
}

export function parseDecline(form: FormData) {
	return { ...parseSeen(form), words: text(form, 'words') };
}

export function parseRepair(form: FormData) {
	return { words: text(form, 'words') };
}

export function parseInCalendar(form: FormData) {
	return { inWords: form.get('inWords') === 'yes' };
}

export function parseLookBack(form: FormData) {
	const [closer, wants] = [oneOf(closers, form.get('closer')), oneOf(outcomes, form.get('wants'))];
	const errors: Errors = { ...(!closer && { closer: 'missing-closer' }), ...(!wants && { wants: 'missing-wants' }) };
	if (!closer || !wants) return { ok: false as const, errors };
	return { ok: true as const, value: { did: text(form, 'did'), missed: text(form, 'missed'), closer, wants } };
}

/** On one goal: closer or not said once, and for each agreement of it what was done and how to go on. */
export function parseGoalLookBack(form: FormData) {
	const ids = form.getAll('agreement').flatMap((id) => asId<AgreementId>(id) ?? []);
	const closerField = `closer-${ids[0]}`;
	const closer = oneOf(closers, form.get(closerField));
	const errors: Errors = closer ? {} : { [closerField]: 'missing-closer' };
	const parts = ids.flatMap((id) => {
		const wants = oneOf(outcomes, form.get(`wants-${id}`));
		if (!wants) errors[`wants-${id}`] = 'missing-wants';
		return closer && wants
			? [{ id, closer, wants, did: text(form, `did-${id}`), missed: text(form, `missed-${id}`) }]
			: [];
	});
	return Object.keys(errors).length ? { ok: false as const, errors } : { ok: true as const, value: parts };
}

/** Continue or stop. */
export function parseEvaluation(form: FormData) {
	const result = oneOf(outcomes, form.get('result'));
	if (!result) return { ok: false as const, errors: { result: 'missing-choice' } satisfies Errors };
	return {
		ok: true as const,
		value: {
			...parseSeen(form),
			...{ result, words: text(form, 'words'), evaluateOn: asDay(form.get('evaluateOn')) ?? null },
			...tidy({ ifWorks: text(form, 'ifWorks'), ifNot: text(form, 'ifNot') })
		}
	};
}

/** What replaces an agreement. */
export function parseReplacement(form: FormData) {
	const parsed = parseReworded(form);
	return parsed.ok ? { ok: true as const, value: { ...parseDecline(form), ...parsed.value } } : parsed;
}

export function parseSeen(form: FormData) {
	return { seen: Number(form.get('seen')) };
}

/** A wording as a form holds it: every field there, as text. */
export function asTyped(wording: Partial<Wording>, evaluateOn: string): Record<string, string> {
	const { what = '', why = '', rhythm = '', cadence, by, how = '', helpers = '', remind = 'weekly' } = wording;
	return { what, why, rhythm, ...typedCadence(cadence ?? null), by: by ?? '', how, helpers, remind, evaluateOn };
}

/** The sentence on the card brings its own full stops and its own "so that". */
export function tidy<Words extends Record<string, string>>(words: Words): Words {
	const tidied = Object.entries(words).map(([name, said]) => {
		const bare = said.trim().replace(/[.\s]+$/, '');
		return [name, name === 'why' ? bare.replace(/^(zodat|so that)\s+/i, '') : bare];
	});
	return Object.fromEntries(tidied) as Words;
}

/** `home:<id>` or `person:<id>`, as the form offers them. */
export function parseOwner(value: FormDataEntryValue | null): Owner | undefined {
	const [kind, id] = String(value ?? '').split(':');
	const household = kind === 'home' && asId<HouseholdId>(id);
	const person = kind === 'person' && asId<PersonId>(id);
	return household ? { household } : person ? { person } : undefined;
}

function text(form: FormData, name: string) {
	return String(form.get(name) ?? '')
		.trim()
		.slice(0, 4 * longest);
}

function readWording(form: FormData, errors: Errors): { wording: Wording; evaluateOn: Day | undefined } {
	const { what, why, rhythm, how, helpers } = tidy({
		what: text(form, 'what'),
		why: text(form, 'why'),
		rhythm: text(form, 'rhythm'),
		how: text(form, 'how'),
		helpers: text(form, 'helpers')
	});
	const [by, evaluateOn] = [asDay(form.get('by')), asDay(form.get('evaluateOn'))];
	const cadence = readCadence((name) => form.get(name), errors);
	if (!what) errors.what = 'missing-what';
	if (!why) errors.why = 'missing-why';
	if (!rhythm && !text(form, 'by') && !form.get('often')) errors.rhythm = 'missing-when';
	if (text(form, 'by') && !by) errors.by = 'no-date';
	if (!evaluateOn) errors.evaluateOn = text(form, 'evaluateOn') ? 'no-date' : 'missing-date';
	for (const [name, words] of Object.entries({ what, why, rhythm, how, helpers }))
		if (words.length > longest) errors[name] = 'too-long';
	const remind = oneOf<Remind>(reminds, form.get('remind')) ?? 'each';
	return { wording: { what, why, rhythm, cadence, by: by ?? null, how, helpers, remind }, evaluateOn };
}

function oneOf<T extends string>(options: readonly T[], value: FormDataEntryValue | null): T | undefined {
	return options.find((option) => option === value);
}
