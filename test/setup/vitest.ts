import 'fake-indexeddb/auto';
import { beforeEach } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { getMessage } from '../components/stand-in-i18n.ts';

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(browser.i18n, { getMessage });
});
