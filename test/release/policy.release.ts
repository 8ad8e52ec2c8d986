import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUILDS, filesIn, LOCAL_BUILD, manifestOf, OUTPUT, scriptsOf } from './builds.ts';

/** What may follow each directive: a colon ends a scheme of addresses. */
const OWN = ["'self'"];
const TEAM_SERVERS = ["'self'", 'https:', 'http://localhost:*', 'http://127.0.0.1:*'];

/** Directives with their sources. */
function policyOf(build: string): Record<string, string[]> {
  const { extension_pages: text } = manifestOf(build).content_security_policy;
  return Object.fromEntries(
    text.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

describe.each(BUILDS)('%s', (build) => {
  const manifest = manifestOf(build);
  const pages = filesIn(join(OUTPUT, build)).filter((file) => file.endsWith('.html'));
  const html = (page: string) => readFileSync(join(OUTPUT, build, page), 'utf8');

  test('the policy allows its own code and text recognition, and nothing else', () => {
    expect(policyOf(build)).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'", "'wasm-unsafe-eval'"],
      'style-src': OWN,
      'img-src': ["'self'", 'data:'],
      'font-src': OWN,
      'connect-src': build === LOCAL_BUILD ? OWN : TEAM_SERVERS,
      'worker-src': OWN,
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    });
    expect(manifest.content_security_policy.sandbox).toBeUndefined();
  });

  test('no page of the extension can reach a server', () => {
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      expect(html(page), page).toContain(
        `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'">`,
      );
    }
  });

  test('pages hold no script of their own and load none from elsewhere', () => {
    for (const page of pages) {
      const loaded = html(page).match(/<(?:script|link|img|iframe)\b[^>]*>/g) ?? [];
      for (const tag of loaded) expect(tag, page).toMatch(/(?:src|href)="\/(?!\/)/);
      expect(html(page)).not.toMatch(/<script[^>]*>[^<]+<\/script>|\son\w+=|javascript:/i);
    }
  });

  test('no script names code to be loaded from elsewhere', () => {
    for (const [file, text] of scriptsOf(build)) {
      expect(text, file).not.toMatch(/(?:import|importScripts)\(\s*["'`]https?:/);
      expect(text, file).not.toMatch(/\bfrom\s*["']https?:/);
    }
  });

  test('nothing is open to web pages, and no site is read at install', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.optional_permissions).toBeUndefined();
    // Each site is asked for when the user allows it; team sync asks for its server in the same way.
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
  });
});
