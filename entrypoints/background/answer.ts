import { type Browser, browser } from 'wxt/browser';
import type { PortalPlaces } from '../../lib/case/portal-profile.ts';
import { checkForBackground } from '../../lib/messaging/background-check.ts';
import { failure, type Result, success } from '../../lib/messaging/result.ts';
import { askPage } from '../../lib/messaging/sending.ts';
import { isGranted } from '../../lib/portals/grants.ts';
import { profileFor } from '../../lib/portals/profile.ts';
import type { Cases } from './cases.ts';
import { insertText } from './insert-text.ts';
import { checkLetterOf, documentText } from './letter.ts';
import { caseText, openCases } from './open-cases.ts';
import { openPanelFromPage } from './panel.ts';
import type { Panels } from './panels.ts';
import { isReader, openReader } from './reader-tabs.ts';
import { getReady } from './reviewer.ts';
import { forgetSettings, portalProfiles, settings } from './settings.ts';

type Arrival = NonNullable<ReturnType<typeof checkForBackground>>;
type FromPage = Extract<Arrival, { way: 'pageToBackground' }>;
type FromPanel = Extract<Arrival, { way: 'panelToBackground' }>;
type Sender = Browser.runtime.MessageSender;

/** Answers every message to the background. Who sent it is what the browser says of the sender. */
export function answerMessages(cases: Cases, panels: Panels): void {
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    if (sender.id !== browser.runtime.id) return;
    const arrival = checkForBackground(message);
    const answer = arrival && answerOf(arrival, sender, cases, panels);
    if (!answer) {
      // Messages to panels pass here as well, and are not ours to answer.
      if (isForBackground(message)) respond(failure('CG-404'));
      return;
    }
    answer.then(respond, () => respond(failure('CG-404')));
    return true;
  });
}

function answerOf(
  arrival: Arrival,
  sender: Sender,
  cases: Cases,
  panels: Panels,
): Promise<Result<unknown>> | undefined {
  const isOurPage = sender.url?.startsWith(browser.runtime.getURL('/')) === true;
  if (arrival.way === 'panelToBackground') {
    return isOurPage ? answerPanel(arrival, cases, panels) : undefined;
  }
  const { tab, frameId } = sender;
  if (tab?.id === undefined || frameId === undefined) return undefined;
  if (isOurPage && !isReader(sender.url)) return undefined;
  return answerPage(arrival, { ...sender, tab: { ...tab, id: tab.id }, frameId }, cases, panels);
}

type PageSender = Sender & { tab: Browser.tabs.Tab & { id: number }; frameId: number };

function answerPage(
  arrival: FromPage,
  sender: PageSender,
  cases: Cases,
  panels: Panels,
): Promise<Result<unknown>> {
  const { tab, frameId } = sender;
  switch (arrival.name) {
    case 'showInPanel': {
      // Before anything is awaited: a click opens the panel only while it is being handled.
      const opened = openPanelFromPage(tab.windowId);
      cases.targets.set(tab.id, arrival.body);
      return panels.tell(tab.windowId).then((isHeard) => opened(isHeard));
    }
    case 'textRead':
      // Only the reader page shows files, and it shows nothing else.
      if (isReader(sender.url) !== (arrival.body.document !== undefined)) break;
      return ifAllowed(sender, () => cases.take(tab.id, frameId, arrival.body));
    case 'getPlaces':
      return ifAllowed(sender, async () => {
        const places = await placesFor(sender);
        // The page reads now: meanwhile all is got ready for its text, once it has its answer.
        setTimeout(() => void getReady());
        return success(places);
      });
    case 'lookedAt':
      return ifAllowed(sender, () => cases.lookAt(tab.id));
    case 'markingFault':
      return ifAllowed(sender, () => cases.setMarkingFault(tab.id, arrival.body.fault));
  }
  return Promise.resolve(failure('CG-404'));
}

/** A page whose site was taken back a moment ago is told to stop. */
async function ifAllowed(
  sender: PageSender,
  answer: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  // A frame written by its page (`about:blank`, `srcdoc`) has the page's origin, and no address.
  const address = originOf(sender) ?? sender.tab.url;
  if (isReader(sender.url)) return answer();
  return (await isGranted(address)) ? answer() : failure('CG-401');
}

/** What the profile of the sender's own address names; a frame of another site has its own. */
async function placesFor({ url, tab }: PageSender): Promise<PortalPlaces | null> {
  const profiles = await portalProfiles();
  const address = url?.startsWith('http') ? url : tab.url;
  return (address && profileFor(address, profiles)?.places) || null;
}

/** Settings, packs or profiles have changed: they are read anew, and every case is judged by them. */
export async function followSettings(cases: Cases, panels: Panels): Promise<void> {
  forgetSettings();
  await settings();
  await tellPlaces(cases);
  await cases.reviewAll();
  await panels.tellAll();
}

/** Open pages read by the profiles as they are now. */
async function tellPlaces(cases: Cases): Promise<void> {
  const profiles = await portalProfiles();
  const open = [...cases.desk.cases.values()].flatMap(({ documents }) => documents);
  for (const { document, tabId, frameId, isOpen } of open) {
    if (!isOpen || !('url' in document.origin)) continue;
    const places = profileFor(document.origin.url, profiles)?.places ?? null;
    void askPage({ tabId, frameId }, 'setPlaces', places);
  }
}

function originOf({ origin, url }: Sender): string | undefined {
  if (origin?.startsWith('http')) return origin;
  return url?.startsWith('http') ? url : undefined;
}

async function answerPanel(
  arrival: FromPanel,
  cases: Cases,
  panels: Panels,
): Promise<Result<unknown>> {
  switch (arrival.name) {
    case 'getActiveReview':
      return success(await panels.open(arrival.body.windowId));
    case 'lookedAt':
      return cases.lookAt(arrival.body.tabId);
    case 'showPassage':
      return cases.showPassage(arrival.body.tabId, arrival.body.passage);
    case 'setAsOf':
      return cases.setAsOf(arrival.body.tabId, arrival.body.asOf);
    case 'setEdition':
      return cases.setEdition(arrival.body.tabId, arrival.body.edition);
    case 'fetchFile': {
      const { tabId, ...file } = arrival.body;
      return askPage({ tabId, frameId: 0 }, 'fetchFile', file);
    }
    case 'openReader':
      return openReader(arrival.body.tabId, arrival.body.file, cases);
    case 'pickPlace': {
      const { tabId, place } = arrival.body;
      return askPage({ tabId, frameId: 0 }, 'pickPlace', { place });
    }
    case 'judge':
      return cases.judge(arrival.body.tabId, arrival.body.judgement, arrival.body.isOn);
    case 'insertText':
      return insertText(arrival.body.tabId, arrival.body.insert);
    case 'readField': {
      const { tabId, locator } = arrival.body;
      return askPage({ tabId, frameId: 0 }, 'readField', { locator });
    }
    case 'readDocument':
      return documentText(cases, arrival.body.tabId, arrival.body.document);
    case 'checkLetter':
      return checkLetterOf(cases, arrival.body.tabId, arrival.body.text, arrival.body.draftOn);
    case 'undoInsert':
      return askPage({ tabId: arrival.body.tabId, frameId: 0 }, 'undoInsert', null);
    case 'setMarks':
      return cases.setMarks(arrival.body.tabId, arrival.body.on);
    case 'searchAgain':
      return cases.search(arrival.body.tabId, arrival.body.term);
    case 'settingsChanged':
      await followSettings(cases, panels);
      return success(null);
    case 'openOptions':
      await openOptions(arrival.body.part);
      return success(null);
    case 'addToCase':
      return cases.addToCase(arrival.body.tabId, arrival.body.caseId);
    case 'leaveOut':
      return cases.leaveOut(arrival.body.tabId, arrival.body.document);
    case 'newCase':
      return cases.newCase(arrival.body.tabId);
    case 'getOpenCases':
      await cases.store.restored;
      return success(openCases(cases.store));
    case 'getCaseText':
      return caseText(cases.store, arrival.body.tabId);
    case 'forgetEverything':
      await cases.forgetAll();
      forgetSettings();
      await panels.tellAll();
      return success(null);
  }
}

/** The options at a part of theirs: in the tab that shows them already, where there is one. */
async function openOptions(part: string | undefined): Promise<void> {
  if (part === undefined) return browser.runtime.openOptionsPage();
  const url = browser.runtime.getURL(`/options.html#${part}`);
  const page = browser.runtime.getURL('/options.html');
  // Tabs of the extension's own pages are told without a permission.
  const tabs = await browser.tabs.query({});
  const open = tabs.find((tab) => tab.url?.split('#')[0] === page)?.id;
  if (open === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open, { active: true, url });
}

function isForBackground(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'way' in message &&
    (message.way === 'pageToBackground' || message.way === 'panelToBackground')
  );
}
