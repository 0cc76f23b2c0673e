import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What only the trial and development know: words on the pages of /dev, their doors, and who plays there. */
export const onlyInTrial = [
	'Word iemand',
	'Become somebody',
	'personas.server',
	'/dev/mailbox',
	'/dev/naast-elkaar',
	'routes/dev',
	'plantWhenEmpty',
	'@persona.invalid',
	'"/dev"'
] as const;

/** Each file under `folder` with a word of the trial in it. */
export function trialWordsIn(folder: string): string[] {
	if (!existsSync(folder)) throw new Error(`There is no build in ${folder}.`);
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(js|css|html|json)$/.test(file))
		.flatMap((file) => {
			const text = readFileSync(join(folder, file), 'utf8');
			return onlyInTrial.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
		});
}
