const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date as a letter writes it, as precise as it is known: 2015-06-19 → June 19, 2015. */
export function writtenDate(iso: string): string {
  const [year = '', month, day] = iso.slice(0, 10).split('-');
  if (month === undefined) return year;
  const name = months[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

/** "July 18, 2009 to July 28, 2016", "since December 1, 2017" */
export function writtenPeriod(from: string, to: string | null): string {
  return to === null
    ? `since ${writtenDate(from)}`
    : `from ${writtenDate(from)} to ${writtenDate(to)}`;
}
