import { type FormErrors, formErrors } from '../../http/form.ts';
import type { Page } from '../../http/page.ts';
import { paths } from '../../paths.ts';

/** One person in one post. */
export interface Choice {
  /** What the command line and the API would be told. */
  readonly actingAs: string;
  readonly post: string;
  readonly reference: string;
  /** Absent when their details are not held. */
  readonly person: string | undefined;
}

export interface ActingAsView {
  readonly action: string;
  /** Where the person was, and goes back to. */
  readonly then: string;
  readonly choices: readonly {
    readonly value: string;
    readonly text: string;
    readonly hint: { readonly text: string };
  }[];
  readonly errors: FormErrors | undefined;
}

const TITLE = 'Who are you acting as?';

/** @param refused nothing was chosen, or what was chosen is refused with a sentence */
export function actingAsPage(
  choices: readonly Choice[],
  then: string,
  refused?: { readonly sentence: string | undefined },
): Page<ActingAsView> {
  const message = refused && (refused.sentence ?? 'Select who you are acting as');
  return {
    status: message === undefined ? 200 : 422,
    template: 'acting-as/acting-as.njk',
    title: TITLE,
    hasErrors: message !== undefined,
    trail: [{ text: 'Register', href: paths.register() }],
    view: {
      action: paths.actingAs(),
      then,
      choices: choices.map(({ actingAs, post, reference, person }) => ({
        value: actingAs,
        text: post,
        hint: { text: `${person ?? 'Details not held'} (${reference})` },
      })),
      errors:
        message === undefined
          ? undefined
          : formErrors([{ field: 'actingAs', sentence: [message] }], {
              actingAs: { name: 'the post' },
            }),
    },
  };
}

/** An address of this server; the register when it is another's or none. */
export function localAddress(then: unknown): string {
  const here = 'http://here';
  const address = typeof then === 'string' && then.startsWith('/') ? URL.parse(then, here) : null;
  // A path of two slashes (`/.//evil.example`) would be read as the name of a server.
  if (address?.origin !== here || address.pathname.startsWith('//')) return paths.register();
  return `${address.pathname}${address.search}`;
}
