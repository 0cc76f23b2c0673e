import { build, isFresh } from '../../scripts/build.ts';

/** Both builds, as `npm run build` and `npm start` make them, each when its source changed. */
export default async function setup() {
	for (const which of ['trial', 'production'] as const) if (!isFresh(which)) await build(which);
}
