import { expect as see, type Locator, type Page } from '@playwright/test';

/** Somebody who has a keyboard and nothing else. No address is typed and nothing is clicked; where one is, shows. */
export function byKeyboard(page: Page) {
	/** On with the Tab key until it is there; from the top of the page when it lies behind us. */
	async function tabTo(target: Locator) {
		const isThere = () => target.first().evaluate((part) => part === document.activeElement);
		await see(target.first()).toBeVisible();
		for (let presses = 0; presses < 200; presses++) {
			if (await isThere()) return expectToShow(page);
			await page.keyboard.press('Tab');
		}
		throw new Error(`The Tab key does not come to ${String(target)}`);
	}

	const main = page.getByRole('main');
	return {
		tabTo,
		/** Past the menu. */
		async passMenu() {
			await tabTo(page.getByRole('link', { name: 'Naar de inhoud' }));
			await page.keyboard.press('Enter');
		},
		async follow(name: string | RegExp) {
			await tabTo(main.getByRole('link', { name }));
			await page.keyboard.press('Enter');
		},
		async goBy(name: string) {
			await tabTo(page.getByRole('navigation').getByRole('link', { name }));
			await page.keyboard.press('Enter');
		},
		async press(name: string | RegExp) {
			await tabTo(main.getByRole('button', { name }));
			await page.keyboard.press('Enter');
		},
		/** Open what is folded away. */
		async unfold(name: string | RegExp) {
			await tabTo(main.locator('summary').filter({ hasText: name }));
			await page.keyboard.press('Space');
		},
		async fill(label: string | RegExp, text: string) {
			await tabTo(main.getByLabel(label));
			await page.keyboard.press('ControlOrMeta+a');
			await page.keyboard.type(text);
		},
		/** A date in the order in which it stands in the field. */
		async fillDate(label: string | RegExp, digits: string) {
			await tabTo(main.getByLabel(label));
			await page.keyboard.type(digits);
		},
		/** The Tab key comes to the first of a group or to what was chosen; arrows do the rest. */
		async choose(name: string | RegExp) {
			const wanted = main.getByRole('radio', { name }).first();
			const group = main.locator(`input[type=radio][name="${await wanted.getAttribute('name')}"]`);
			for (let presses = 0; presses < 200; presses++) {
				if (await group.evaluateAll((all) => all.some((one) => one === document.activeElement))) break;
				await page.keyboard.press('Tab');
			}
			for (let presses = 0; presses <= (await group.count()); presses++) {
				if (await wanted.isChecked()) return;
				await page.keyboard.press(presses ? 'ArrowDown' : 'Space');
			}
			throw new Error(`The arrow keys do not come to ${String(name)}`);
		}
	};
}

/** Where one is, shows, and is in sight. */
async function expectToShow(page: Page) {
	const shown = await page.evaluate(() => {
		const part = document.activeElement!;
		const { outlineStyle } = getComputedStyle(part);
		const { top, bottom } = part.getBoundingClientRect();
		return { outlineStyle, inSight: bottom > 0 && top < innerHeight };
	});
	see(shown).toEqual({ outlineStyle: 'solid', inSight: true });
}
