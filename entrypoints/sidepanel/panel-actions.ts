import type { Actions } from '../../components/panel/actions.ts';
import { putOnClipboard } from '../../components/panel/clipboard.ts';
import type { FaultCode } from '../../lib/case/fault.ts';
import { savePreference } from '../../lib/library/preferences.ts';
import { saveProfile } from '../../lib/library/profiles.ts';
import type { Body, Name } from '../../lib/messaging/protocol.ts';
import { failure } from '../../lib/messaging/result.ts';
import { askBackground } from '../../lib/messaging/sending.ts';
import { allowSite } from '../../lib/portals/team-site.ts';
import { keepDraft, readDrafts } from './draft-store.ts';

/**
 * What the panel's controls do to the tab it shows.
 *
 * @param onFault told of what could not be done, where the control itself has no place to say it
 */
export function panelActions(
  tabId: number | null,
  onFault: (fault: FaultCode) => void = () => undefined,
): Actions {
  /** Has something done that may be done twice: the worker may be stopped over the first message. */
  const change = async <N extends Name<'panelToBackground'>>(
    name: N,
    body: Body<'panelToBackground', N>,
  ) => {
    let done = await askBackground('panelToBackground', name, body);
    if (!done.ok && done.fault === 'CG-404') {
      done = await askBackground('panelToBackground', name, body);
    }
    if (!done.ok) onFault(done.fault);
  };
  return {
    copy: putOnClipboard,
    async show(passage) {
      if (tabId === null) return 'CG-407';
      const shown = await askBackground('panelToBackground', 'showPassage', { tabId, passage });
      return shown.ok ? null : shown.fault;
    },
    async search(term) {
      if (tabId === null) return null;
      const found = await askBackground('panelToBackground', 'searchAgain', { tabId, term });
      return found.ok ? found.value : null;
    },
    setAsOf(asOf) {
      if (tabId !== null) void change('setAsOf', { tabId, asOf });
    },
    setEdition(edition) {
      if (tabId !== null) void change('setEdition', { tabId, edition });
    },
    addToCase(caseId) {
      if (tabId !== null) void change('addToCase', { tabId, caseId });
    },
    leaveOut(document) {
      if (tabId !== null) void change('leaveOut', { tabId, document });
    },
    newCase() {
      if (tabId !== null) void change('newCase', { tabId });
    },
    async pickPlace(place) {
      if (tabId === null) return null;
      const picked = await askBackground('panelToBackground', 'pickPlace', { tabId, place });
      return picked.ok ? picked.value : null;
    },
    saveProfile(profile) {
      saveProfile(profile).then(
        () => change('settingsChanged', null),
        () => onFault('CG-505'),
      );
    },
    openReader(file) {
      if (tabId !== null) void askBackground('panelToBackground', 'openReader', { tabId, file });
    },
    judge(judgement, isOn) {
      if (tabId === null) return;
      void change('judge', { tabId, judgement, isOn });
    },
    saveRole(role) {
      savePreference('role', role).then(
        () => change('settingsChanged', null),
        () => onFault('CG-505'),
      );
    },
    readDrafts,
    keepDraft,
    async insertText(insert) {
      if (tabId === null) return failure('CG-407');
      return askBackground('panelToBackground', 'insertText', { tabId, insert });
    },
    async readField(locator) {
      if (tabId === null) return failure('CG-407');
      return askBackground('panelToBackground', 'readField', { tabId, locator });
    },
    async readDocument(document) {
      if (tabId === null) return failure('CG-407');
      return askBackground('panelToBackground', 'readDocument', { tabId, document });
    },
    async checkLetter(text, draftOn) {
      if (tabId === null) return failure('CG-407');
      return askBackground('panelToBackground', 'checkLetter', { tabId, text, draftOn });
    },
    async undoInsert() {
      if (tabId === null) return false;
      const undone = await askBackground('panelToBackground', 'undoInsert', { tabId });
      return undone.ok && undone.value;
    },
    setMarks(on) {
      if (tabId !== null) void change('setMarks', { tabId, on });
    },
    allow(pattern) {
      void allowSite(pattern);
    },
    openOptions(part) {
      void askBackground('panelToBackground', 'openOptions', part === undefined ? {} : { part });
    },
  };
}
