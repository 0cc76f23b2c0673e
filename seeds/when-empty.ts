import { tenants } from '#platform/accounts.server.ts';
import { readConfig } from '#platform/config.server.ts';
import { countAnew } from '#platform/house.server.ts';
import { keepClockAt } from '#platform/trial-clock.server.ts';
import { autumn } from './cast.ts';
import { importDemoSchools } from './demo-schools.ts';
import { playYear } from './year/year.ts';

/** The demo schools and their year so far, in a database where nobody lives yet; it is then the middle of the start talks. */
export async function plantWhenEmpty() {
	if ((await tenants()).length) return;
	const schools = await importDemoSchools();
	await countAnew();
	await playYear(schools, autumn);
	await countAnew();
	keepClockAt(autumn, readConfig().dataDir);
}
