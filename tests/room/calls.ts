import type { CallEntry } from '../../src/room/contract/hotline.ts'

/** A call about nothing dangerous, complete. */
export const generalCall: CallEntry = {
  callerRole: 'self',
  alias: '',
  sex: 'male',
  ageBand: '18to39',
  callType: 'general',
  specialKind: null,
  concern: '示例：最近睡不好。',
  danger: { asked: 'yes', answer: 'none' },
  ideation: null,
  hopelessness: null,
  responseLevel: 'planned',
  topics: ['sleep'],
  answers: { opening: { answer: 'said', said: '' } },
  disposition: 'calmerEndedTogether',
  followUpDue: null,
}
