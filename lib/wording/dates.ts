import { locale, words } from './words.ts';

/** A date as precise as it is known: `2015-08-12` → 12 Aug 2015, `2015-08` → Aug 2015. */
export function showDate(iso: string): string {
  const [year = '', month, day] = iso.slice(0, 10).split('-');
  if (month === undefined) return year;
  const name = monthName(Number(month));
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** When a passage was written: its own date, else its document's, said to be so, else nothing. */
export function showWhen({
  date,
  documentDate,
}: {
  date?: string | null;
  documentDate?: string;
}): string | undefined {
  if (date) return showDate(date);
  return documentDate === undefined ? undefined : words('date_of_document', showDate(documentDate));
}

/** From one date to another, open at the end where none is known. */
export function showPeriod(from: string, to: string | null): string {
  return to === null
    ? words('period_from', showDate(from))
    : words('period', showDate(from), showDate(to));
}

function monthName(month: number): string {
  const date = new Date(Date.UTC(2000, month - 1, 1));
  return new Intl.DateTimeFormat(locale(), { month: 'short', timeZone: 'UTC' }).format(date);
}

/** A moment as this machine's clock has it: `22 Nov 2026, 14:02`. */
export function showTime(iso: string): string {
  const moment = new Date(iso);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const clock = new Intl.DateTimeFormat(locale(), time).format(moment);
  return words('time_of_day', showDate(day), clock);
}
