import type { ApprovalWay } from '../../casework/crisis/crisis-open-steps.ts'
import type { DisclosureField } from '../../casework/disclosures/disclosure.ts'
import { plannedChain } from '../../casework/follow-ups/planned-chain.ts'
import { outward, type StandingCallAction } from '../../casework/hotline/call-actions.ts'
import type { CallStepKind } from '../../casework/hotline/call-course.ts'
import type { CallStep } from '../../casework/hotline/call-step.ts'
import type { CallStepEntry, HotlineRules } from '../../room/contract/hotline.ts'
import type { HandedForm } from '../disclosures/account-of.ts'

type StepOf<Kind extends CallStepKind> = Extract<CallStep, { kind: Kind }>
export type EnteredKind = CallStepEntry['kind']

/** What can be filled in for a step; each kind asks for some of it. */
export interface StepFields
  extends Pick<StepOf<'levelSet'>, 'level' | 'because'>,
    Pick<StepOf<'consulted'>, 'advice'>,
    Pick<StepOf<'acted'>, 'what' | 'state' | 'note'>,
    Pick<StepOf<'handedOver'>, 'to'>,
    Pick<StepOf<'followedUp'>, 'afterHours' | 'reached' | 'askedAgain'>,
    HandedForm {
  /** The supervisor who was asked outside, and the day. */
  name: string
  day: string
  /** Who was reached outside, what came of it, and whether the caller agreed. */
  person: string
  result: string
  ground: 'callerAgreed' | 'emergency'
  /** Hours after which follow-ups are due. */
  hours: number[]
  basis: StepOf<'disclosed'>['told']['basis']
  recipient: string
  purpose: string
  fields: DisclosureField[]
}

/** What an action that stands so comes to next; null when it has come to its end. */
export const nextState = (state: StandingCallAction['state']): 'done' | 'verified' | null =>
  state === 'intended' ? 'done' : state === 'done' ? 'verified' : null

/** Whether somebody outside was reached, who has to be named. */
export const reachesOut = (what: StandingCallAction['what'] | undefined): boolean =>
  what !== undefined && outward.includes(what)

interface About {
  approval: ApprovalWay
  actions: number
  /** An action that goes on; null for a new one. */
  known: StandingCallAction | null
  rules: HotlineRules['rules']
  /** Who enters it, and when. */
  by: string
  at: string
}

function acted(fields: StepFields, { known, actions }: About): CallStepEntry {
  const what = known?.what ?? fields.what
  const state = known === null ? fields.state : (nextState(known.state) ?? known.state)
  const { person, result, ground, note } = fields
  const linkage = reachesOut(what) && state !== 'intended' ? { linkage: { person, result, ground } } : {}
  return { kind: 'acted', action: known?.action ?? actions + 1, what, state, note: note ?? '', ...linkage }
}

function disclosed(fields: StepFields, { by, at }: About): CallStepEntry {
  const { basis, recipient, purpose, fields: told, leave, telling, tellingNote = '', moreBecause } = fields
  const { supervisor = '', outsideName = '', outsideDay = '' } = fields
  const authorised =
    leave === 'here'
      ? { kind: leave, staffId: supervisor }
      : leave === 'outside'
        ? { kind: leave, name: outsideName, day: outsideDay }
        : { kind: 'self' as const }
  const clientTold =
    telling === 'told'
      ? { state: telling, by, at, note: tellingNote }
      : { state: telling, by, at, because: tellingNote }
  const more = moreBecause === undefined || moreBecause === '' ? {} : { moreBecause }
  return {
    kind: 'disclosed',
    told: { basis, recipient, purpose, fields: told, authorised, clientTold: [clientTold], ...more },
  }
}

/** The step that these fields enter. */
export function stepEntry(kind: EnteredKind, fields: StepFields, about: About): CallStepEntry {
  const { approval, rules } = about
  const { name, day, note, because } = fields
  const whom = approval === 'here' ? { kind: 'here' as const } : { kind: 'outside' as const, name, day }
  switch (kind) {
    case 'acted':
      return acted(fields, about)
    case 'disclosed':
      return disclosed(fields, about)
    case 'levelSet':
      return { kind, level: fields.level, because }
    case 'consulted':
      return { kind, whom, advice: fields.advice }
    case 'approved':
      return { kind, whom, note }
    case 'planned':
      return { kind, followUps: plannedChain(fields.hours, rules.crisis.followUps), because }
    case 'handedOver':
      return { kind, to: fields.to, note }
    case 'followedUp':
      return {
        kind,
        afterHours: fields.afterHours,
        reached: fields.reached,
        askedAgain: fields.reached ? fields.askedAgain : 'notAsked',
        note,
      }
    case 'added':
      return { kind, note }
    case 'joined':
    case 'accepted':
      return { kind }
    case 'declined':
    case 'escalated':
    case 'closed':
    case 'reopened':
      return { kind, because }
  }
}
