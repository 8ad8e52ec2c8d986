import { defineContentScript } from 'wxt/utils/define-content-script';
import { isFirstRun } from './one-run.ts';
import { PortalPage } from './portal-page.ts';
import type { ContentScriptContext } from './quiet-context.ts';

// Registered by the background for the sites the reviewer has allowed, and for no others.
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(wxtContext) {
    const context = wxtContext as unknown as ContentScriptContext;
    if (isFirstRun(context.signal)) new PortalPage(context).start();
  },
});
