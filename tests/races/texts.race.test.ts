import { sql } from 'kysely';
import { expect, test } from 'vitest';
import * as agreements from '#modules/agreements/agreements.server.ts';
import { propose } from '#modules/agreements/handshakes.server.ts';
import * as entries from '#modules/conversations/entries.server.ts';
import * as plans from '#modules/conversations/plans.server.ts';
import * as preparations from '#modules/conversations/preparations.server.ts';
import * as recordPage from '#modules/conversations/record-page.server.ts';
import * as records from '#modules/conversations/records.server.ts';
import * as responses from '#modules/conversations/responses.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import * as summaries from '#modules/conversations/summaries.server.ts';
import * as talks from '#modules/conversations/table.server.ts';
import { checkAuthority } from '#modules/people/authorities.server.ts';
import * as requests from '#modules/people/information-requests.server.ts';
import { circlePage } from '#modules/people/guests.server.ts';
import { noTexts, texts } from '#modules/people/texts.ts';
import { local } from '#platform/db.server.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, noor, samira, samirasHome, youssef, yvonne } from '#seeds/cast.ts';
import { september, value } from '#seeds/start-round.ts';
import { useRealDatabase } from '#tests/database.ts';

useRealDatabase();

/** Columns of accounts, keys and what the house keeps for itself: in no school, about no child. */
const houseKeeping = /^platform\.(?!fact\.)/;

test('every text column of the database says for whom it is, or that it holds no words about a child', async () => {
	const { rows } = await sql<{ name: string }>`
		select c.relnamespace::regnamespace || '.' || c.relname || '.' || a.attname as name
		  from pg_attribute a join pg_class c on c.oid = a.attrelid
		 where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
		   and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pgboss', 'public')
		   and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype, 'varchar'::regtype)`.execute(local());
	const found = rows.map(({ name }) => name).filter((name) => !houseKeeping.test(name));
	const silent = Object.entries(noTexts).flatMap(([table, columns]) =>
		columns.split(' ').map((column) => `${table}.${column}`)
	);
	const known = [...Object.keys(texts), ...silent];
	// A new column? Give it its line in src/modules/people/texts.ts.
	expect(found.filter((name) => !known.includes(name)).sort()).toEqual([]);
	expect(known.filter((name) => !found.includes(name)).sort()).toEqual([]);
	expect(known.length).toBe(new Set(known).size);
});

const adultMatter = 'OUDERS-ONDERLING';

// Red when `mayRead` (audience.ts) lets a pupil read what is for adults.
test('what is between adults is in nothing that the child reads, whichever text it stands in', async () => {
	const wording = {
		what: adultMatter,
		why: adultMatter,
		rhythm: 'elke avond',
		by: null,
		how: adultMatter,
		helpers: ''
	};
	const agreement = {
		...{ pupil: noor.id, kind: 'do' as const, owner: { household: samirasHome }, audience: 'adults' as const, wording },
		evaluateOn: '2026-12-03' as Day
	};
	value(await propose(as(anke), agreement));
	const moment = { startsAt: september(23, '15:00'), minutes: 30, place: { kind: 'school' } as const };
	const people = [samira.id, youssef.id, noor.id];
	const talk = value(
		await plans.plan(as(anke), { kind: 'concern', pupil: noor.id, people, pupilInvited: true, ...moment })
	);
	const [question] = value(await preparations.get(as(samira), talk, 'own')).questions;
	const draft = { question: question!, text: adultMatter, version: 0 };
	expect(await preparations.save(as(samira), talk, 'own', draft)).toMatchObject({ ok: true });
	value(await sittings.start(as(anke), talk));
	const said = { section: 'point', audience: 'adults', text: adultMatter, minutes: null, forChild: false } as const;
	value(await entries.say(as(samira), talk, said));
	value(await sittings.hold(as(anke), talk));
	value(
		await records.write(as(anke), talk, { forAdults: adultMatter, forCircle: 'We helpen Noor samen.', version: 0 })
	);
	value(await records.record(as(anke), talk));
	value(await responses.view(as(youssef), talk, adultMatter, 'adults'));
	const check = { guardian: youssef.id, institution: null, proof: 'court', proofOn: '2026-09-21' as Day } as const;
	value(await checkAuthority(as(yvonne), noor.id, { ...check, authority: 'no' }));
	value(await requests.ask(as(youssef), { pupil: noor.id, question: adultMatter }));
	value(await checkAuthority(as(yvonne), noor.id, { ...check, authority: 'yes' }));

	const readBy = async (who: typeof samira) =>
		JSON.stringify([
			await agreements.agreementsOf(as(who), { pupil: noor.id }),
			await agreements.mine(as(who)),
			await summaries.ofPupil(as(who), noor.id),
			await summaries.allOf(as(who)),
			await talks.get(as(who), talk),
			await preparations.get(as(who), talk, 'own'),
			await recordPage.get(as(who), talk),
			await circlePage(as(who), noor.id)
		]);
	expect(await readBy(noor)).not.toContain(adultMatter);
	expect(await readBy(noor)).toContain('We helpen Noor samen.');
	// The adults do find it: what is planted is really there.
	expect((await readBy(anke)).split(adultMatter).length).toBeGreaterThan(5);
});
