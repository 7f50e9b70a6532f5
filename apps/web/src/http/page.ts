/** What a page is: a template, the view it names, and what the frame around every page needs to know of it. */

export interface Page<View extends object = object> {
  /** 200 when left out. */
  readonly status?: number;
  /** In `pages`: `register/register.njk`. */
  readonly template: string;
  /** What the page is about; it comes first in the title of the browser's tab. */
  readonly title: string;
  /** A form on it has to be corrected: the title says so. */
  readonly hasErrors?: boolean;
  /** Where the page is, from the register down; the page itself not among them. */
  readonly trail?: readonly TrailLink[];
  /** The page is the register itself. */
  readonly isRegister?: boolean;
  readonly view: View;
}

export interface TrailLink {
  readonly text: string;
  readonly href: string;
}
