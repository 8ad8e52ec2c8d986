import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** Does what the browser does with `_locales`, where there is no extension around. */
export function getMessage(key: string, substitutions: readonly string[] = []): string {
  const found = (messages as Record<string, Message>)[key];
  if (found === undefined) return '';
  return found.message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = found.placeholders?.[name.toLowerCase()]?.content ?? '';
    return content.replace(
      /\$(\d)/g,
      (__, place: string) => substitutions[Number(place) - 1] ?? '',
    );
  });
}
