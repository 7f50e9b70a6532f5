import { describe, expect, it } from '@jest/globals';
import { frameOf } from './frame.ts';
import { render } from './templates.ts';

const page = { template: 'problem.njk', title: 'Here', view: {} };
const here = { acting: undefined, chooser: '/acting-as?then=%2F' };

describe('The frame around a page', () => {
  it('says that a sample is one, and what its clock says', () => {
    const frame = frameOf(page, { ...here, sampleDay: '10 February 2026' });
    expect(frame.sample).toBe('This is a sample record. The sample’s clock says 10 February 2026.');
    expect(render('problem.njk', { frame, view: {} })).toContain('The sample’s clock says 10 February 2026.');
  });

  it('says nothing of the kind of a real record', () => {
    expect(frameOf(page, { ...here, sampleDay: undefined }).sample).toBeUndefined();
  });

  it('says of nobody that they act where it can’t be known', () => {
    expect(frameOf(page).acting).toBeUndefined();
  });

  it('begins the title of a page with errors with the word', () => {
    expect(frameOf({ ...page, hasErrors: true }).documentTitle).toBe('Error: Here – Minutebook');
  });
});
