import type { Language } from './language.ts';

/** One message of a file of `_locales`. */
export interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string }>;
}

/** A file of `_locales`: its messages by their names. */
export type MessageFile = Record<string, Message>;

/** Does what the browser does with a file of `_locales`, where there is no extension around. */
export function getMessageFrom(file: MessageFile) {
  return (key: string, fillings: readonly string[] = []): string => {
    const found = file[key];
    if (found === undefined) return '';
    return found.message.replace(/\$(\w+)\$/g, (_, name: string) => {
      const content = found.placeholders?.[name.toLowerCase()]?.content ?? '';
      return content.replace(/\$(\d)/g, (__, place: string) => fillings[Number(place) - 1] ?? '');
    });
  };
}

/** The language of a file of `_locales`, which names itself. */
export function languageOf(file: MessageFile): Language {
  const message = getMessageFrom(file);
  return { locale: message('locale'), message };
}
