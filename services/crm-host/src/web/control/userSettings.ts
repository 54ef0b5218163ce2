import type { Me } from '../../auth/routes';

/** Language 1033 with days and numbers as Europe writes them. */
const locale = 'en-GB';
const languageId = 1033;
const monday = 1;

/** The settings of the signed-in user, as `context.userSettings` gives them. */
export function userSettingsOf(me: Me): object {
  return {
    userId: `{${me.id.toUpperCase()}}`,
    userName: me.name,
    securityRoles: me.roles,
    languageId,
    isRTL: false,
    getTimeZoneOffsetMinutes: (date = new Date()) => -date.getTimezoneOffset(),
    dateFormattingInfo,
    numberFormattingInfo,
  };
}

/** Names of twelve months or seven days, Sunday first. */
function names(count: 12 | 7, options: Intl.DateTimeFormatOptions): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  // 1 February 2026 is a Sunday.
  const dates = (index: number): Date =>
    count === 12 ? new Date(Date.UTC(2026, index, 1)) : new Date(Date.UTC(2026, 1, 1 + index));
  return Array.from({ length: count }, (_, index) => format.format(dates(index)));
}

const months = names(12, { month: 'long' });
const shortMonths = names(12, { month: 'short' });

const dateFormattingInfo = {
  amDesignator: 'AM',
  pmDesignator: 'PM',
  dayNames: names(7, { weekday: 'long' }),
  abbreviatedDayNames: names(7, { weekday: 'short' }),
  shortestDayNames: names(7, { weekday: 'narrow' }),
  monthNames: months,
  monthGenitiveNames: months,
  abbreviatedMonthNames: shortMonths,
  abbreviatedMonthGenitiveNames: shortMonths,
  calendarWeekRule: 2,
  calendar: { minSupportedDateTime: '0001-01-01T00:00:00', maxSupportedDateTime: '9999-12-31T23:59:59' },
  firstDayOfWeek: monday,
  dateSeparator: '/',
  timeSeparator: ':',
  shortDatePattern: 'dd/MM/yyyy',
  longDatePattern: 'd MMMM yyyy',
  shortTimePattern: 'HH:mm',
  longTimePattern: 'HH:mm:ss',
  fullDateTimePattern: 'd MMMM yyyy HH:mm:ss',
  monthDayPattern: 'd MMMM',
  yearMonthPattern: 'MMMM yyyy',
  sortableDateTimePattern: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
  universalSortableDateTimePattern: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
};

const numberFormattingInfo = {
  numberDecimalDigits: 2,
  numberDecimalSeparator: '.',
  numberGroupSeparator: ',',
  numberGroupSizes: [3],
  numberNegativePattern: 1,
  negativeSign: '-',
  positiveSign: '+',
  percentDecimalDigits: 1,
  percentDecimalSeparator: '.',
  percentGroupSeparator: ',',
  percentGroupSizes: [3],
  percentSymbol: '%',
  perMilleSymbol: '‰',
  nanSymbol: 'NaN',
  positiveInfinitySymbol: '∞',
  negativeInfinitySymbol: '-∞',
  nativeDigits: Array.from({ length: 10 }, (_, digit) => String(digit)),
};

/** `context.formatting`. */
export const formatting = {
  formatInteger: (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value),
  formatDecimal: (value: number, precision = 2) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: precision, maximumFractionDigits: precision }).format(value),
  formatCurrency: (value: number, precision = 2, symbol = '€') =>
    `${symbol}${formatting.formatDecimal(value, precision)}`,
  formatDateShort: (value: Date, includeTime = false) => dateText(value, 'short', includeTime),
  formatDateLong: (value: Date) => dateText(value, 'long'),
  formatDateLongAbbreviated: (value: Date) => dateText(value, 'medium'),
  formatDateYearMonth: (value: Date) =>
    new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' }).format(value),
  formatDateAsFilterStringInUTC: (value: Date, includeTime = false) =>
    value.toISOString().slice(0, includeTime ? 19 : 10),
  formatTime: (value: Date) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(value),
  formatLanguage: (value: number) => (value === languageId ? 'English' : String(value)),
  getWeekOfYear: isoWeek,
};

function dateText(value: Date, dateStyle: 'short' | 'medium' | 'long', includeTime = false): string {
  return new Intl.DateTimeFormat(locale, { dateStyle, ...(includeTime ? { timeStyle: 'short' } : {}) }).format(value);
}

/** Weeks begin on Monday; the first has the year's first Thursday. */
function isoWeek(value: Date): number {
  const thursday = new Date(value.getFullYear(), value.getMonth(), value.getDate() + 4 - (value.getDay() || 7));
  const newYear = new Date(thursday.getFullYear(), 0, 1);
  return Math.ceil(((thursday.getTime() - newYear.getTime()) / 86_400_000 + 1) / 7);
}
