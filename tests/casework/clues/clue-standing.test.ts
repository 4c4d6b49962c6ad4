import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Clue, clueOutcomes } from '../../../src/casework/clues/clue.ts'
import {
  clueBlocks,
  clueExpires,
  clueStanding,
  cluesOnShow,
  verifiedClues,
} from '../../../src/casework/clues/clue-standing.ts'
import { addDays } from '../../../src/tiering/calendar.ts'
import { clueOf, workingRules } from '../file-records.ts'
import { idOf, stored } from '../records.ts'

const outcome = (found: NonNullable<Clue['outcome']>['found'], at = '2026-11-10T02:00:00.000Z') => ({
  by: idOf(900),
  at,
  found,
  entry: '示例：上门看过',
})

describe('a clue', () => {
  it('expires after the room’s days, counted from the day it was told', () => {
    expect(clueExpires('2026-11-01T02:00:00.000Z', workingRules)).toBe('2026-12-01')
    expect(clueExpires('2026-11-01T17:00:00.000Z', workingRules)).toBe('2026-12-02')
  })

  it.each([
    ['2026-11-23', null, 'waiting'],
    ['2026-11-24', null, 'lapsingSoon'],
    ['2026-12-01', null, 'lapsingSoon'],
    ['2026-12-02', null, 'lapsed'],
    ['2027-12-02', 'verified', 'verified'],
    ['2027-12-02', 'notConfirmed', 'notConfirmed'],
    ['2026-11-10', 'passedOn', 'passedOn'],
  ] as const)('on %s with the outcome %s is %s', (today, found, standing) => {
    const clue = clueOf({ outcome: found === null ? null : outcome(found) })
    expect(clueStanding(clue, today, workingRules)).toBe(standing)
  })

  it('means nothing once it has lapsed: it is shown nowhere and counts for nothing', () => {
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom(...clueOutcomes), { nil: null }),
        fc.integer({ min: -60, max: 60 }),
        (found, days) => {
          const clues = [stored(1, clueOf({ outcome: found === null ? null : outcome(found) }))]
          const today = addDays('2026-12-01', days)
          const hasLapsed = clueStanding(clues[0]?.value ?? clueOf(), today, workingRules) === 'lapsed'
          expect(hasLapsed).toBe(found === null && days > 0)
          expect(cluesOnShow(clues, today)).toEqual(hasLapsed ? [] : clues)
          expect(verifiedClues(clues)).toEqual(found === 'verified' ? clues : [])
        },
      ),
    )
  })

  it('is looked into once, in time, and in words', () => {
    const codes = (clue: Clue, at: string, entry = '示例：看过') =>
      clueBlocks(clue, { at, entry }).map(({ code }) => code)
    expect(codes(clueOf(), '2026-12-01T15:59:00.000Z')).toEqual([])
    expect(codes(clueOf(), '2026-12-01T16:00:00.000Z')).toEqual(['CLUE_LAPSED'])
    expect(codes(clueOf(), '2026-11-10T02:00:00.000Z', ' ')).toEqual(['CLUE_ENTRY_NEEDED'])
    expect(codes(clueOf({ outcome: outcome('verified') }), '2026-12-05T02:00:00.000Z')).toEqual([
      'CLUE_ANSWERED',
    ])
  })
})
