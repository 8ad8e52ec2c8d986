import type { Body, Name, Way } from '../../lib/messaging/protocol.ts';
import { palettes } from '../../lib/preferences/palette.ts';
import { page } from '../background/browser-world.ts';

/** A right message of every kind there is: another kind cannot be added without one here. */
export const messages: { [W in Way]: { [N in Name<W>]: Body<W, N> } } = {
  pageToBackground: {
    textRead: {
      ...{ reader: 'r', revision: 1, ...page, heading: 'Case 1', text: 'Trigger point injection' },
      unread: [{ code: 'CG-103', what: 'frames.example', site: 'https://frames.example/*' }],
      files: [{ url: 'https://claims.example/a.pdf', name: 'a.pdf' }],
      facts: { claimNumber: 'A-1' },
    },
    getPlaces: null,
    lookedAt: null,
    markingFault: { fault: 'CG-301' },
    showInPanel: { request: 'r', criterion: 'c', receipt: true },
  },
  backgroundToPage: {
    paintMarks: {
      ...{ reader: 'r', revision: 1, marks: [], keys: { next: 'Alt+J', previous: 'Alt+K' } },
      colours: palettes.grey,
    },
    showPassage: { reader: 'r', revision: 1, start: 0, end: 4 },
    readAgain: null,
    setPlaces: { caseArea: { by: 'path', path: ['main'] } },
    pickPlace: { place: 'claimNumber' },
    fetchFile: { url: 'https://claims.example/a.pdf', offset: 0 },
    insertText: { locator: { by: 'label', label: 'Note' }, plain: 'a', html: '<p>a</p>' },
    readField: { locator: { by: 'path', path: ['textarea'] } },
    undoInsert: null,
    holdsDraft: { text: 'a' },
    stop: null,
  },
  panelToBackground: {
    getActiveReview: { windowId: 1 },
    lookedAt: { tabId: 7 },
    showPassage: { tabId: 1, passage: { document: 'document-1', start: 0, end: 4 } },
    setAsOf: { tabId: 1, asOf: '2016-05-01' },
    setEdition: { tabId: 1, edition: 'twitch' },
    pickPlace: { tabId: 1, place: 'claimNumber' },
    fetchFile: { tabId: 1, url: 'https://claims.example/a.pdf', offset: 0 },
    openReader: { tabId: 1, file: 'https://claims.example/a.pdf' },
    judge: {
      ...{ tabId: 1, isOn: true },
      judgement: {
        ...{ kind: 'dismissal', request: 'r', label: 'l', criterion: 'c', reason: 'why' },
        passage: { document: 'document-1', quote: 'a' },
      },
    },
    insertText: {
      tabId: 1,
      insert: { locator: { by: 'label', label: 'Note' }, plain: 'a', html: '<p>a</p>' },
    },
    readField: { tabId: 1, locator: { by: 'label', label: 'Note' } },
    readDocument: { tabId: 1, document: 'document-1' },
    checkLetter: { tabId: 1, text: 'a', draftOn: null },
    undoInsert: { tabId: 1 },
    setMarks: { tabId: 1, on: true },
    searchAgain: { tabId: 1, term: 'a' },
    settingsChanged: null,
    openOptions: { part: 'marks' },
    addToCase: { tabId: 1, caseId: 'c' },
    leaveOut: { tabId: 1, document: 'document-1' },
    newCase: { tabId: 1 },
    getOpenCases: null,
    getCaseText: { tabId: 1 },
    forgetEverything: null,
  },
  // to an address that is none, so that no server is asked
  teamToBackground: {
    teamEdited: null,
    teamSync: { occasion: 'asked' },
    teamTest: { address: 'http://couch.example/a', user: 'ann', password: 'word' },
    teamSignIn: { address: 'http://couch.example/a', user: 'ann', password: 'word', stay: true },
    teamSignOut: null,
    teamLeave: { copies: true },
    teamSetUp: {
      ...{ address: 'http://couch.example/a', user: 'admin', password: 'word' },
      ...{ name: 'Appeals', editors: ['ann'], readers: [] },
    },
  },
  backgroundToPanel: {
    reviewChanged: {
      ...{ windowId: 1, tab: { id: 1, title: 'Case 1' }, case: null, faults: [], target: null },
      site: { host: 'claims.example', pattern: 'https://claims.example/*', access: 'granted' },
    },
  },
};
