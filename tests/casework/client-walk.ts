import { expect } from 'vitest'
import { assessmentKind } from '../../src/casework/assessments/assessment.ts'
import { takeCrisisStep } from '../../src/casework/crisis/crisis-blocks.ts'
import { crisisCourse } from '../../src/casework/crisis/crisis-course.ts'
import {
  type CrisisEpisode,
  type CrisisStep,
  crisisEpisodeKind,
} from '../../src/casework/crisis/crisis-episode.ts'
import { type AlertHandling, criticalAlertKind } from '../../src/casework/crisis/critical-alert.ts'
import { episodeAfterAlert } from '../../src/casework/crisis/episode-after-alert.ts'
import { caseSituation } from '../../src/casework/files/case-situation.ts'
import { type CaseStanding, type CaseStep, caseStandingKind } from '../../src/casework/files/case-standing.ts'
import { closureBlocks, takeCaseStep } from '../../src/casework/files/closure-blocks.ts'
import { type FollowUp, followUpKind } from '../../src/casework/follow-ups/follow-up.ts'
import {
  episodeAfterFollowUp,
  followUpAfterResult,
  followUpsAfterClosure,
  followUpsAfterDecision,
  type HeldTier,
  isLeft,
} from '../../src/casework/follow-ups/follow-ups-by-tier.ts'
import type { Taking } from '../../src/casework/records/approval-blocks.ts'
import { checkChange } from '../../src/casework/records/check-change.ts'
import { stateAfter } from '../../src/casework/records/course.ts'
import type { RecordKind, Stored } from '../../src/casework/records/record.ts'
import { type ReferralStep, referralKind } from '../../src/casework/referrals/referral.ts'
import { groundOf, takeReferralStep } from '../../src/casework/referrals/referral-blocks.ts'
import { evidenceOf } from '../../src/casework/tiers/evidence-of.ts'
import { approvalKept, tierDecider } from '../../src/casework/tiers/tier-decider.ts'
import { tierDecisionKind } from '../../src/casework/tiers/tier-decision.ts'
import { waitsOf } from '../../src/casework/today/waits.ts'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { checkDecision } from '../../src/tiering/check-decision.ts'
import type { DecisionGround } from '../../src/tiering/lowering.ts'
import { suggest } from '../../src/tiering/suggest.ts'
import { isLower, type Tier } from '../../src/tiering/tier.ts'
import { decisionThatHolds, tierStanding } from '../../src/tiering/tier-standing.ts'
import { shippedRules } from '../tiering/shipped-rules.ts'
import { counsellor, hour, intervals, supervisor, takingOf } from './course-records.ts'
import { alertOf, assessmentOf, consentOf, idOf, stored } from './records.ts'

/** A client's file, to which everything is done that is not refused; what must hold whenever something was done is looked at on the way. */
export class ClientWalk {
  readonly tables = new Map<string, Map<string, unknown>>()
  tier: HeldTier | null = null
  now = hour(0)
  /** In a room with one counsellor and no supervisor. */
  readonly lone: boolean
  closedFiles = 0
  closedCrises = 0
  lowered = 0
  #ids = 100

  constructor(lone: boolean) {
    this.lone = lone
  }

  /** Who does what somebody is to do: where there is one person, they. */
  #by(by: string): string {
    return this.lone ? counsellor : by
  }

  #taking(by: string): Taking {
    return this.lone ? { roles: ['counsellor'], supervisors: [] } : takingOf(by)
  }

  all<T>(kind: RecordKind<T>): Stored<T>[] {
    const rows = [...(this.tables.get(kind.table) ?? [])]
    return rows.map(([id, value]) => ({ id, revision: 1, value: kind.schema.parse(value) }))
  }

  /** Stores a record as the room would: checked, and only where the change is allowed. */
  put<T>(kind: RecordKind<T>, id: string, value: T): void {
    const held = this.all(kind).find((one) => one.id === id)
    expect(kind.schema.parse(value)).toEqual(value)
    if (held) expect(checkChange(kind, held.value, value)).toEqual({ ok: true, value: null })
    const table = this.tables.get(kind.table) ?? new Map<string, unknown>()
    table.set(id, value)
    this.tables.set(kind.table, table)
  }

  add<T>(kind: RecordKind<T>, value: T): string {
    const id = idOf(this.#ids++)
    this.put(kind, id, value)
    return id
  }

  get standing(): Stored<CaseStanding> | null {
    return this.all(caseStandingKind)[0] ?? null
  }

  get closing() {
    return closureBlocks(
      {
        alerts: this.all(criticalAlertKind),
        episodes: this.all(crisisEpisodeKind),
        referrals: this.all(referralKind),
        notes: [],
        followUps: this.all(followUpKind),
        tier: this.tier?.tier ?? null,
      },
      dayOf(this.now),
    )
  }

  /** How many records there are of each kind. */
  get counts(): Map<string, number> {
    return new Map(Array.from(this.tables, ([table, rows]) => [table, rows.size]))
  }

  get waits() {
    return waitsOf(
      {
        assessments: this.all(assessmentKind),
        decisions: this.all(tierDecisionKind),
        plans: [],
        notes: [],
        clues: [],
        safetyPlans: [],
        proposals: [],
        alerts: this.all(criticalAlertKind),
        episodes: this.all(crisisEpisodeKind),
        followUps: this.all(followUpKind),
        referrals: this.all(referralKind),
        standings: this.all(caseStandingKind),
      },
      intervals,
    )
  }

  raise(): void {
    this.add(criticalAlertKind, alertOf({ raisedAt: this.now }))
  }

  /** A step as somebody takes it now; whom they asked outside, they asked today. */
  #now<Step extends { kind: string }>(step: Step, by: string): Step {
    const whom =
      'whom' in step && Object(step.whom).kind === 'outside'
        ? { whom: { ...Object(step.whom), day: dayOf(this.now) } }
        : {}
    return { ...step, by: this.#by(by), at: this.now, ...whom }
  }

  takeCrisis(step: CrisisStep, by: string, which: number): void {
    const taking = this.#taking(by)
    const episodes = this.all(crisisEpisodeKind)
    const episode = episodes[which % Math.max(1, episodes.length)]
    if (!episode) return
    const after = takeCrisisStep(episode.value, this.#now(step, by), taking, intervals.crisis)
    if (!after.ok) return
    this.put(crisisEpisodeKind, episode.id, after.value)
    if (step.kind !== 'closed') return
    this.closedCrises += 1
    checkClosed(after.value, taking)
  }

  takeReferral(step: ReferralStep, by: string, which: number): void {
    const drafts = this.all(referralKind)
    const referral = drafts[which % Math.max(1, drafts.length)]
    if (!referral) return
    const { value } = referral
    const ground = {
      consents: [stored(71, consentOf({ purpose: 'referral', recipient: value.receiver.name }))],
      disclosure: {
        clientId: value.clientId,
        what: { kind: 'referral' as const, id: referral.id },
        recipient: value.receiver.name,
        basis: groundOf(value),
        consent: value.consent,
      },
    }
    const after = takeReferralStep(referral, this.#now(step, by), this.#taking(by), ground)
    if (after.ok) this.put(referralKind, referral.id, after.value)
  }

  takeCase(step: CaseStep, by: string): void {
    const taking = this.#taking(by)
    const { standing, closing } = this
    const after = takeCaseStep(idOf(1), standing?.value ?? null, this.#now(step, by), taking, closing)
    if (!after.ok) return
    const id = standing?.id ?? this.add(caseStandingKind, after.value)
    this.put(caseStandingKind, id, after.value)
    if (caseSituation(after.value).state !== 'closed') return
    this.closedFiles += 1
    expect(this.all(crisisEpisodeKind).every(({ value }) => isOver(value))).toBe(true)
    expect(this.all(criticalAlertKind).every(({ value }) => value.handling !== null)).toBe(true)
    const proposer = after.value.steps.findLast(({ kind }) => kind === 'proposed')?.by
    if (step.kind === 'approved' && step.whom.kind === 'here') {
      expect(by).toBe(supervisor)
      expect(by).not.toBe(proposer)
    } else expect(taking.supervisors.filter((one) => one !== proposer)).toEqual([])
    this.#store(followUpsAfterClosure({ id, revision: 1, value: after.value }, this.all(followUpKind)))
  }

  handle(handling: AlertHandling): void {
    const said = { ...handling, handledBy: this.#by(handling.handledBy) }
    const open = this.all(criticalAlertKind).find(({ value }) => value.handling === null)
    if (!open) return
    const after = episodeAfterAlert(open, said, this.all(crisisEpisodeKind))
    this.put(criticalAlertKind, open.id, { ...open.value, handling: said })
    if (after?.kind === 'join') this.put(crisisEpisodeKind, after.into, after.episode)
    if (after?.kind === 'open') this.add(crisisEpisodeKind, after.episode)
    if (said.asked !== 'denied')
      expect(this.all(crisisEpisodeKind).some(({ value }) => !isOver(value))).toBe(true)
  }

  /** A questionnaire is answered. */
  measure(value: number): void {
    const { result } = assessmentOf()
    const times = { startedAt: this.now, answeredAt: this.now }
    this.add(
      assessmentKind,
      assessmentOf({ ...times, result: result && { ...result, scores: { total: value }, bands: {} } }),
    )
  }

  get #ground(): DecisionGround {
    const today = dayOf(this.now)
    const episodes = this.all(crisisEpisodeKind)
    const decisions = this.all(tierDecisionKind).map(({ value }) => value)
    const records = {
      assessments: this.all(assessmentKind),
      paperScores: [],
      alerts: this.all(criticalAlertKind),
      episodes,
      followUps: this.all(followUpKind),
      clues: [],
    }
    const evidence = evidenceOf(records, () => null)
    return {
      standing: tierStanding(decisions, today),
      heldOn: decisionThatHolds(decisions)?.suggestion ?? null,
      suggestion: suggest(shippedRules, evidence, today),
      evidence,
      openEpisodes: episodes.filter(({ value }) => !isOver(value)).length,
      today,
    }
  }

  /** Decides a tier as the room would: refused where something stands in the way. */
  decide(tier: Tier, worker: string): void {
    const by = this.#by(worker)
    const reason = '示例：谈过'
    const ground = this.#ground
    const approval = this.lone ? { kind: 'outside' as const, name: '示例督导', day: ground.today } : null
    const decider = tierDecider(by, this.#taking(worker), approval)
    if (!checkDecision({ tier, reason }, ground, decider).ok) return
    const { standing, suggestion, today } = ground
    const fromPriority = standing?.tier === 'priority' && isLower(tier, 'priority')
    const decision = this.add(tierDecisionKind, {
      clientId: idOf(1),
      tier,
      decidedBy: by,
      decidedAt: this.now,
      reason,
      suggestion,
      reviewBy: addDays(today, 7),
      ...approvalKept(fromPriority, decider, approval),
    })
    if (standing !== null && isLower(tier, standing.tier)) {
      this.lowered += 1
      expect(this.all(criticalAlertKind).every(({ value }) => value.handling !== null)).toBe(true)
      expect(this.all(crisisEpisodeKind).every(({ value }) => isOver(value))).toBe(true)
      if (fromPriority) expect(this.lone || decider.isSupervisor).toBe(true)
    }
    const held = { decision, tier }
    const client = { clientId: idOf(1), followUps: this.all(followUpKind) }
    this.#store(
      followUpsAfterDecision(held, this.tier?.tier ?? null, client, { by, at: this.now }, intervals),
    )
    this.tier = held
    expect(this.all(followUpKind).some(({ value }) => isLeft(value))).toBe(true)
  }

  lookAfter(said: Pick<NonNullable<FollowUp['result']>, 'askedAgain' | 'reached'>, by: string): void {
    const left = this.all(followUpKind).find(({ value }) => isLeft(value))
    if (!left) return
    const result = { ...said, doneBy: by, doneAt: this.now, mode: 'phone' as const, entry: '示例' }
    const done = { ...left, value: { ...left.value, result } }
    this.put(followUpKind, left.id, done.value)
    const held = caseSituation(this.standing?.value ?? null).state === 'closed' ? null : this.tier
    const next = followUpAfterResult(done, held, this.all(followUpKind), intervals)
    if (next) this.add(followUpKind, next)
    const episode = episodeAfterFollowUp(done)
    if (episode) this.add(crisisEpisodeKind, episode)
  }

  #store({ planned, cancelled }: ReturnType<typeof followUpsAfterDecision>): void {
    for (const { id, value } of cancelled) this.put(followUpKind, id, value)
    for (const value of planned) this.add(followUpKind, value)
  }
}

export const isOver = ({ steps }: CrisisEpisode): boolean => stateAfter(crisisCourse, steps) === 'closed'

/** What every closed crisis must have seen, read from its steps as they stand. */
function checkClosed({ openedBy, steps }: CrisisEpisode, { supervisors }: Taking): void {
  const talk = steps.findLastIndex(({ kind }) => kind === 'interviewed')
  expect(talk).toBeGreaterThan(-1)
  expect(steps.slice(talk).some(({ kind }) => kind === 'levelSet')).toBe(true)
  const approval = steps.findLast((step) => step.kind === 'approved')
  if (approval !== undefined) {
    const before = steps.slice(0, steps.indexOf(approval))
    const responsible = before.findLast(({ kind }) => kind === 'accepted')?.by ?? openedBy
    if (approval.whom.kind === 'here')
      expect(supervisors.filter((one) => one !== responsible)).toContain(approval.by)
    else expect(supervisors.filter((one) => one !== responsible)).toEqual([])
    return
  }
  expect(steps.slice(talk)[0]).not.toMatchObject({ asked: 'notAsked' })
  const verified = new Set(
    steps.flatMap((step) => (step.kind === 'acted' && step.state === 'verified' ? [step.what] : [])),
  )
  if (steps.some((step) => step.kind === 'levelSet' && step.level === 'atOnce'))
    expect(verified.size).toBeGreaterThanOrEqual(2)
  expect(steps).toContainEqual(
    expect.objectContaining({ kind: 'followedUp', afterHours: 2160, reached: true }),
  )
}
