/** The part of `npm run -s analyze`'s answer that the summary prints. */
export interface PrintedReview {
  requests: {
    label: string;
    criteria: {
      id: string;
      verdict: string;
      reason: string;
      evidence: { quote: string; role: string }[];
    }[];
  }[];
  safety: { id: string; reason: string }[];
}

const WIDTH = 76;

const oneLine = (text: string) => {
  const joined = text.replace(/\s+/g, ' ').trim();
  return joined.length > WIDTH ? `${joined.slice(0, WIDTH - 1)}…` : joined;
};

/** A review to be read in a terminal: each request, its criteria by verdict, the first quotes. */
export function summarize({ requests, safety }: PrintedReview): string {
  const lines: string[] = [];
  for (const { label, criteria } of requests) {
    lines.push(label);
    for (const { id, verdict, reason, evidence } of criteria) {
      lines.push(`  ${verdict.padEnd(15)} ${id.replace(/^.*\//, '').replaceAll('-', ' ')}`);
      if (verdict !== 'not-applicable') lines.push(`${' '.repeat(18)}${oneLine(reason)}`);
      for (const { quote } of evidence.slice(0, 2))
        lines.push(`${' '.repeat(18)}“${oneLine(quote)}”`);
    }
    lines.push('');
  }
  for (const { id, reason } of safety)
    lines.push(`Safety: ${id.replace(/^safety\//, '').replaceAll('-', ' ')}. ${oneLine(reason)}`);
  return lines.join('\n').trimEnd();
}
