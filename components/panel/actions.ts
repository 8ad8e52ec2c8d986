import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FaultCode } from '../../lib/case/fault.ts';
import type { Passage } from '../../lib/case/passage.ts';
import type { Locator, PlaceName } from '../../lib/case/portal-profile.ts';
import type { Composition } from '../../lib/letter/composition.ts';
import type { Role } from '../../lib/letter/roles.ts';
import type { TermSearch } from '../../lib/messaging/active-review.ts';
import type { Inserted, InsertText, PickedPlace } from '../../lib/messaging/protocol.ts';
import type { Result } from '../../lib/messaging/result.ts';
import type { PortalProfile } from '../../lib/portals/profile.ts';
import type { Judgement } from '../../lib/review/judgements.ts';
import type { Finding } from '../../lib/review/review.ts';

/** One text in both forms a portal's field may take. */
export interface Clipping {
  plain: string;
  /** Empty where the plain text is all. */
  html: string;
}

/** What a reviewer can do in the panel. The side panel's entrypoint carries it out. */
export interface Actions {
  /** Scrolls the page to the passage and flashes it; answers why it could not, if so. */
  show(passage: Passage): Promise<FaultCode | null>;
  /** Puts the text on the clipboard; whether the browser allowed it. */
  copy(clipping: Clipping): Promise<boolean>;
  /** Finds the reviewer's own term in the case; null when it could not be searched. */
  search(term: string): Promise<TermSearch | null>;
  /** The day to choose editions by, ISO; null goes back to the one found in the text. */
  setAsOf(date: string | null): void;
  /**
   * Judges by a pack where it speaks; null goes back to the edition in force on the date. Absent
   * where there is no case to judge by it, as in the pack bench.
   */
  setEdition: ((pack: string | null) => void) | null;
  /** Reviews the page of this tab together with another open case. */
  addToCase(caseId: string): void;
  /** Leaves a document out of the case. */
  leaveOut(document: string): void;
  /** Forgets what was read of the case and begins a new one with the page that is open. */
  newCase(): void;
  /** Lets the reviewer point at a place in the page; null when given up, or there is no page. */
  pickPlace(place: PlaceName): Promise<PickedPlace | null>;
  /** Keeps what is known of the portal; its open pages are read by it at once. */
  saveProfile(profile: PortalProfile): void;
  /** Opens the reader for this case, empty or with a file of the portal. */
  openReader(file: string | null): void;
  /** Keeps a judgement of the reviewer's own with the case, or takes it back. */
  judge(judgement: Judgement, isOn: boolean): void;
  /** Says once as whom the reviewer writes. */
  saveRole(role: Role): void;
  /** What was written on the requests of a case so far, by the request; as it was kept. */
  readDrafts(caseId: string): Promise<Record<string, unknown>>;
  /** Keeps what is written on a request, in memory, for as long as its case is open. */
  keepDraft(caseId: string, request: string, composition: Composition): void;
  /** Puts a text into a field the reviewer chose, and says what landed there. */
  insertText(insert: InsertText): Promise<Result<Inserted>>;
  /** The text of the field at a place of the page. */
  readField(locator: Locator): Promise<Result<string>>;
  /** The text of a document of the case. */
  readDocument(id: string): Promise<Result<string>>;
  /**
   * Holds a letter against the case; it is kept by no one. `draftOn` is the request that the text is
   * the rationale on, where it is no letter yet.
   */
  checkLetter(text: string, draftOn: string | null): Promise<Result<Finding[]>>;
  /** Takes back what was put in last; whether the field is as it was before. */
  undoInsert(): Promise<boolean>;
  /** Marks of this tab on or off. */
  setMarks(on: boolean): void;
  /** Asks the browser to allow the site of this pattern. Called from a click only. */
  allow(pattern: string): void;
  openOptions(part?: string): void;
}

const ActionsContext = createContext<Actions | null>(null);

export const ActionsProvider = ActionsContext.Provider;

export function useActions(): Actions {
  const actions = useContext(ActionsContext);
  if (actions === null) throw new Error('no ActionsProvider above');
  return actions;
}
