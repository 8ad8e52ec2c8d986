import { describe, expect, test } from 'vitest';
import {
  newProfile,
  type PortalProfile,
  portalProfile,
  profileFor,
} from '../../lib/portals/profile.ts';

const profile = (id: string, ...pages: string[]): PortalProfile => ({
  ...newProfile(id, 'https://claims.example'),
  pages,
});

describe('which profile a page goes by', () => {
  const site = profile('site', 'https://claims.example/*');
  const cases = profile('cases', 'https://claims.example/cases/*');
  const start = profile('start', 'https://claims.example/start');

  test.each([
    ['https://claims.example/', 'site'],
    ['https://claims.example/cases/7?tab=2', 'cases'],
    ['https://claims.example/start', 'start'],
    ['https://claims.example/start?from=mail#top', 'start'],
    ['https://claims.example.evil.example/cases/7', undefined],
    ['http://claims.example/', undefined],
  ])('%s', (address, id) => {
    expect(profileFor(address, [site, cases, start])?.id).toBe(id);
  });
});

describe('a profile', () => {
  test('made for a site passes its own schema', () => {
    const made = newProfile('Claims.Example:8080', 'https://claims.example:8080');
    expect(portalProfile.safeParse(made).success).toBe(true);
    expect(made.pages).toEqual(['https://claims.example:8080/*']);
  });

  test.each([
    ['all sites', { pages: ['https://*/*'] }],
    ['every address', { pages: ['*'] }],
    ['a script', { pages: ['javascript:alert(1)'] }],
    ['a place nobody knows', { places: { patient: { by: 'label', label: 'Name' } } }],
    ['a way of another kind', { places: { author: { by: 'script', code: '1' } } }],
    ['no pages', { pages: [] }],
    ['a key of the prototype', JSON.parse('{"__proto__": {"by": "label"}, "extra": 1}')],
  ])('with %s is refused', (_, more) => {
    expect(
      portalProfile.safeParse({ ...newProfile('a', 'https://a.example'), ...more }).success,
    ).toBe(false);
  });
});
