import { describe, expect, it } from '@jest/globals';
import { paths } from './paths.ts';

describe('A path', () => {
  it('keeps the slash of a reference apart from its own', () => {
    expect(paths.item({ collection: 'recommendations', id: 'OIC-R1/SYP' })).toBe('/api/recommendations/OIC-R1%2FSYP');
  });

  it('is also known as the router reads it', () => {
    expect(paths.history.pattern).toBe('/api/:collection/:id/history');
  });

  it('without parameters is what it is', () => {
    expect(paths.openapi()).toBe('/api/openapi.json');
  });
});
