import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { vi } from 'vitest';

type Functions = Record<string, unknown>;
type Circle = { members: { role: string; person: string }[] };

/** Every file of policies of every room. */
export const policyFiles = readdirSync('src/modules', { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('.access.ts'))
	.map((path) => resolve('src/modules', path));

/** What says yes where a policy answers with more than yes or no; the rest of what it exports only says whose it is. */
const generous: Functions = {
	answerersOf: (_what: unknown, circle: Circle) => circle.members,
	leadersOf: (circle: Circle) => circle.members,
	tellersOf: (_what: unknown, circle: Circle) => circle.members,
	seatsOf: () => [
		'owner',
		'other',
		'proposer',
		'partner',
		'school',
		'last',
		'decider',
		'heard',
		'side',
		'asked',
		'offering',
		'child'
	],
	ownerIsReached: () => 'yes',
	looksShownTo: () => 'all',
	readableBy: (record: unknown) => record,
	invitesIn: (_ctx: unknown, groups: unknown) => groups,
	movesOf: () => new Proxy({}, { get: () => true }),
	movesIn: () => new Proxy({}, { get: () => true })
};
const tellsWhose = ['benchOf', 'ownerVoice', 'householdOf', 'waitingOf', 'heardFrom', 'homesOf', 'callersOf'];
const saysYesOrNo = /^(may|can|is|must|confirms|takesPart)/;

/** From the next import on every policy says yes, and whoever asks is somebody of the circle. */
export async function switchPoliciesOff() {
	vi.resetModules();
	for (const file of policyFiles) vi.doMock(file, async (actual) => allYes(await actual<Functions>()));
	vi.doMock(resolve('src/modules/people/circle.ts'), async (actual) => {
		const circle = await actual<Functions & { readerOf: (circle: Circle, person: string) => unknown }>();
		const anybody = ({ members }: Circle) => members.find(({ role }) => role === 'staff') ?? members[0];
		const readerOf = (of: Circle, person: string) => circle.readerOf(of, person) ?? anybody(of);
		return { ...circle, readerOf };
	});
}

function allYes(policies: Functions) {
	return Object.fromEntries(Object.entries(policies).map(([name, policy]) => [name, yesOf(name, policy)]));
}

function yesOf(name: string, policy: unknown) {
	if (name in generous) return generous[name];
	if (tellsWhose.includes(name)) return policy;
	if (saysYesOrNo.test(name)) return () => true;
	throw new Error(`How does ${name} say yes? Say so in tests/races/policies-off.ts.`);
}
