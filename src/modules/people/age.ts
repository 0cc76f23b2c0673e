import { addDays, type Day } from '#platform/time.ts';

/** The day on which somebody born then is so old; born on 29 February: on 1 March in a year that has none. */
export function birthday(born: Day, age: number): Day {
	const year = Number(born.slice(0, 4)) + age;
	return addDays(`${year}${born.slice(4, 8)}01` as Day, Number(born.slice(8)) - 1);
}

/** Has somebody born then reached this age? Of whom no day of birth is known: no. */
export function isAged(age: number, born: Day | null, today: Day): boolean {
	return born !== null && birthday(born, age) <= today;
}
