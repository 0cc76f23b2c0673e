// `npm run lighthouse`: a parent's Today on a phone, the median of three; production build, one school.
import lighthouse from 'lighthouse';
import { openBrowser } from '#tests/harness/browser.ts';
import { quantile } from './load.ts';
import { onPostgres } from './postgres.ts';
import { freePort, serveProduction } from './server.ts';
import { cookiesOf } from './sign-in.ts';
import { buildTown } from './town.ts';

const runs = 3;
const categories = ['performance', 'accessibility', 'best-practices'] as const;

await onPostgres(async ({ owner, app }) => {
	const { classes } = await buildTown(owner, 1, 100);
	const { school, guardian } = classes[0]!.families[1]!;
	const [cookie] = await cookiesOf(owner, [{ school, person: guardian }]);
	const { origin, stop } = await serveProduction(app);
	try {
		const scores = categories.map((): number[] => []);
		for (let run = 0; run < runs; run++) {
			const found = await look(`${origin}/vandaag`, cookie!);
			categories.forEach((category, at) => scores[at]!.push(found[category] ?? 0));
		}
		categories.forEach((category, at) => console.log(`${category}: ${quantile(scores[at]!.sort(), 0.5)}`));
	} finally {
		await stop();
	}
});

/** One visit, as scores out of 100; what costs points is told. */
async function look(url: string, cookie: string): Promise<Record<string, number>> {
	const port = await freePort();
	const browser = await openBrowser(undefined, [`--remote-debugging-port=${port}`]);
	try {
		const flags = { port, extraHeaders: { cookie }, onlyCategories: [...categories], logLevel: 'error' as const };
		const { lhr } = (await lighthouse(url, flags))!;
		for (const { id, score, title } of Object.values(lhr.audits)) {
			if (score !== null && score < 0.9) console.error(`${id}: ${title} (${score})`);
		}
		return Object.fromEntries(
			Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)])
		);
	} finally {
		await browser.close();
	}
}
