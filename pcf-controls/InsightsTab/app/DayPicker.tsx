import * as React from 'react';
import { DatePicker, DayOfWeek, type IDatePickerStrings } from '@fluentui/react';
import type { Day } from '@record-insights/domain';
import { fromPickerDate, toPickerDate } from '../../shared/format';
import { createStyles, stillOverlay } from '../../shared/ui/createStyles';
import { useHost } from './host';

export interface DayPickerProps {
  readonly label: string;
  readonly day: Day;
  readonly onPick: (day: Day) => void;
}

const week = [
  DayOfWeek.Sunday,
  DayOfWeek.Monday,
  DayOfWeek.Tuesday,
  DayOfWeek.Wednesday,
  DayOfWeek.Thursday,
  DayOfWeek.Friday,
  DayOfWeek.Saturday,
];

const useStyles = createStyles((theme) => ({
  picker: {
    flex: 'none',
    height: 32,
    selectors: {
      '& .ms-TextField': { width: 162 },
      '& .ms-TextField-fieldGroup': { borderColor: theme.palette.neutralSecondaryAlt },
      '& .ms-TextField-prefix': {
        background: 'transparent',
        color: theme.palette.neutralSecondary,
        padding: '1px 0 0 8px',
        lineHeight: '30px',
      },
      '& .ms-TextField-field': { padding: '0 28px 0 8px', lineHeight: '30px !important', height: '30px !important' },
      '& .ms-DatePicker-event--without-label': { color: theme.palette.neutralSecondary, padding: 0, top: 7, right: 8 },
    },
  },
}));

/** A day of the organisation, from a calendar. */
export function DayPicker({ label, day, onPick }: DayPickerProps): React.ReactElement {
  const { format } = useHost();
  const styles = useStyles();
  return (
    <DatePicker
      className={styles.picker}
      ariaLabel={label}
      value={toPickerDate(day)}
      maxDate={toPickerDate(format.today)}
      formatDate={(date) => (date ? format.day(fromPickerDate(date) ?? day) : '')}
      strings={usePickerStrings()}
      textField={{ prefix: label }}
      showGoToToday={false}
      firstDayOfWeek={week[format.calendar.firstDayOfWeek] ?? DayOfWeek.Monday}
      calloutProps={{ styles: stillOverlay }}
      onSelectDate={(date) => {
        const picked = date ? fromPickerDate(date) : undefined;
        if (picked !== undefined && picked !== day) onPick(picked);
      }}
    />
  );
}

/** Names of months and days in the user's locale, words from the control's texts. */
function usePickerStrings(): IDatePickerStrings {
  const { texts, format } = useHost();
  return React.useMemo(
    () => ({
      ...format.calendar,
      goToToday: texts.say('goToToday'),
      prevMonthAriaLabel: texts.say('previousMonth'),
      nextMonthAriaLabel: texts.say('nextMonth'),
      prevYearAriaLabel: texts.say('previousYear'),
      nextYearAriaLabel: texts.say('nextYear'),
      closeButtonAriaLabel: texts.say('close'),
      monthPickerHeaderAriaLabel: texts.say('monthPickerHeader'),
      yearPickerHeaderAriaLabel: texts.say('yearPickerHeader'),
      selectedDateFormatString: texts.say('selectedDate'),
      todayDateFormatString: texts.say('todayDate'),
    }),
    [texts, format],
  );
}
