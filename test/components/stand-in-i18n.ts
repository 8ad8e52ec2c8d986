import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** Does what the browser does with a file of `_locales`, where there is no extension around. */
export function getMessageFrom(file: Record<string, Message>) {
  return (key: string, substitutions: readonly string[] = []): string => {
    const found = file[key];
    if (found === undefined) return '';
    return found.message.replace(/\$(\w+)\$/g, (_, name: string) => {
      const content = found.placeholders?.[name.toLowerCase()]?.content ?? '';
      return content.replace(
        /\$(\d)/g,
        (__, place: string) => substitutions[Number(place) - 1] ?? '',
      );
    });
  };
}

export const getMessage = getMessageFrom(messages);
