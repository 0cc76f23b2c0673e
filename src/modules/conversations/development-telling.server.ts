import type { Ctx } from '#platform/ctx.ts';
import type { PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import { told, type Told } from '#platform/told.ts';
import * as m from '#words/compiled/messages.js';
import { evidenceAddress } from './development.ts';
import { domainWords } from './development.words.ts';
import { get } from './developments.server.ts';
import { evidenceKindWords } from './evidence.words.ts';
import type { ShownNote } from './noting.server.ts';

/** What was noted of a child's development, as this reader may read it: with what lies beside it, and where that is opened. */
export async function tell(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	const all: Told[] = [];
	for (let before: Date | undefined; ;) {
		const page = await get(ctx, pupil, { before });
		if (!page.ok) return all;
		all.push(...page.value.notes.map(inWords));
		before = page.value.older;
		if (!before) return all;
	}
}

function inWords({ domain, writtenAt, words, by, evidence }: ShownNote): Told {
	const beside = evidence.map((one) =>
		[
			[evidenceKindWords[one.kind](), one.caption].filter(Boolean).join(': '),
			m.development_told_at({ address: evidenceAddress(one) })
		].join('\n')
	);
	return told(domainWords[domain](), dayOf(writtenAt), { what: words, who: by, said: beside.join('\n') });
}
