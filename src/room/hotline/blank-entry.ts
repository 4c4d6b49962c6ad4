import { talkBegins } from '../../casework/hotline/six-steps.ts'
import type { CallEntry } from '../contract/hotline.ts'

/** A call of which nothing is known yet. */
export const blankEntry: CallEntry = {
  callerRole: 'unknown',
  alias: '',
  sex: null,
  ageBand: null,
  callType: 'general',
  specialKind: null,
  concern: '',
  danger: null,
  ideation: null,
  hopelessness: null,
  responseLevel: null,
  disposition: null,
  followUpDue: null,
  channel: 'incoming',
  distress: null,
  topics: [],
  answers: {},
  leftOut: {},
  sixSteps: talkBegins,
}
