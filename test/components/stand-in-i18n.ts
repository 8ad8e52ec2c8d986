import { getMessageFrom } from '../../lib/wording/message-file.ts';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

export const getMessage = getMessageFrom(messages);
