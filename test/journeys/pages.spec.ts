/** What somebody meets who opens the address that Minutebook prints: in a real browser, on the server as it was built. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { type BuiltServer, startBuiltServer } from '../support/built-server.ts';

const START_MS_MAX = 60_000;
const STORY_MS_MAX = 600_000;
const SENTENCE = 'A recommendation can’t be closed while an action is open.';
const WIDTHS = [1280, 320];

const browser = await openBrowser();
const inBrowser = browser ? describe : describe.skip;

inBrowser('The pages', () => {
  let folder: string;
  let server: BuiltServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-pages-'));
    server = await startBuiltServer({ folder });
  }, START_MS_MAX);
  afterAll(async () => {
    await browser?.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function visitor(
    options: { javaScriptEnabled?: boolean } = {},
  ): Promise<{ page: Page; context: BrowserContext }> {
    if (!browser) throw new Error('There is no browser.');
    const context = await browser.newContext({
      baseURL: server.url,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      ...options,
    });
    const page = await context.newPage();
    page.on('console', (message) => {
      // A browser says on the console what the policy of the page kept from it.
      if (message.text().includes('Content Security Policy')) throw new Error(message.text());
    });
    return { page, context };
  }

  async function actAs(page: Page, post: string): Promise<void> {
    await page.goto('/acting-as');
    await page.getByRole('radio', { name: post }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
  }

  async function fillIn(page: Page, reason: string): Promise<void> {
    await page.getByRole('radio', { name: 'Assured' }).check();
    await page.getByRole('radio', { name: 'Local policing body' }).check();
    await page.getByRole('radio', { name: 'Implemented' }).check();
    await page.getByRole('textbox', { name: 'Reason' }).fill(reason);
  }

  it(
    'tell a newcomer why OIC-R1/SYP can’t be closed, without scripts and with the keyboard alone',
    async () => {
      const { page, context } = await visitor({ javaScriptEnabled: false });
      const press = (key: string): Promise<void> => page.keyboard.press(key);
      /** Presses Enter on what leads to another page, and waits for it. */
      const follow = async (): Promise<void> => {
        await Promise.all([page.waitForEvent('load'), press('Enter')]);
      };
      const focus = page.locator(':focus');
      /** Goes on with the Tab key until what has these words or this name has the focus, which must be seen. */
      const tabTo = async (words: string): Promise<void> => {
        for (let steps = 0; steps < 200; steps += 1) {
          await press('Tab');
          const [text, name] = [(await focus.textContent()) ?? '', await focus.getAttribute('id')];
          if (text.trim().startsWith(words) || name === words) {
            const box = await focus.boundingBox();
            expect(box).not.toBeNull();
            return;
          }
        }
        throw new Error(`The Tab key does not reach “${words}” at ${page.url()}.`);
      };

      await page.goto('/');
      await press('Tab');
      expect(await focus.textContent()).toBe('Skip to main content');

      await tabTo('Filter, or see');
      await press('Enter');
      await tabTo('text');
      await page.keyboard.type('OIC-R1/SYP');
      await follow();
      expect(page.url()).toContain('text=OIC-R1%2FSYP');
      await tabTo('OIC-R1/SYP');
      await follow();
      expect(await page.locator('h1').textContent()).toBe('OIC-R1/SYP');

      const historyAsRecordedBy = async (date: string): Promise<string[]> => {
        await tabTo('asRecordedBy');
        await page.keyboard.type(date);
        await follow();
        expect(await page.locator('main').textContent()).toContain(`This is OIC-R1/SYP as recorded by ${date}.`);
        const told = await page.locator('.minutebook-history li').allTextContents();
        await tabTo('See it as recorded now');
        await follow();
        return told;
      };
      const early = await historyAsRecordedBy('30 June 2025');
      const late = await historyAsRecordedBy('6 February 2026');
      expect(early.join()).not.toContain('D-2026-003');
      expect(late.join()).toContain('D-2026-003');
      expect(late.slice(0, early.length)).toEqual(early);

      await tabTo('Close this recommendation');
      await follow();
      expect(await page.locator('h1').textContent()).toContain('Who are you acting as?');
      // Radio buttons are one stop of the Tab key: arrows move among them.
      await tabTo('actingAs');
      while (!/SYMCA\/SEC/.test((await focus.getAttribute('value')) ?? '')) await press('ArrowDown');
      await tabTo('Continue');
      await follow();
      expect(await page.locator('h1').textContent()).toBe('Close OIC-R1/SYP');
      expect(await page.locator('main').textContent()).toContain(SENTENCE);

      await tabTo('level');
      await press('ArrowDown');
      await tabTo('layer');
      await press('ArrowDown');
      await tabTo('code');
      await press('Space');
      await tabTo('reason');
      await page.keyboard.type('The reporting form asks for it.');
      await tabTo('Close the recommendation');
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await follow();
      expect((await answered).status()).toBe(409);
      expect(await page.locator('h1').textContent()).toBe('OIC-R1/SYP was not closed');
      expect(await page.locator('main').textContent()).toContain(SENTENCE);
      await tabTo('OIC-R1/SYP/1');
      await follow();
      expect(await page.locator(':target').textContent()).toContain('OIC-R1/SYP/1');
      await context.close();
    },
    STORY_MS_MAX,
  );

  it(
    'let one of two people close a recommendation, and tell the other who closed it and when',
    async () => {
      const people = await Promise.all([visitor(), visitor()]);
      const [one, other] = people.map(({ page }) => page) as [Page, Page];
      await actAs(one, 'Board Secretary of South Yorkshire');
      await actAs(other, 'Deputy Mayor for Policing & Crime');
      await Promise.all(
        [one, other].map(async (page, index) => {
          await page.goto('/recommendations/OIC-R2%2FSYP/close-recommendation');
          await fillIn(page, `Reason ${String(index)}.`);
        }),
      );
      await Promise.all(
        [one, other].map((page) => page.getByRole('button', { name: 'Close the recommendation' }).click()),
      );
      const headings = await Promise.all([one, other].map((page) => page.locator('h1').textContent()));
      expect([...headings].sort()).toEqual([
        'OIC-R2/SYP',
        'Somebody else changed OIC-R2/SYP since you opened the form',
      ]);

      const first = headings.indexOf('OIC-R2/SYP');
      const [winner, loser] = first === 0 ? [one, other] : [other, one];
      const name = first === 0 ? 'Placeholder SYMCA/SEC' : 'Kilvinder Vigurs';
      expect(await winner.getByRole('alert').textContent()).toContain('closed the recommendation');
      const told = (await loser.locator('main').textContent()) ?? '';
      expect(told).toMatch(new RegExp(`Recorded on 10 February 2026 at \\d\\d:\\d\\d by ${name}`));
      expect(told).toContain(`Reason ${String(first)}.`);
      expect(told).toContain(`Reason ${String(1 - first)}.`);
      await Promise.all(people.map(({ context }) => context.close()));
    },
    STORY_MS_MAX,
  );

  it(
    'have no fault that axe can find, in any state and at any width, and never scroll sideways',
    async () => {
      const { page, context } = await visitor();
      const faults: string[] = [];
      const look = async (state: string): Promise<void> => {
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const { violations } = await new AxeBuilder({ page })
            .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
            .analyze();
          faults.push(
            ...violations.map(
              ({ id, nodes }) => `${state}, ${String(width)} px: ${id} ${nodes.map(({ html }) => html).join(' ')}`,
            ),
          );
          const overflow = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          );
          if (overflow !== 0) faults.push(`${state}, ${String(width)} px: it scrolls sideways`);
          const pictures = process.env['PICTURES'];
          if (pictures !== undefined)
            await page.screenshot({ path: join(pictures, `${state}-${String(width)}.png`), fullPage: true });
        }
      };
      const lookAt = async (state: string, path: string): Promise<void> => {
        await page.goto(path);
        await look(state);
      };
      const submit = (name: string): Promise<void> => page.getByRole('button', { name }).click();
      const close = '/recommendations/OIC-R3%2FSYP/close-recommendation';

      await lookAt('register', '/?pageSize=8&page=3');
      await page.getByText('Filter, or see').click();
      await look('register-filters');
      await lookAt('register-filtered', '/?body=SYP&status=inDelivery&sort=due');
      await lookAt('register-past', '/?asRecordedBy=2025-06-30&body=SYP');
      await lookAt('register-empty', '/?text=zebra');
      await lookAt('register-error', '/?dueBefore=soon');
      await lookAt('recommendation', '/recommendations/OIC-R1%2FSYP');
      await lookAt('recommendation-parts', '/recommendations/YHSOC-AFI-A%2FSYP');
      await lookAt('recommendation-past', '/recommendations/YHSOC-AFI-A%2FWYP?asRecordedBy=2026-02-06');
      await lookAt('recommendation-error', '/recommendations/OIC-R1%2FSYP?asRecordedBy=soon');
      await lookAt('missing', '/recommendations/OIC-R99%2FSYP');
      await lookAt('nothing', '/nothing');
      await lookAt('acting-as', '/acting-as');
      await submit('Continue');
      await look('acting-as-error');
      await actAs(page, 'Board Secretary of South Yorkshire');
      await lookAt('close-warned', '/recommendations/OIC-R1%2FSYP/close-recommendation');
      await submit('Close the recommendation');
      await look('close-error');
      await fillIn(page, 'The form asks for it.');
      await submit('Close the recommendation');
      await look('close-refused');

      await lookAt('close', close);
      await fillIn(page, 'The training package is complete.');
      const meanwhile = await visitor();
      await actAs(meanwhile.page, 'Deputy Mayor for Policing & Crime');
      await meanwhile.page.goto(close);
      await fillIn(meanwhile.page, 'Everyone has had the training.');
      await meanwhile.page.getByRole('button', { name: 'Close the recommendation' }).click();
      await meanwhile.context.close();
      await submit('Close the recommendation');
      await look('close-conflict');
      await page.getByText('Send yours again').click();
      await look('close-conflict-again');
      await lookAt('recommendation-closed', '/recommendations/OIC-R3%2FSYP');

      await page.goto('/recommendations/OIC-R9%2FSYP/close-recommendation');
      await fillIn(page, 'It is done.');
      const tab = await context.newPage();
      await actAs(tab, 'Deputy Mayor for Policing & Crime');
      await tab.close();
      await submit('Close the recommendation');
      await look('close-somebody-else');
      await submit('Close the recommendation');
      await look('recommendation-recorded');
      expect(faults).toEqual([]);
      await context.close();
    },
    STORY_MS_MAX,
  );
});
