import type { Actions } from './actions.ts';

const nothing = () => undefined;
const noPage = async () => ({ ok: false, fault: 'CG-407' }) as const;

/** What can be done where no page and no case stand behind what is shown: nothing. */
export const noActions: Actions = {
  show: async () => 'CG-407',
  copy: async () => false,
  search: async () => null,
  setAsOf: nothing,
  setEdition: null,
  addToCase: nothing,
  leaveOut: nothing,
  pickPlace: async () => null,
  saveProfile: nothing,
  openReader: nothing,
  newCase: nothing,
  judge: nothing,
  saveRole: nothing,
  readDrafts: async () => ({}),
  keepDraft: nothing,
  insertText: noPage,
  undoInsert: async () => false,
  readField: noPage,
  readDocument: noPage,
  checkLetter: noPage,
  setMarks: nothing,
  allow: nothing,
  openOptions: nothing,
};
