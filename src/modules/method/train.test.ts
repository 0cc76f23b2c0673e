import { expect, test } from 'vitest';
import { ideasIn } from './train.ts';

test.each([
	['', []],
	['Samen lezen', ['Samen lezen']],
	['- Samen lezen\n- Bellen op vrijdag\n', ['Samen lezen', 'Bellen op vrijdag']],
	['1. Samen lezen\n\n2) Bellen', ['Samen lezen', 'Bellen']],
	['10 minuten lezen', ['10 minuten lezen']]
])('the ideas in %j', (activities, ideas) => expect(ideasIn(activities)).toEqual(ideas));
