import { operation } from '../operation.ts';
import * as slots from '../slots.ts';
import { I, inInstitution, list, one } from './path.ts';

export const slotsOperations = {
  listSlotTimetables: operation({
    method: 'GET',
    path: `${I}/slot-timetables`,
    summary: 'At which times of the week each account publishes',
    audience: 'member',
    params: inInstitution,
    response: list(slots.SlotTimetable),
  }),
  setSlotTimetable: operation({
    method: 'PUT',
    path: `${I}/accounts/{accountId}/slots`,
    summary: "Set an account's times of the week; posts keep theirs. Revision 0 where there are none yet",
    audience: 'member',
    params: one('accountId'),
    body: slots.SlotTimetableInput,
    response: slots.SlotTimetable,
    ifMatch: true,
  }),
  listFreeSlots: operation({
    method: 'GET',
    path: `${I}/free-slots`,
    summary: 'Slots to come that nobody has, in a span of at most 62 days',
    audience: 'member',
    params: inInstitution,
    query: slots.FreeSlotQuery,
    response: list(slots.FreeSlot),
  }),
  findNextSlot: operation({
    method: 'GET',
    path: `${I}/next-slot`,
    summary: 'The next slot that is free for all these accounts',
    audience: 'member',
    params: inInstitution,
    query: slots.NextSlotQuery,
    response: slots.NextSlot,
  }),
  takeNextSlot: operation({
    method: 'POST',
    path: `${I}/next-slot`,
    summary: 'Hold the next free slot for some minutes, until the post is saved with it',
    audience: 'member',
    params: inInstitution,
    body: slots.SlotTaking,
    response: slots.TakenSlot,
  }),
};
