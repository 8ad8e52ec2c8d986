import type { FaultCode } from '../case/fault.ts';
import { type MessageKey, words } from './words.ts';

const sentences = {
  'CG-101': 'fault_no_text',
  'CG-102': 'fault_too_much_text',
  'CG-103': 'fault_frame_not_allowed',
  'CG-104': 'fault_own_draft',
  'CG-105': 'fault_browser_pdf',
  'CG-106': 'fault_nested_too_deeply',
  'CG-107': 'fault_picture_page',
  'CG-108': 'fault_damaged_file',
  'CG-109': 'fault_unknown_file',
  'CG-110': 'fault_locked_pdf',
  'CG-111': 'fault_file_not_handed_over',
  'CG-112': 'fault_list_in_view',
  'CG-113': 'fault_picture_part',
  'CG-201': 'fault_review_stopped',
  'CG-202': 'fault_pack_error',
  'CG-203': 'fault_no_pack',
  'CG-204': 'fault_no_date',
  'CG-205': 'fault_no_such_edition',
  'CG-206': 'fault_letter_unchecked',
  'CG-301': 'fault_marks_removed',
  'CG-302': 'fault_marks_unknown',
  'CG-303': 'fault_passage_gone',
  'CG-304': 'fault_passage_in_field',
  'CG-305': 'fault_passage_away',
  'CG-310': 'fault_field_gone',
  'CG-311': 'fault_no_single_field',
  'CG-312': 'fault_field_read_only',
  'CG-313': 'fault_field_in_frame',
  'CG-401': 'fault_off_here',
  'CG-402': 'fault_browser_page',
  'CG-403': 'fault_extension_gone',
  'CG-404': 'fault_message_unknown',
  'CG-405': 'fault_no_open_case',
  'CG-406': 'fault_panel_by_button',
  'CG-407': 'fault_page_closed',
  'CG-408': 'fault_document_closed',
  'CG-501': 'fault_settings_newer',
  'CG-502': 'fault_setting_broken',
  'CG-503': 'fault_case_too_large',
  'CG-504': 'fault_settings_unread',
  'CG-505': 'settings_not_saved',
} as const satisfies Record<FaultCode, MessageKey>;

/** One plain sentence about what went wrong, in the reader's language. */
export function sentenceOf(code: FaultCode): string {
  return words(sentences[code]);
}
