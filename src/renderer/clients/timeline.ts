import type { Assessment } from '../../casework/assessment.ts'
import type { ConsentPurpose } from '../../casework/consent-standing.ts'
import type { CriticalAlert } from '../../casework/critical-alert.ts'
import type { ClientFile } from '../../room/contract/clients.ts'
import type { Tier } from '../../tiering/tier.ts'

/** Something that happened in one client's file. */
export type TimelineEvent = { key: string; at: string } & (
  | { kind: 'registered' }
  | { kind: 'consentGiven' | 'consentWithdrawn'; purpose: ConsentPurpose }
  | { kind: 'assessed' | 'assessmentOpen'; id: string; assessment: Assessment }
  | { kind: 'alertRaised' | 'alertHandled'; alert: CriticalAlert }
  | { kind: 'tierDecided'; tier: Tier; by: string }
)

/** Everything that happened, newest first. */
export function timelineOf({
  client,
  consents,
  assessments,
  alerts,
  decisions,
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
    ...decisions.map(
      ({ id, value: { decidedAt, tier, decidedBy } }): TimelineEvent => ({
        key: id,
        at: decidedAt,
        kind: 'tierDecided',
        tier,
        by: decidedBy,
      }),
    ),
  ]
  return events.sort((a, b) => b.at.localeCompare(a.at))
}
