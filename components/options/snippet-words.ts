import type { IdentifierKind, IdentifierSign } from '../../lib/library/identifier-guard.ts';
import type { SnippetImport } from '../../lib/library/import-snippets.ts';
import type { PreferencesImport } from '../../lib/library/preferences-file.ts';
import type { MergedField } from '../../lib/snippets/merge.ts';
import type { SnippetStatus } from '../../lib/snippets/snippet.ts';
import { type MessageKey, words } from '../../lib/wording/words.ts';

export const statusTexts = {
  draft: 'status_draft',
  approved: 'status_approved',
  retired: 'status_retired',
} as const satisfies Record<SnippetStatus, MessageKey>;

/** Fields of a snippet, as the form names them. */
export const mergedFieldTexts = {
  title: 'field_title',
  text: 'field_text',
  criteria: 'field_criteria',
  treatments: 'field_treatments',
  citation: 'field_guideline',
  inForce: 'field_from',
  jurisdiction: 'field_jurisdiction',
  tags: 'field_tags',
  status: 'field_status',
  confidence: 'field_seen',
  sources: 'field_sources',
} as const satisfies Record<MergedField, MessageKey>;

/** A field's value as a person reads it: those a file knows by a name, in words. */
export function valueInWords(field: MergedField, value: string): string {
  if (field === 'status' && Object.hasOwn(statusTexts, value)) {
    return words(statusTexts[value as SnippetStatus]);
  }
  if (field === 'confidence')
    return words(value === 'seen' ? 'confidence_seen' : 'confidence_to_be_verified');
  return value;
}

export const identifierTexts = {
  name: 'identifier_name',
  'birth-date': 'identifier_birth_date',
  'social-security': 'identifier_social_security',
  'record-number': 'identifier_record_number',
  phone: 'identifier_phone',
  address: 'identifier_address',
  email: 'identifier_email',
} as const satisfies Record<IdentifierKind, MessageKey>;

export const signTexts = {
  form: 'sign_form',
  'word-before': 'sign_word_before',
  'verb-after': 'sign_verb_after',
  'known-name': 'sign_known_name',
  'names-together': 'sign_names_together',
  'other-script': 'sign_other_script',
} as const satisfies Record<IdentifierSign, MessageKey>;

export const importRefusals = {
  'not-json': 'import_not_json',
  'not-snippets': 'import_not_snippets',
  'newer-format': 'import_newer_format',
  'no-library': 'import_no_library',
  'read-only': 'import_read_only',
} as const satisfies Record<Extract<SnippetImport, { reason: string }>['reason'], MessageKey>;

export const preferenceRefusals = {
  'not-json': 'preferences_not_json',
  'not-preferences': 'preferences_not_preferences',
  'newer-format': 'preferences_newer_format',
} as const satisfies Record<Extract<PreferencesImport, { reason: string }>['reason'], MessageKey>;
