import './tables.ts';

export { createCalendarLink, listCalendarLinks, openCalendarLink, revokeCalendarLink } from './links.ts';
export { observancesBetween, type ObservedDay } from './observances.ts';
export { changeCalendarSettings, readCalendarSettings, settingsOf, workingTimeOf } from './settings.ts';
export type { CalendarSettings, DeadlineStep } from './tables.ts';
export { changeCalendarView, dropCalendarView, keepCalendarView, listCalendarViews } from './views.ts';
export { endOfWork, workingDaysBefore, workingDaysBetween, type WorkingTime } from './working-days.ts';
export { addWorkingHours, subtractWorkingHours } from './working-hours.ts';
