/**
 * What a browser measures in the page that it shows. Stands in the page itself, so it leans on nothing outside itself; each
 * look answers what is wrong, in words.
 */
export function eyes() {
	const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';
	const isSeen = (part: Element) =>
		part.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
		part.getBoundingClientRect().width > 1 &&
		part.getBoundingClientRect().height > 1;
	const all = (selector: string) => [...document.body.querySelectorAll<HTMLElement>(selector)].filter(isSeen);
	const say = (part: Element) => {
		const words = part.getAttribute('aria-label') || part.getAttribute('name') || part.textContent || '';
		return `${part.localName}${part.id && `#${part.id}`} «${words.trim().replace(/\s+/g, ' ').slice(0, 50)}»`;
	};
	/** A part that scrolls by itself may hold more than is in sight. */
	const isInScroller = (part: Element): boolean => {
		for (let box = part.parentElement; box && box !== document.body; box = box.parentElement) {
			if (/auto|scroll/.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth) return true;
		}
		return false;
	};
	const stays = (part: Element): boolean => {
		for (let box: Element | null = part; box; box = box.parentElement) {
			if (getComputedStyle(box).position === 'fixed') return true;
		}
		return false;
	};
	/** Words for who listens, not for who looks. */
	const isHeardOnly = (part: Element) => Boolean(part.closest('.visually-hidden:not(:focus)'));

	/** Every line of text that is in sight, with where it stands. */
	function lines() {
		const found: { part: Element; box: DOMRect }[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let text = walker.nextNode(); text; text = walker.nextNode()) {
			const part = text.parentElement!;
			if (!text.textContent!.trim() || part.closest('script, style, option') || !isSeen(part) || isHeardOnly(part))
				continue;
			const range = document.createRange();
			range.selectNodeContents(text);
			for (const box of range.getClientRects()) if (box.width > 1) found.push({ part, box });
		}
		return found;
	}

	function structure() {
		const { lang, dir } = document.documentElement;
		const heads = all('h1');
		return [
			...(/^(nl|en)$/.test(lang) && dir === 'ltr' ? [] : [`the page says lang «${lang}» and dir «${dir}»`]),
			...(document.title.trim() ? [] : ['the page has no title']),
			...(heads.length === 1 ? [] : [`${heads.length} headings of the first level: ${heads.map(say).join(', ')}`]),
			...(all('main').length === 1 ? [] : [`${all('main').length} times main`])
		];
	}

	/** Who listens to the links alone, or says which one to press, can tell them apart. In a mailbox mails are called alike. */
	function names() {
		if (location.pathname.startsWith('/dev')) return [];
		const wordsOf = (link: Element) =>
			[link.textContent, ...[...link.querySelectorAll('img')].map(({ alt }) => alt)].join(' ');
		const links = all('main a[href]').map((link) => ({
			name: (link.getAttribute('aria-label') || wordsOf(link)).trim().replace(/\s+/g, ' ').toLowerCase(),
			of: link.closest('nav')?.getAttribute('aria-label'),
			href: link.getAttribute('href')!.split('#')[0]
		}));
		const said = Map.groupBy(links, ({ name, of }) => (of ? `${of}: ${name}` : name));
		return [...said]
			.filter(([, alike]) => new Set(alike.map(({ href }) => href)).size > 1)
			.map(([name]) => `several links say «${name}» and lead elsewhere`);
	}

	/** Nothing is lost at this width and size of letters: no sideways scroll, nothing cut off, no words on top of others. */
	function fit() {
		const { scrollWidth, clientWidth } = document.documentElement;
		const sideways =
			scrollWidth > clientWidth ? [`one has to scroll sideways: ${scrollWidth} px in ${clientWidth}`] : [];
		const text = lines();
		const parts = [...text, ...all(controls).map((part) => ({ part, box: part.getBoundingClientRect() }))];
		const out = parts
			.filter(
				({ part, box }) => (box.left < -1 || box.right > clientWidth + 1) && !isInScroller(part) && !isHeardOnly(part)
			)
			.map(({ part, box }) => `sticks out, ${Math.round(box.left)} to ${Math.round(box.right)}: ${say(part)}`);
		const cut = all('*')
			.filter((part) => !isHeardOnly(part) && !part.closest('svg') && !part.matches('input, textarea, select'))
			.filter((part) => {
				const { overflowX, overflowY } = getComputedStyle(part);
				const [x, y] = [part.scrollWidth - part.clientWidth > 1, part.scrollHeight - part.clientHeight > 1];
				return (/hidden|clip/.test(overflowX) && x) || (/hidden|clip/.test(overflowY) && y);
			})
			.map((part) => `is cut off: ${say(part)}`);
		return [...sideways, ...out, ...cut, ...overlaps(text)];
	}

	function overlaps(text: ReturnType<typeof lines>) {
		const found: string[] = [];
		// Under what stays in its place the page scrolls on.
		const moves = text.filter(({ part }) => !stays(part));
		for (const [at, one] of moves.entries()) {
			for (const other of moves.slice(at + 1)) {
				if (one.part === other.part) continue;
				const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
				const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
				const least = Math.min(one.box.height, other.box.height);
				if (isInScroller(one.part) || isInScroller(other.part)) continue;
				if (wide > 4 && high > 0.4 * least)
					found.push(`stands on top of other words: ${say(one.part)} and ${say(other.part)}`);
			}
		}
		return found;
	}

	/** What a finger presses: as large as a fingertip, but for a link in a sentence (look.md; the law says 24 px). */
	function targets(least: number) {
		return all(controls)
			.filter((part) => part.tabIndex >= 0 && !part.matches(':disabled') && !isHeardOnly(part))
			.filter((part) => !isInSentence(part))
			.flatMap((part) => {
				const boxes = [part, ...('labels' in part ? [...((part.labels as NodeListOf<HTMLElement>) ?? [])] : [])]
					.filter((one) => one === part || /checkbox|radio/.test((part as HTMLInputElement).type))
					.map((one) => one.getBoundingClientRect());
				const wide = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
				const high = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
				const small = wide < least - 0.5 || high < least - 0.5;
				return small ? [`is too small to press, ${Math.round(wide)} × ${Math.round(high)}: ${say(part)}`] : [];
			});
	}

	function isInSentence(part: Element) {
		if (!part.matches('a') || getComputedStyle(part).display !== 'inline') return false;
		const around = [...part.parentElement!.childNodes].filter((node) => node !== part);
		return around.some((node) => node.textContent!.trim().length > 1);
	}

	/** The way of the Tab key: everything is on it, in the order one reads, is marked when it is reached, and then in sight. */
	function tabs() {
		const found: string[] = [];
		const stops = all(controls).filter((part) => !part.matches(':disabled'));
		for (const part of stops) {
			if (part.tabIndex > 0) found.push(`jumps the queue of the Tab key: ${say(part)}`);
			if (part.tabIndex < 0 && part.matches('a, button, input, select, textarea, summary')) {
				found.push(`the Tab key passes by: ${say(part)}`);
			}
		}
		const reached = stops.filter((part) => part.tabIndex >= 0);
		for (const part of reached) {
			const before = faceOf(part);
			part.focus();
			const face = document.activeElement === part ? part : undefined;
			if (!face) {
				found.push(`takes no focus: ${say(part)}`);
				continue;
			}
			if (faceOf(part) === before) found.push(`shows no focus: ${say(part)}`);
			const lid = lidOf(part);
			if (lid) found.push(`lies under ${say(lid)} when it has the focus: ${say(part)}`);
		}
		(document.activeElement as HTMLElement | null)?.blur();
		scrollTo(0, 0);
		for (const [at, part] of reached.entries()) {
			const next = reached[at + 1];
			if (!next) continue;
			const [here, there] = [part.getBoundingClientRect(), next.getBoundingClientRect()];
			const sameColumn = Math.min(here.right, there.right) - Math.max(here.left, there.left) > 4;
			if (sameColumn && there.bottom <= here.top + 1)
				found.push(`comes after what stands below it: ${say(next)} after ${say(part)}`);
		}
		return found;
	}

	/** What shows where the focus is: a ring of two pixels or more round this part, or round something in a drawing. */
	function faceOf(part: Element) {
		return [part, ...(part instanceof SVGElement ? part.querySelectorAll('*') : [])]
			.map((one) => getComputedStyle(one))
			.map(({ outlineStyle, outlineWidth, boxShadow, stroke }) =>
				[outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2, boxShadow, stroke].join()
			)
			.join();
	}

	/** What hides all of this part, if anything does. */
	function lidOf(part: Element) {
		const { left, right, top, bottom } = part.getBoundingClientRect();
		const points = [0.1, 0.5, 0.9].flatMap((x) =>
			[0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const)
		);
		const seen = points.map(([x, y]) => document.elementFromPoint(x, y));
		const isOwn = (one: Element | null) =>
			one &&
			(part.contains(one) ||
				one.contains(part) ||
				[...((part as HTMLInputElement).labels ?? [])].some((label) => label.contains(one)));
		return seen.some(isOwn) ? undefined : (seen.find((one) => one) ?? document.documentElement);
	}

	/** Everything that is folded away, but for the menu, which lies over the page as it should. */
	function unfold() {
		for (const part of document.querySelectorAll('main details')) part.setAttribute('open', '');
	}

	/** What a page is built of, whoever it speaks of: pages of one shape bar the same people. */
	function shape() {
		return [...document.querySelectorAll('main, main *')]
			.map((part) => `${part.localName}.${part.getAttribute('class') ?? ''}`)
			.join(' ');
	}

	return { shape, structure, names, fit, targets, tabs, unfold };
}
export type Eyes = ReturnType<typeof eyes>;
