import './tables.ts';

export { findNextSlot, listFreeSlots, takeNextSlot } from './find-slots.ts';
export { listTimetables, setTimetable, type ReadTimetable } from './set-timetable.ts';
