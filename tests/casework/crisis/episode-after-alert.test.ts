import { describe, expect, it } from 'vitest'
import { assessmentBlocks } from '../../../src/casework/assessments/assessment-blocks.ts'
import { crisisEpisodeSchema } from '../../../src/casework/crisis/crisis-episode.ts'
import { criticalAlertSchema } from '../../../src/casework/crisis/critical-alert.ts'
import { episodeAfterAlert } from '../../../src/casework/crisis/episode-after-alert.ts'
import type { ResponseLevel } from '../../../src/casework/crisis/response-level.ts'
import { crisisStep, episodeOf, lookedAfter, responding } from '../course-records.ts'
import { alertOf, assessmentOf, handledOf, idOf, stored } from '../records.ts'

const alert = stored(60, alertOf())
const handling = (asked: 'confirmed' | 'denied' | 'notAsked', responseLevel: ResponseLevel) => ({
  ...handledOf(asked, '2026-11-20T02:00:00.000Z'),
  responseLevel,
})
const steps = (asked: 'confirmed' | 'denied' | 'notAsked', level: ResponseLevel) => {
  const { handledBy: by, handledAt: at, entry } = handling(asked, level)
  return [
    { kind: 'interviewed', by, at, asked, said: entry },
    { kind: 'levelSet', by, at, level, because: entry },
  ]
}

describe('handling an alert', () => {
  it.each([
    ['confirmed', 'atOnce', true],
    ['confirmed', 'today', true],
    ['confirmed', 'planned', true],
    ['notAsked', 'atOnce', true],
    ['notAsked', 'today', true],
    ['notAsked', 'planned', true],
    ['denied', 'atOnce', true],
    ['denied', 'today', true],
    ['denied', 'planned', false],
  ] as const)('%s, help %s: opens an episode: %s', (asked, level, opens) => {
    const after = episodeAfterAlert(alert, handling(asked, level), [])
    expect(after).toEqual(
      opens
        ? {
            kind: 'open',
            episode: episodeOf([], {
              openedAt: alert.value.raisedAt,
              from: { kind: 'alert', alertId: alert.id },
              steps: steps(asked, level) as never,
            }),
          }
        : null,
    )
    if (after) expect(crisisEpisodeSchema.parse(after.episode)).toEqual(after.episode)
  })

  it('goes into the crisis that is open already, as part of it', () => {
    const open = stored(5, episodeOf(responding))
    const closed = stored(4, episodeOf([...lookedAfter, crisisStep('closed', 2162)]))
    expect(episodeAfterAlert(alert, handling('confirmed', 'today'), [closed, open])).toEqual({
      kind: 'join',
      into: open.id,
      episode: { ...open.value, steps: [...responding, ...steps('confirmed', 'today')] },
    })
    expect(episodeAfterAlert(alert, handling('confirmed', 'today'), [closed])?.kind).toBe('open')
    expect(episodeAfterAlert(alert, handling('denied', 'planned'), [open])).toBe(null)
  })

  it('does not unsay a hand-over', () => {
    const handingOver = stored(5, episodeOf([...responding, crisisStep('handedOver', 2)]))
    expect(episodeAfterAlert(alert, handling('confirmed', 'today'), [handingOver])?.kind).toBe('open')
  })

  it('was valid without an episode, and stays readable so', () => {
    const earlier = alertOf({ handling: handling('confirmed', 'today') })
    expect(criticalAlertSchema.parse(earlier)).toEqual(earlier)
  })
})

describe('an assessment', () => {
  const answered = stored(50, assessmentOf())
  const handled = { handling: handling('denied', 'planned') }
  it.each([
    ['answered, with no critical answer', answered, [], []],
    ['answered, spoken about', answered, [alertOf(handled)], []],
    [
      'answered, nobody has spoken about it',
      answered,
      [alertOf()],
      [{ code: 'CRITICAL_ANSWER_OPEN', detail: { item: 'q9' } }],
    ],
    [
      'one of two spoken about',
      answered,
      [alertOf(handled), alertOf({ item: 'q8' })],
      [{ code: 'CRITICAL_ANSWER_OPEN', detail: { item: 'q8' } }],
    ],
    ['an alert of another one', answered, [alertOf({ assessmentId: idOf(51) })], []],
    [
      'being answered',
      stored(50, assessmentOf({ answeredAt: null, result: null })),
      [alertOf()],
      [{ code: 'NOT_ANSWERED' }, { code: 'CRITICAL_ANSWER_OPEN', detail: { item: 'q9' } }],
    ],
  ])('%s', (_, assessment, alerts, blocks) => {
    expect(
      assessmentBlocks(
        assessment,
        alerts.map((value) => ({ value })),
      ),
    ).toEqual(blocks)
  })
})
