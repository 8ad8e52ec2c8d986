import type { Range, Value } from '../../lib/language/mention.ts';
import { isoDate } from '../../lib/language/values/calendar.ts';

function range({ low, high }: Range): string {
  const short = (value: number) => String(Math.round(value * 1000) / 1000);
  return low === high ? short(low) : `${short(low)}-${short(high)}`;
}

function measured({ of, lasted }: Extract<Value, { kind: 'percent' }>): string {
  const what = of === undefined ? '' : ` of ${of}`;
  if (lasted?.days !== undefined) return `${what} for ${range(lasted.days)} days`;
  return lasted?.until === undefined ? what : `${what} until ${isoDate(lasted.until)}`;
}

function operator(value: { operator: string }): string {
  return value.operator === 'exactly' ? '' : `${value.operator} `;
}

/** A value in one line, as the gold sentences write it: `duration over 4 month`, `date 2011-08-18`. */
export function describeValue(value: Value): string {
  switch (value.kind) {
    case 'date':
      return `date ${isoDate(value.date)}`;
    case 'duration':
      return `duration ${operator(value)}${range(value.amount)} ${value.unit}`;
    case 'since':
      return value.from === undefined
        ? `ago ${range(value.ago?.amount ?? { low: 0, high: 0 })} ${value.ago?.unit}`
        : `since ${isoDate(value.from)}`;
    case 'score':
      return `score ${range(value.amount)}${value.qualifier === undefined ? '' : ` ${value.qualifier}`}`;
    case 'percent':
      return `percent ${operator(value)}${range(value.amount)}${measured(value)}`;
    case 'count': {
      const of = value.of === undefined ? '' : ` of ${value.of}`;
      const { schedule } = value;
      const plan =
        schedule === undefined
          ? ''
          : ` (${range(schedule.perWeek)} a week x ${range(schedule.weeks)})`;
      const standing = value.standing === undefined ? '' : ` ${value.standing}`;
      return `count ${operator(value)}${range(value.amount)}${of} ${value.unit}${standing}${plan}`;
    }
    case 'frequency':
      return `frequency ${range(value.perDay)}${value.asNeeded ? ' prn' : ''}`;
    case 'take':
      return `take ${range(value.amount)}${value.unit === undefined ? '' : ` ${value.unit}`}`;
    case 'dose':
      return `dose ${range(value.amount)}${value.second === undefined ? '' : `/${value.second}`} ${value.unit}`;
    case 'quantity':
      if (!value.stated) return 'quantity open';
      return `quantity ${value.amount}${value.unit === undefined ? '' : ` ${value.unit}`}`;
    case 'refills':
      return `refills ${value.amount}`;
    case 'supply':
      return `supply ${value.days} day`;
    case 'level':
      return `level ${value.region} ${value.from}${value.to === undefined ? '' : `-${value.to}`}`;
    case 'side':
      return `side ${value.side}`;
    case 'age':
      return `age ${value.years}`;
    case 'opioid-dose':
      return `opioid-dose ${range(value.amount)}`;
    case 'number':
      return `number ${range(value.amount)}`;
  }
}
