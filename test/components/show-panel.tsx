import { type RenderResult, render } from '@testing-library/preact';
import { type Mock, vi } from 'vitest';
import { type Actions, ActionsProvider } from '../../components/panel/actions.ts';
import { Panel } from '../../components/panel/panel.tsx';
import { type SnippetShelf, SnippetShelfProvider } from '../../components/snippets/shelf.ts';
import type { Role } from '../../lib/letter/roles.ts';
import type { ActiveReview } from '../../lib/messaging/active-review.ts';
import { newProfile, type PortalProfile } from '../../lib/portals/profile.ts';

export type WatchedActions = { [Name in keyof Actions]: Mock<NonNullable<Actions[Name]>> };

/** Actions that do nothing and remember what was asked of them. */
export function watchedActions(): WatchedActions {
  return {
    show: vi.fn(async () => null),
    copy: vi.fn(async () => true),
    search: vi.fn(async () => null),
    setAsOf: vi.fn(),
    setEdition: vi.fn(),
    addToCase: vi.fn(),
    leaveOut: vi.fn(),
    pickPlace: vi.fn(async () => null),
    saveProfile: vi.fn(),
    openReader: vi.fn(),
    newCase: vi.fn(),
    judge: vi.fn(),
    saveRole: vi.fn(),
    readDrafts: vi.fn(async () => ({})),
    keepDraft: vi.fn(),
    insertText: vi.fn<Actions['insertText']>(async () => ({
      ok: true,
      value: { outcome: 'landed', holds: '' },
    })),
    readField: vi.fn<Actions['readField']>(async () => ({ ok: true, value: '' })),
    readDocument: vi.fn<Actions['readDocument']>(async () => ({ ok: true, value: '' })),
    checkLetter: vi.fn<Actions['checkLetter']>(async () => ({ ok: true, value: [] })),
    undoInsert: vi.fn(async () => true),
    setMarks: vi.fn(),
    allow: vi.fn(),
    openOptions: vi.fn(),
  };
}

interface Shown extends RenderResult {
  actions: WatchedActions;
  /** Shows what the background tells next. */
  tell(active: ActiveReview | null): void;
}

interface ShowOptions {
  singleKeys?: boolean;
  allowed?: string[];
  role?: Role | null;
  profile?: PortalProfile;
  /** What was kept of the case's drafts. */
  drafts?: Record<string, unknown>;
  shelf?: SnippetShelf | null;
}

export function showPanel(
  active: ActiveReview | null,
  {
    singleKeys = true,
    allowed = ['claims.northgate.example'],
    role = null,
    profile = newProfile('claims.northgate.example', 'https://claims.northgate.example'),
    drafts = {},
    shelf = null,
  }: ShowOptions = {},
): Shown {
  const actions = watchedActions();
  actions.readDrafts.mockImplementation(async () => drafts);
  const panel = (now: ActiveReview | null) => (
    <ActionsProvider value={actions}>
      <SnippetShelfProvider value={shelf}>
        <Panel
          active={now}
          allowed={allowed}
          profile={profile}
          singleKeys={singleKeys}
          role={role}
        />
      </SnippetShelfProvider>
    </ActionsProvider>
  );
  const rendered = render(panel(active));
  return { ...rendered, actions, tell: (now) => rendered.rerender(panel(now)) };
}

/** What an element says, in one line. */
export function says(element: Element | null | undefined): string {
  return element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
