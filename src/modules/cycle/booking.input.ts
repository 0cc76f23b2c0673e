import { asId, type PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { places, type BlockId, type Place } from './offer.ts';

/** A time as a button sends it: which block, from when, and how to talk. */
export type TimeChoice = { block: BlockId; startsAt: Date; place: Place };

export function writeTime({ block, startsAt, place }: TimeChoice): string {
	return [block, startsAt.toISOString(), place].join('_');
}

export function parseTime(text: unknown): TimeChoice | undefined {
	const [id, moment = '', how] = String(text ?? '').split('_');
	const block = asId<BlockId>(id);
	const place = places.find((each) => each === how);
	const startsAt = new Date(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00\.000Z$/.test(moment) ? moment : NaN);
	return block && place && !Number.isNaN(startsAt.getTime()) ? { block, startsAt, place } : undefined;
}

/** How often the booking had been moved on the page that was sent. */
export function parseSeen(form: FormData): number | undefined {
	const seen = String(form.get('seen') ?? '');
	return /^\d{1,9}$/.test(seen) ? Number(seen) : undefined;
}

export type Choice = TimeChoice & { pupil: PersonId };

/** Choices that are made in one press: of each child its time. */
export function writeChoices(choices: readonly Choice[]): string {
	return choices.map((choice) => `${choice.pupil}_${writeTime(choice)}`).join(' ');
}

const mostTogether = 8;

export function parseChoices(form: FormData): Outcome<Choice[], 'time-missing'> {
	const parts = String(form.get('times') ?? '').split(' ');
	const choices = parts.slice(0, mostTogether + 1).flatMap((part) => {
		const [pupil, ...time] = part.split('_');
		const [id, choice] = [asId<PersonId>(pupil), parseTime(time.join('_'))];
		return id && choice ? { ...choice, pupil: id } : [];
	});
	const isWhole = choices.length === parts.length && choices.length <= mostTogether;
	return isWhole && new Set(choices.map(({ pupil }) => pupil)).size === choices.length
		? ok(choices)
		: no('time-missing');
}

/** The choice of a time for a child. A button that was not made by us is a child or a time that is not there. */
export function parseChoice(form: FormData): Outcome<Choice, 'missing' | 'time-missing'> {
	const pupil = asId<PersonId>(form.get('pupil'));
	if (!pupil) return no('missing');
	const time = parseTime(form.get('time'));
	return time ? ok({ ...time, pupil }) : no('time-missing');
}
