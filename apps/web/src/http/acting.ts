/**
 * Who is acting in this browser, until people can sign in: a cookie that says in which post. It holds no name, and no
 * other site can make the browser send it.
 *
 * It holds a secret too, which every form repeats. So a form counts only in the browser it was drawn for, and only as
 * long as the same person acts there: what was written as one person is not recorded as another.
 */

import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Actors } from '#application';
import type { Actor } from '#domain';
import { ReadModel } from '#read-model';
import { cookieIn } from './cookies.ts';

const COOKIE = 'minutebook-acting';
const VALUE = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]+)$/;

export interface Acting {
  readonly actor: Actor;
  /** "Board Secretary of South Yorkshire Mayoral Combined Authority". */
  readonly post: string;
  /** What every form this person sends has to hold. */
  readonly formToken: string;
}

@Injectable()
export class ActingPerson {
  constructor(
    private readonly actors: Actors,
    private readonly readModel: ReadModel,
  ) {}

  /** Undefined when nobody is named, or the one who is named does not hold the post today. */
  async of(headers: IncomingHttpHeaders): Promise<Acting | undefined> {
    const cookie = readCookie(headers.cookie);
    if (cookie === undefined) return undefined;
    const actor = await this.actors.resolve(cookie.actingAs);
    if ('refused' in actor || actor.kind !== 'person') return undefined;
    const post = this.readModel.references.label('post', actor.post) ?? actor.post;
    return { actor, post, formToken: cookie.formToken };
  }
}

/** @param actingAs as {@link Actors} reads it: `SYMCA/SEC`, or `SYMCA/SEC; person=<id>` */
export function actingCookie(actingAs: string): string {
  const value = `${randomBytes(16).toString('base64url')}.${Buffer.from(actingAs).toString('base64url')}`;
  return `${COOKIE}=${value}; Path=/; HttpOnly; SameSite=Strict`;
}

function readCookie(header: string | undefined): { actingAs: string; formToken: string } | undefined {
  const [, formToken, encoded] = VALUE.exec(cookieIn(header, COOKIE) ?? '') ?? [];
  if (formToken === undefined || encoded === undefined) return undefined;
  return { actingAs: Buffer.from(encoded, 'base64url').toString(), formToken };
}

export function isTokenOf(acting: Acting, sent: unknown): boolean {
  const [a, b] = [Buffer.from(acting.formToken), Buffer.from(typeof sent === 'string' ? sent : '')];
  return a.length === b.length && timingSafeEqual(a, b);
}
