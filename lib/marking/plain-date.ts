const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2015-08-12` as 12 Aug 2015, `2015-08` as Aug 2015; what is no such date stays as it is. */
export function plainDate(iso: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (!parts) return iso;
  const [, year = '', month, day] = parts;
  return [day && String(Number(day)), month && months[Number(month) - 1], year]
    .filter((part) => part)
    .join(' ');
}
