import { describe, expect, test } from 'vitest';
import { doorPolicies } from '#tests/access/door-rows.ts';
import { doorNames, useCases } from '#tests/access/found.ts';
import { ofTheHouse, useCasePolicies } from '#tests/access/use-case-rows.ts';
import { calls } from '#tests/access/use-cases.ts';

describe('everything that can be opened or done has its line in the matrix of who gets in', () => {
	const [doors, file] = ['tests/access/door-rows.ts', 'tests/access/use-case-rows.ts'];

	test('every route and every action', () => {
		const without = doorNames.filter((name) => !doorPolicies[name]);
		expect(without, `Add who gets in to doorPolicies in ${doors}`).toEqual([]);
		const gone = Object.keys(doorPolicies).filter((name) => !doorNames.includes(name));
		expect(gone, `Take what is gone from doorPolicies in ${doors}`).toEqual([]);
	});

	test('every use case', () => {
		const names = useCases.map(({ name }) => name).filter((name) => !ofTheHouse[name]);
		const without = names.filter((name) => !useCasePolicies[name]);
		expect(without, `Add who gets what to useCasePolicies in ${file}, or to ofTheHouse with a reason`).toEqual([]);
		const uncalled = names.filter((name) => !calls[name]);
		expect(uncalled, 'Add what it is called with to calls in tests/access/use-cases.ts').toEqual([]);
		const known = [...Object.keys(useCasePolicies), ...Object.keys(ofTheHouse), ...Object.keys(calls)];
		const gone = known.filter((name) => !useCases.some((useCase) => useCase.name === name));
		expect(gone, `Take what is gone from ${file} and tests/access/use-cases.ts`).toEqual([]);
	});
});
