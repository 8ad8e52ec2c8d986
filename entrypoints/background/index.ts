import '../../lib/case/zod-without-eval.ts';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { hasTeamSync } from '../../lib/library/sync/available.ts';
import { askPage } from '../../lib/messaging/sending.ts';
import {
  grantedPatterns,
  isGranted,
  reconcileGrants,
  serveOpenTabs,
} from '../../lib/portals/grants.ts';
import { onPolicyChange } from '../../lib/portals/managed.ts';
import { onTeamSiteChange } from '../../lib/portals/team-site.ts';
import { answerMessages, followSettings } from './answer.ts';
import { addressOf, Cases } from './cases.ts';
import { awaitIdle, forgetIdleCases } from './idle-alarm.ts';
import { openPanelByButton } from './panel.ts';
import { Panels } from './panels.ts';
import { isReader } from './reader-tabs.ts';
import { forgetSettings } from './settings.ts';
import { keepWithTeam } from './team/index.ts';

// Every listener is added before anything is awaited: the browser wakes the worker for an event
// only if it heard of a listener for it during the worker's first turn.
export default defineBackground(() => {
  const panels: Panels = new Panels(() => cases);
  const cases = new Cases(async (tabId) => {
    void awaitIdle(cases);
    await panels.tellTab(tabId);
  });

  // An open panel that did not know the site of its tab knows it by the click.
  openPanelByButton((windowId) => void panels.tell(windowId));
  answerMessages(cases, panels);
  forgetIdleCases(cases);
  if (hasTeamSync) keepWithTeam(() => followSettings(cases, panels));

  browser.runtime.onInstalled.addListener(() => void serveAllGranted());
  browser.runtime.onStartup.addListener(() => void reconcileGrants());
  browser.permissions.onAdded.addListener(
    () =>
      void serveAllGranted().then(async () => {
        await readFramesAgain(cases);
        await panels.tellAll();
      }),
  );
  browser.permissions.onRemoved.addListener(
    () => void stopRemoved(cases).then(() => panels.tellAll()),
  );
  onPolicyChange(() => void followPolicy(cases, panels));
  onTeamSiteChange(() => void followTeamSite(cases, panels));
  browser.tabs.onActivated.addListener(({ windowId }) => {
    void panels.tell(windowId);
    void panels.open(windowId);
  });
  browser.tabs.onRemoved.addListener((tabId) => void cases.drop(tabId));
  browser.tabs.onUpdated.addListener((tabId, { status, title, url }) => {
    if (status !== undefined || url !== undefined) {
      void followTab(tabId, status === 'loading', cases, panels);
    }
    if (title !== undefined) void panels.tellTab(tabId);
  });
});

/** The extension was installed or updated: open tabs have no reader, or one that has gone silent. */
async function serveAllGranted(): Promise<void> {
  await reconcileGrants();
  await serveOpenTabs(await grantedPatterns());
}

/** Pages with frames of a site that was not allowed say anew which of them are not read. */
async function readFramesAgain({ desk }: Cases): Promise<void> {
  for (const { documents } of desk.cases.values()) {
    for (const { document, tabId, frameId, isOpen } of documents) {
      const hasUnreadFrame = document.unread?.some(({ code }) => code === 'CG-103');
      if (isOpen && hasUnreadFrame) await askPage({ tabId, frameId }, 'readAgain', null);
    }
  }
}

/** The organisation changed what it lists, forbids or locks. */
async function followPolicy(cases: Cases, panels: Panels): Promise<void> {
  await stopRemoved(cases);
  await serveAllGranted();
  forgetSettings();
  await cases.reviewAll();
  await panels.tellAll();
}

/** A site became the team's server, or a portal as well, or is the team's no more. */
async function followTeamSite(cases: Cases, panels: Panels): Promise<void> {
  await stopRemoved(cases);
  await serveAllGranted();
  await panels.tellAll();
}

/** Reading stops at once in tabs of a site that was taken back. */
async function stopRemoved(cases: Cases): Promise<void> {
  await Promise.all([reconcileGrants(), cases.store.restored]);
  for (const { tabId, documents } of openTabs(cases)) {
    const origin = documents[0]?.document.origin;
    if (origin && !('url' in origin)) continue;
    if (origin && (await isGranted(origin.url))) continue;
    for (const { frameId } of documents) await askPage({ tabId, frameId }, 'stop', null);
    await cases.drop(tabId);
  }
}

/** Each tab with the documents that are open in it. */
function openTabs({ desk }: Cases) {
  return [...desk.tabs.keys()].map((tabId) => {
    const documents = desk.caseOf(tabId)?.documents ?? [];
    return { tabId, documents: documents.filter((one) => one.tabId === tabId && one.isOpen) };
  });
}

/** A tab that went on to something that is not read has no case any more. */
async function followTab(
  tabId: number,
  isLoading: boolean,
  cases: Cases,
  panels: Panels,
): Promise<void> {
  await cases.store.restored;
  if (!cases.desk.caseOf(tabId)) return panels.tellTab(tabId);
  const address = await addressOf(tabId);
  if (!isReader(address) && !(await isGranted(address))) await cases.drop(tabId);
  else if (isLoading) await cases.leave(tabId);
  await panels.tellTab(tabId);
}
