import { deliver } from '#modules/notifications/messages.server.ts';
import { hear, remind } from '#modules/notifications/notifications.server.ts';
import { tenants } from '#platform/accounts.server.ts';
import { setClock } from '#platform/clock.server.ts';
import { readConfig } from '#platform/config.server.ts';
import { countAnew } from '#platform/house.server.ts';
import { startRelay, stopRelay, sweep } from '#platform/relay.server.ts';
import * as trial from '#platform/trial-clock.server.ts';
import { autumn } from './cast.ts';
import { importDemoSchools } from './demo-schools.ts';
import { playYear } from './year/year.ts';

/** The demo schools and their year so far, in a database where nobody lives yet; it is then the middle of the start talks. */
export async function plantWhenEmpty() {
	if ((await tenants()).length) return;
	const schools = await importDemoSchools();
	await countAnew();
	startRelay({ hear, afterwards: deliver });
	await playYear(schools, autumn, mailAt);
	for (const school of Object.values(schools)) await remind(school);
	await mailAt(autumn);
	await stopRelay();
	await countAnew();
	trial.setClock(autumn, readConfig().dataDir);
}

/** The mail of the story goes out at its own time, so that it says what was true then. */
async function mailAt(now: Date) {
	setClock(now);
	await sweep();
}
