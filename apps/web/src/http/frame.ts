/** The frame around every page: its title, who is acting, whether this is a sample, where the page is. */

import { paths } from '../paths.ts';
import type { Acting } from './acting.ts';
import { addressOfAsset } from './assets.ts';
import type { Page, TrailLink } from './page.ts';

export interface Frame {
  readonly documentTitle: string;
  readonly stylesheet: string;
  readonly icon: string;
  readonly register: { readonly href: string; readonly isHere: boolean };
  /** Absent where it can't be known: on the page of an error. */
  readonly acting: { readonly post: string | undefined; readonly chooser: string } | undefined;
  /** Absent when the record is a real one. */
  readonly sample: string | undefined;
  readonly trail: readonly TrailLink[];
}

export interface Surroundings {
  readonly acting: Acting | undefined;
  readonly chooser: string;
  /** What the clock of the sample says, when the record is one. */
  readonly sampleDay: string | undefined;
}

export function frameOf(page: Page, surroundings?: Surroundings): Frame {
  const { acting, chooser, sampleDay } = surroundings ?? {};
  return {
    documentTitle: `${page.hasErrors ? 'Error: ' : ''}${page.title} – Minutebook`,
    stylesheet: addressOfAsset('minutebook.css'),
    icon: addressOfAsset('favicon.svg'),
    register: { href: paths.register(), isHere: page.isRegister === true },
    acting: chooser === undefined ? undefined : { post: acting?.post, chooser },
    sample: sampleDay === undefined ? undefined : `This is a sample record. The sample’s clock says ${sampleDay}.`,
    trail: page.trail ?? [],
  };
}
