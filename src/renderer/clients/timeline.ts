import type { GroupPart } from '../../casework/activities/group-sessions.ts'
import type { Assessment } from '../../casework/assessments/assessment.ts'
import type { ConsentPurpose } from '../../casework/consents/consent.ts'
import type { CrisisEpisode, CrisisStep } from '../../casework/crisis/crisis-episode.ts'
import type { CriticalAlert } from '../../casework/crisis/critical-alert.ts'
import type { ClientFile } from '../../room/contract/clients.ts'
import type { Tier } from '../../tiering/tier.ts'

/** Something that happened in one client's file. */
export type TimelineEvent = { key: string; at: string } & (
  | { kind: 'registered' }
  | { kind: 'consentGiven' | 'consentWithdrawn'; purpose: ConsentPurpose }
  | { kind: 'assessed' | 'assessmentOpen'; id: string; assessment: Assessment }
  | { kind: 'alertRaised' | 'alertHandled'; alert: CriticalAlert }
  | { kind: 'crisisOpened'; id: string; from: CrisisEpisode['from']['kind'] }
  | { kind: 'crisisStep'; id: string; step: CrisisStep }
  | { kind: 'tierDecided'; tier: Tier; by: string }
  | { kind: 'groupAttended'; part: GroupPart }
)

/** Everything that happened, newest first. */
export function timelineOf({
  client,
  consents,
  assessments,
  alerts,
  episodes,
  decisions,
  groups,
}: ClientFile): TimelineEvent[] {
  const events: TimelineEvent[] = [
    { key: client.id, at: client.value.registeredAt, kind: 'registered' },
    ...consents.flatMap(({ id, value: { purpose, givenAt, withdrawnAt } }): TimelineEvent[] => [
      { key: id, at: givenAt, kind: 'consentGiven', purpose },
      ...(withdrawnAt === null
        ? []
        : [{ key: `${id} withdrawn`, at: withdrawnAt, kind: 'consentWithdrawn' as const, purpose }]),
    ]),
    ...assessments.map(
      ({ id, value }): TimelineEvent =>
        value.answeredAt === null
          ? { key: id, at: value.startedAt, kind: 'assessmentOpen', id, assessment: value }
          : { key: id, at: value.answeredAt, kind: 'assessed', id, assessment: value },
    ),
    ...alerts.flatMap(({ id, value }): TimelineEvent[] => [
      { key: id, at: value.raisedAt, kind: 'alertRaised', alert: value },
      ...(value.handling === null
        ? []
        : [
            {
              key: `${id} handled`,
              at: value.handling.handledAt,
              kind: 'alertHandled' as const,
              alert: value,
            },
          ]),
    ]),
    ...episodes.flatMap(({ id, value: { openedAt, from, steps } }): TimelineEvent[] => [
      { key: id, at: openedAt, kind: 'crisisOpened', id, from: from.kind },
      ...steps
        .filter((step) => !isHandling(step, alerts))
        .map(
          (step, place): TimelineEvent => ({
            key: `${id} ${place}`,
            at: step.at,
            kind: 'crisisStep',
            id,
            step,
          }),
        ),
    ]),
    ...decisions.map(
      ({ id, value: { decidedAt, tier, decidedBy } }): TimelineEvent => ({
        key: id,
        at: decidedAt,
        kind: 'tierDecided',
        tier,
        by: decidedBy,
      }),
    ),
    ...groups.map(
      (part): TimelineEvent => ({
        key: `${part.course} ${part.session}`,
        at: part.startsAt,
        kind: 'groupAttended',
        part,
      }),
    ),
  ]
  return events.sort((a, b) => b.at.localeCompare(a.at))
}

/** The talk and the level entered with an alert stand there already. */
const isHandling = ({ kind, at }: CrisisStep, alerts: ClientFile['alerts']): boolean =>
  (kind === 'interviewed' || kind === 'levelSet') &&
  alerts.some(({ value }) => value.handling?.handledAt === at)
