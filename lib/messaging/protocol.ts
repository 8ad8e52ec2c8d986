import type { DocumentOrigin, LinkedFile, Page, UnreadPart } from '../case/document.ts';
import type { FaultCode } from '../case/fault.ts';
import type { MarkColours, PageMark } from '../case/page-mark.ts';
import type { Passage } from '../case/passage.ts';
import type { Locator, PageFacts, PlaceName, PortalPlaces } from '../case/portal-profile.ts';
import type { Occasion, SignInFault, TeamPass } from '../library/sync/team.ts';
import type { SetUpMember, TeamOrder, TeamSetup } from '../library/sync/team-setup.ts';
import type { Judgement } from '../review/judgements.ts';
import type { Finding } from '../review/review.ts';
import type { ActiveReview, ReviewTarget, TermSearch } from './active-review.ts';

/**
 * Every message of the extension, by the way it goes. Each is checked when it arrives; who sent it
 * is read from the browser's `sender`, never from the message.
 */
export interface Protocol {
  pageToBackground: {
    /** A page or frame was read, at first or anew. Answered when the review of it is done. */
    textRead: { body: PageText; reply: null };
    /** The places of this portal's pages, where it has a profile. Asked before the first reading. */
    getPlaces: { body: null; reply: PortalPlaces | null };
    /** Something of the marking that the reviewer should know, or `null` when it is over. */
    markingFault: { body: { fault: FaultCode | null }; reply: null };
    /** Somebody reads or works in the page: its case is not idle. Says nothing of what was done. */
    lookedAt: { body: null; reply: null };
    /** A click on the card: opens the panel (Chromium) at this place of the review. */
    showInPanel: { body: ReviewTarget; reply: null };
  };
  backgroundToPage: {
    /** The marks of a text; they replace all earlier ones. */
    paintMarks: { body: MarkSheet; reply: null };
    /** Scrolls to a passage and flashes it. */
    showPassage: { body: PageSpan; reply: null };
    /** The worker has lost the text (it was stopped): send it again. */
    readAgain: { body: null; reply: null };
    /** The portal's profile changed. */
    setPlaces: { body: PortalPlaces | null; reply: null };
    /** Lets the reviewer point at a place; answers when that is done, `null` when it was given up. */
    pickPlace: { body: { place: PlaceName }; reply: PickedPlace | null };
    /** A part of a file of this page's site, fetched as a click on its link would. */
    fetchFile: { body: { url: string; offset: number }; reply: FilePart };
    /** Puts a text into the field at a place. */
    insertText: { body: InsertText; reply: Inserted };
    /** What stands in the field at a place; it is a draft from then on and no record. */
    readField: { body: { locator: Locator }; reply: string };
    /** Takes back what was put in last; false where the field does not hold it any more. */
    undoInsert: { body: null; reply: boolean };
    /** To every frame: a field that holds this text holds the reviewer's draft. */
    holdsDraft: { body: { text: string }; reply: null };
    /** The site is no longer allowed: stop at once. */
    stop: { body: null; reply: null };
  };
  panelToBackground: {
    getActiveReview: { body: { windowId: number }; reply: ActiveReview };
    /** Somebody works on the tab's case in a page of ours: it is not idle. */
    lookedAt: { body: { tabId: number }; reply: null };
    /** Scrolls the page to a passage and flashes it. */
    showPassage: { body: { tabId: number; passage: Passage }; reply: null };
    /** The day to judge by, ISO; `null` goes back to the one found in the text. */
    setAsOf: { body: { tabId: number; asOf: string | null }; reply: null };
    /** The pack to judge by where it speaks; `null` goes back to the edition in force. */
    setEdition: { body: { tabId: number; edition: string | null }; reply: null };
    /** Lets the reviewer point at a place in the page of the tab, for the profile of its portal. */
    pickPlace: { body: { tabId: number; place: PlaceName }; reply: PickedPlace | null };
    /** A part of a file of the tab's site, for the reader page. */
    fetchFile: { body: { tabId: number; url: string; offset: number }; reply: FilePart };
    /** Opens the reader page for the case of a tab, empty or with a file of its site. */
    openReader: { body: { tabId: number; file: string | null }; reply: null };
    /** A judgement of the reviewer's own on the tab's case, or the same one taken back. */
    judge: { body: { tabId: number; judgement: Judgement; isOn: boolean }; reply: null };
    /** Puts a text into the field the reviewer chose; into no other. */
    insertText: { body: { tabId: number; insert: InsertText }; reply: Inserted };
    /** The text of the field the reviewer chose. */
    readField: { body: { tabId: number; locator: Locator }; reply: string };
    /** The text of a document of the tab's case. It is kept by no one. */
    readDocument: { body: { tabId: number; document: string }; reply: string };
    /**
     * Holds a letter against the tab's case. It is kept by no one. `draftOn` is the request that the
     * text is the rationale on, where it is no letter yet.
     */
    checkLetter: {
      body: { tabId: number; text: string; draftOn: string | null };
      reply: Finding[];
    };
    /** Takes back what was put in last, where the field still holds it. */
    undoInsert: { body: { tabId: number }; reply: boolean };
    /** Marks of this tab on or off. */
    setMarks: { body: { tabId: number; on: boolean }; reply: null };
    /** Searches the case for a term; the result also stays in `CaseState.searches`. */
    searchAgain: { body: { tabId: number; term: string }; reply: TermSearch };
    /** Settings or own packs were saved: read them anew and judge again. */
    settingsChanged: { body: null; reply: null };
    openOptions: { body: { part?: string }; reply: null };
    /** The page of a tab is reviewed with another open case from now on. */
    addToCase: { body: { tabId: number; caseId: string }; reply: null };
    /** Leaves a document out of the tab's case. */
    leaveOut: { body: { tabId: number; document: string }; reply: null };
    /** Forgets what was read of the tab's case and begins a new one. */
    newCase: { body: { tabId: number }; reply: null };
    /** The cases that are open in tabs, the one last looked at first: for the pack bench. */
    getOpenCases: { body: null; reply: OpenCaseName[] };
    /** The text of an open case, its documents one after the other. It is kept by no one. */
    getCaseText: { body: { tabId: number }; reply: string };
    /** Everything is deleted: nothing of a case or of the team stays in memory. */
    forgetEverything: { body: null; reply: null };
  };
  /** From the extension's own pages, about the team's library. Nothing of a case is among it. */
  teamToBackground: {
    /** Something of the library was written here: it is sent soon. */
    teamEdited: { body: null; reply: null };
    /** Answered when the round is over. */
    teamSync: { body: { occasion: Occasion }; reply: null };
    /** What signing in would come to; nothing is kept. */
    teamTest: { body: TeamCredentials; reply: TeamPass | SignInFault };
    /** `null` when it was taken. */
    teamSignIn: { body: TeamCredentials & { stay: boolean }; reply: SignInFault | null };
    teamSignOut: { body: null; reply: null };
    /** Forgets the library here; its snippets stay as the reader's own where copies are wanted. */
    teamLeave: { body: { copies: boolean }; reply: null };
    /** Makes a library and its members, as an administrator of the server. */
    teamSetUp: { body: TeamCredentials & TeamOrder; reply: TeamMade };
  };
  backgroundToPanel: {
    /** Broadcast after every change; a panel takes those of its own window. */
    reviewChanged: { body: ActiveReview; reply: null };
  };
}

/** Where a team's library is and as whom to sign in there. */
export interface TeamCredentials {
  /** Of its database. */
  address: string;
  user: string;
  password: string;
}

/** What came of setting up a library: what was made, or why not, with the server's words. */
export type TeamMade =
  | (TeamSetup & { members: SetUpMember[] })
  | { fault: SignInFault; reason: string };

export type Way = keyof Protocol;
export type Name<W extends Way> = keyof Protocol[W] & string;
export type Body<W extends Way, N extends Name<W>> = Protocol[W][N] extends { body: infer B }
  ? B
  : never;
export type Reply<W extends Way, N extends Name<W>> = Protocol[W][N] extends { reply: infer R }
  ? R
  : never;

/** A part of a file, and the length of all of it in bytes. */
export interface FilePart {
  base64: string;
  length: number;
}

/** A text for a field of the portal, in both its forms. */
export interface InsertText {
  locator: Locator;
  plain: string;
  html: string;
}

/** What became of a text in the field, as it was read back from there. */
export interface Inserted {
  /** `changed`: the field holds it otherwise than it was given, or only a part of it. */
  outcome: 'landed' | 'changed' | 'not-landed';
  /** What the field holds of it, at most the first 500 characters, where that is not the same. */
  holds: string;
}

/** A place the reviewer pointed at, with what stands there now. */
export interface PickedPlace {
  locator: Locator;
  shows: string;
}

/** A case that is open, by the name of what was read first. */
export interface OpenCaseName {
  id: string;
  /** A tab that shows it. */
  tabId: number;
  name: string;
  claimNumber: string | null;
}

/** A message as it travels. */
export interface Envelope<W extends Way = Way, N extends Name<W> = Name<W>> {
  way: W;
  name: N;
  body: Body<W, N>;
}

/** The text of a page or frame as its content script read it. */
export interface PageText {
  /** Random, one for each run of the content script: tells a reload from a change. */
  reader: string;
  /** Counts up within a run. */
  revision: number;
  url: string;
  title: string;
  /** The first main heading: with the address it tells one case from the next. */
  heading: string;
  text: string;
  unread: UnreadPart[];
  /** Lines of the text that were shown before and are not now: scrolled out of a list, or folded. */
  away?: number;
  /** PDF files of the page's own site that it links to, holds, or is. */
  files?: LinkedFile[];
  /** What the portal's profile found in the page. */
  facts?: PageFacts;
  /** Set by the reader page: what it shows is a file, with its pages. */
  document?: {
    origin: DocumentOrigin;
    pages: Page[];
    caseId: string | null;
    uncertain: { start: number; end: number; confidence: number }[];
  };
}

/** The marks that go with one revision of a text, and how the page is to behave. */
export interface MarkSheet {
  /** Of the text, as `PageText` had them: a page that was loaded anew counts from one again. */
  reader: string;
  revision: number;
  marks: PageMark[];
  /** Of the card; the marks' own come with the style sheet the background puts into the page. */
  colours: MarkColours;
  /** Keys that go to the next and the previous mark, as `Alt+J`; null when switched off. */
  keys: { next: string; previous: string } | null;
}

/** A passage of one revision of a page's text. */
export interface PageSpan {
  reader: string;
  revision: number;
  start: number;
  end: number;
}
