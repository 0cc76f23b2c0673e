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

export type Choice = TimeChoice & { pupil: PersonId };

/** The choice of a time for a child. A button that was not made by us is a child or a time that is not there. */
export function parseChoice(form: FormData): Outcome<Choice, 'missing' | 'time-missing'> {
	const pupil = asId<PersonId>(form.get('pupil'));
	if (!pupil) return no('missing');
	const time = parseTime(form.get('time'));
	return time ? ok({ ...time, pupil }) : no('time-missing');
}
