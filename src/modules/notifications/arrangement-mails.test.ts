import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { accept, propose, withdraw } from '#modules/cycle/arrangements/arrangements.server.ts';
import { note } from '#modules/cycle/arrangements/contact-notes.server.ts';
import { now, setClock } from '#platform/clock.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { closeMail } from '#platform/mail.server.ts';
import { startRelay, stopRelay, sweep } from '#platform/relay.server.ts';
import type { Day } from '#platform/time.ts';
import { adam, anke, as, autumn, deLinde, huda } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { mailsTo, useDatabase } from '#tests/database.ts';
import { deliver } from './messages.server.ts';
import { hear, remind } from './notifications.server.ts';

useDatabase();

beforeAll(() => delete process.env.SMTP_URL);
beforeEach(() => {
	setClock(autumn);
	startRelay({ hear, afterwards: deliver });
});
afterEach(async () => {
	await stopRelay();
	closeMail();
});
afterAll(() => setClock(undefined));

const at = (who: Ctx['person']) => as(who, deLinde, now());
const offer = (initiative: 'school' | 'home') => ({
	own: false,
	terms: {
		...{ ways: [{ form: 'phone', rhythm: 'weeks-6' }] as const, initiative, people: [huda.id] },
		...{ until: '2027-07-01' as Day, wish: 'Niet voor de mail' }
	}
});
const countTo = async (recipient: string) => {
	await sweep();
	await deliver(deLinde);
	return (await mailsTo(recipient)).split('/contact').length - 1;
};
const [mother, teacher] = ['huda@example.org', 'anke@school.example.org'];

async function agreed(initiative: 'school' | 'home') {
	const { id } = value(await propose(at(anke), adam.id, offer(initiative)));
	value(await accept(at(huda), adam.id, id, { seen: 1 }));
	await countTo(mother);
	return id;
}

test('who is asked for a yes hears so once, and of what was taken back in time nothing', async () => {
	const { id } = value(await propose(at(anke), adam.id, offer('school')));
	expect(await countTo(mother)).toBe(1);
	expect(await mailsTo(mother)).not.toContain('Niet voor de mail');
	expect(await countTo(teacher)).toBe(0);
	value(await withdraw(at(anke), adam.id, id, { seen: 1 }));
	const again = value(await propose(at(anke), adam.id, offer('school')));
	value(await withdraw(at(anke), adam.id, id, { seen: again.version }));
	expect(await countTo(mother)).toBe(1);
});

test('who begins is reminded once, from a week before, however often the house thinks of it', async () => {
	await agreed('home');
	const before = await countTo(mother);
	for (const day of ['2026-10-26', '2026-10-27', '2026-10-28', '2026-11-05']) {
		setClock(new Date(`${day}T10:00:00Z`));
		value(await remind(deLinde));
		await countTo(mother);
	}
	expect(await countTo(mother)).toBe(before + 1);
	expect(await countTo(teacher)).toBe(0);
});

test('what has been reminds nobody any more, and nobody is reminded of what passed', async () => {
	const id = await agreed('home');
	const before = await countTo(mother);
	setClock(new Date('2026-10-27T10:00:00Z'));
	value(await note(at(anke), adam.id, { id, form: 'phone', fallsOn: '2026-11-03' as Day }));
	value(await remind(deLinde));
	setClock(new Date('2026-12-06T10:00:00Z'));
	value(await remind(deLinde));
	expect(await countTo(mother)).toBe(before);
});
