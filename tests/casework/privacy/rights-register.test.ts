import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answerBlocks,
  answerDue,
  checksNeeded,
  requestStanding,
  restrictedSince,
} from '../../../src/casework/privacy/rights-register.ts'
import {
  type RightsRequest,
  rightsAsked,
  rightsChecks,
  rightsRequestKind,
} from '../../../src/casework/privacy/rights-request.ts'
import { checkChange } from '../../../src/casework/records/check-change.ts'
import { eraseBlocked, keptUntil } from '../../../src/casework/records/legal-retention.ts'
import { addDays } from '../../../src/tiering/calendar.ts'
import { privacyRules, rightsRequestOf } from '../file-records.ts'
import { idOf } from '../records.ts'

type Answer = NonNullable<RightsRequest['answer']>
const me = idOf(900)
const at = '2026-11-10T02:00:00.000Z'
const answerOf = (more: Partial<Answer> = {}): Answer => ({
  by: me,
  at,
  done: 'met',
  entry: '示例：已交给本人',
  disclosure: idOf(40),
  ...more,
})
const checked = rightsChecks.map((what) => ({ what, by: me, at, note: '' }))

describe('the register', () => {
  it('counts the days to an answer from the room’s rules', () => {
    expect(answerDue('copy', '2026-11-20', privacyRules)).toBe('2026-12-05')
    expect(answerDue('restrict', '2026-12-28', privacyRules)).toBe('2027-01-04')
    for (const asked of rightsAsked)
      expect(answerDue(asked, '2026-11-20', privacyRules) > '2026-11-20').toBe(true)
  })

  it.each([
    ['2026-11-13', null, 'open'],
    ['2026-11-14', null, 'dueSoon'],
    ['2026-11-17', null, 'dueSoon'],
    ['2026-11-18', null, 'overdue'],
    ['2027-01-01', answerOf({ at: '2026-11-17T15:59:00.000Z' }), 'answered'],
    ['2027-01-01', answerOf({ at: '2026-11-17T16:00:00.000Z' }), 'answeredLate'],
  ] as const)('on %s with the answer %o: %s', (today, answer, standing) => {
    expect(requestStanding(rightsRequestOf({ answer }), today, privacyRules)).toBe(standing)
  })

  it.each([
    ['copy', 'self', ['identity', 'othersMasked']],
    ['copy', 'guardian', ['identity', 'guardianship', 'othersMasked']],
    ['correct', 'self', ['identity', 'whatIsWrong']],
    ['erase', 'relative', ['identity', 'death', 'kinship', 'retention', 'backups']],
    ['restrict', 'self', ['identity']],
    ['explain', 'self', ['identity']],
  ] as const)('to %s, asked by %s, looks into %j first', (asked, askedBy, checks) => {
    expect(checksNeeded({ asked, askedBy })).toEqual(checks)
  })

  const codes = (request: Partial<RightsRequest>, answer: Partial<Answer>, until: string | null = null) =>
    answerBlocks(rightsRequestOf({ checks: checked, ...request }), answerOf(answer), until).map(
      ({ code }) => code,
    )

  it('answers only after the checks, and refuses knowing who asks', () => {
    expect(answerBlocks(rightsRequestOf(), answerOf(), null)).toEqual([
      { code: 'REQUEST_CHECK_MISSING', detail: { check: 'identity' } },
      { code: 'REQUEST_CHECK_MISSING', detail: { check: 'othersMasked' } },
    ])
    expect(codes({ checks: [] }, { done: 'refused' })).toEqual(['REQUEST_CHECK_MISSING'])
    expect(codes({}, {})).toEqual([])
    expect(codes({ answer: answerOf() }, {})).toEqual(['REQUEST_ANSWERED'])
  })

  it('gives a reason for whatever is not met in full', () => {
    for (const done of ['partly', 'refused'] as const) {
      expect(codes({}, { done, entry: ' 示例 ' })).toEqual(['REQUEST_REASON_NEEDED'])
      const value = rightsRequestOf({ answer: answerOf({ done, entry: '' }) })
      expect(rightsRequestKind.schema.safeParse(value).success).toBe(false)
    }
    expect(codes({}, { entry: '' })).toEqual([])
  })

  it('hands over a copy only as a disclosure on record', () => {
    expect(codes({}, { disclosure: null })).toEqual(['REQUEST_COPY_MISSING'])
    expect(codes({}, { disclosure: null, done: 'refused' })).toEqual([])
    expect(codes({ asked: 'explain' }, { disclosure: null })).toEqual([])
  })

  it('restricts instead of erasing while a law wants the records kept', () => {
    const erase = { asked: 'erase' } as const
    expect(codes(erase, {}, '2026-11-10')).toEqual(['RETENTION_NOT_OVER'])
    expect(codes(erase, {}, '2026-11-09')).toEqual([])
    expect(codes(erase, {}, null)).toEqual([])
    expect(codes(erase, { done: 'restricted' }, '2028-11-10')).toEqual([])
    expect(codes({}, { done: 'restricted' })).toEqual(['REQUEST_NOT_TO_RESTRICT'])
  })

  it('knows since when a file is only kept, until that is lifted', () => {
    const restricted = rightsRequestOf({ asked: 'erase', answer: answerOf({ done: 'restricted' }) })
    const earlier = rightsRequestOf({
      asked: 'restrict',
      answer: answerOf({ at: '2026-10-01T02:00:00.000Z' }),
    })
    expect(restrictedSince([])).toBeNull()
    expect(restrictedSince([rightsRequestOf({ asked: 'restrict' })])).toBeNull()
    expect(restrictedSince([rightsRequestOf({ answer: answerOf() })])).toBeNull()
    expect(restrictedSince([restricted, earlier])).toBe('2026-10-01T02:00:00.000Z')
    const lifted = { ...earlier, lifted: { by: me, at, because: '示例：本人要求' } }
    expect(checkChange(rightsRequestKind, earlier, lifted).ok).toBe(true)
    expect(checkChange(rightsRequestKind, lifted, earlier).ok).toBe(false)
    expect(restrictedSince([restricted, lifted])).toBe(at)
  })

  it('keeps its answer, and stays when the client is erased', () => {
    const answered = rightsRequestOf({ answer: answerOf() })
    expect(checkChange(rightsRequestKind, rightsRequestOf(), answered).ok).toBe(true)
    expect(checkChange(rightsRequestKind, answered, rightsRequestOf()).ok).toBe(false)
    expect(checkChange(rightsRequestKind, answered, { ...answered, clientId: null }).ok).toBe(true)
    expect(checkChange(rightsRequestKind, answered, { ...answered, words: '' }).ok).toBe(false)
    expect(rightsRequestKind.clientOf(answered, idOf(1))).toBeNull()
  })
})

describe('what a law wants kept', () => {
  it.each([
    ['2026-11-20T02:00:00.000Z', '2029-11-20'],
    ['2026-11-20T17:00:00.000Z', '2029-11-21'],
    ['2028-02-29T02:00:00.000Z', '2031-02-28'],
  ])('made at %s is kept until %s', (made, until) => {
    expect(keptUntil('disclosures', made, privacyRules)).toBe(until)
  })

  it('holds up erasing the file it lies in, and no longer', () => {
    const made = {
      disclosures: ['2024-01-10T02:00:00.000Z', '2025-01-10T02:00:00.000Z'],
      mandatoryReports: [],
    }
    const blocked = eraseBlocked(made, privacyRules, '2026-11-20')
    expect(blocked?.until).toBe('2028-01-10')
    expect(blocked?.because.map(({ records }) => records)).toEqual(['disclosures'])
    expect(eraseBlocked(made, privacyRules, '2028-01-10')).not.toBeNull()
    expect(eraseBlocked(made, privacyRules, '2028-01-11')).toBeNull()
    expect(
      eraseBlocked({ rightsRequests: ['2026-01-10T02:00:00.000Z'] }, privacyRules, '2026-11-20'),
    ).toBeNull()
    expect(eraseBlocked({}, privacyRules, '2026-11-20')).toBeNull()
  })

  it('ends once for good', () => {
    const instants = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString())
    fc.assert(
      fc.property(fc.array(instants, { maxLength: 6 }), fc.integer({ min: 0, max: 20_000 }), (all, days) => {
        const today = addDays('2000-01-01', days)
        const blocked = eraseBlocked({ disclosures: all }, privacyRules, today)
        const last = all
          .flatMap((made) => keptUntil('disclosures', made, privacyRules) ?? [])
          .toSorted()
          .at(-1)
        expect(blocked !== null).toBe(last !== undefined && last >= today)
        if (blocked)
          expect(eraseBlocked({ disclosures: all }, privacyRules, addDays(blocked.until, 1))).toBeNull()
      }),
    )
  })
})
