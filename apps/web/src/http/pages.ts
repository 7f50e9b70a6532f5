/** Draws a page in the frame that is around every page. */

import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type OpenRecord, RECORD } from '#application';
import { dayInLondon, sayDate } from '#domain';
import { paths } from '../paths.ts';
import { ActingPerson } from './acting.ts';
import type { Reply, Request } from './exchange.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Page } from './page.ts';
import { PAGE_HEADERS } from './security-headers.ts';
import { render } from './templates.ts';

@Injectable()
export class Pages {
  constructor(
    private readonly people: ActingPerson,
    @Inject(RECORD) private readonly record: OpenRecord,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async show(request: Request, reply: Reply, page: Page): Promise<void> {
    const frame = frameOf(page, {
      acting: await this.people.of(request.headers),
      chooser: addressOfChooser(request.url),
      sampleDay: this.record.isSample ? sayDate(dayInLondon(this.clock())) : undefined,
    });
    sendPage(reply, page, frame);
  }
}

export function sendPage(reply: Reply, page: Page, frame: Frame): void {
  const html = render(page.template, { frame, view: page.view });
  reply
    .code(page.status ?? 200)
    .headers(PAGE_HEADERS)
    .send(html);
}

/** 303: whatever was asked before, the next is a GET. */
export function seeOther(reply: Reply, address: string): void {
  reply.code(303).header('location', address).send();
}

/** The chooser of who is acting, which leads back to where it was asked for. */
export function addressOfChooser(then: string): string {
  return `${paths.actingAs()}?${new URLSearchParams({ then }).toString()}`;
}
