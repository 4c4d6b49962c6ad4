import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { closed, entered, versionsOf, withUnit } from '../../src/county/units/change-unit.ts'
import { mergeUnits, ownUnit } from '../../src/county/units/merge-units.ts'
import type { Unit } from '../../src/county/units/unit.ts'
import { areaOf, unitFaults } from '../../src/county/units/unit-faults.ts'
import { unitOfCard } from '../../src/county/units/unit-of-card.ts'
import { roomsUnder, type UnitNode, unitTree } from '../../src/county/units/unit-tree.ts'

const desk = { code: '330102', name: '示例县' }
const unit = (more: Partial<Unit>): Unit => ({
  level: 'room',
  code: '330102901',
  name: '示例室',
  parent: null,
  contact: '',
  duty: 'month',
  residents: null,
  from: '2026-01-01',
  until: null,
  ...more,
})
const township = (code: string, more: Partial<Unit> = {}) =>
  unit({ level: 'township', code, name: `示例镇${code}`, parent: desk.code, duty: 'none', ...more })
const own = ownUnit(desk)
const [east, west] = [township('330102101'), township('330102102')]
const room = (code: string, parent: string | null, more: Partial<Unit> = {}) =>
  unit({ code, parent, ...more })

const namesIn = (nodes: readonly UnitNode[]): unknown[] =>
  nodes.map(({ unit: { code }, under }) => (under.length === 0 ? code : [code, ...namesIn(under)]))
const codesIn = (nodes: readonly UnitNode[]): string[] =>
  nodes.flatMap(({ unit: { code, level }, under }) => [`${level} ${code}`, ...codesIn(under)])
const faultsOf = (units: readonly Unit[]) =>
  unitFaults(units, desk.code).map(({ unit: { code }, code: fault }) => [code, fault])

describe('who belongs to whom', () => {
  const moved = [
    room('330102901', east.code, { until: '2026-07-01' }),
    room('330102901', west.code, { from: '2026-07-01' }),
  ]
  const units = [own, east, west, ...moved, room('330102902', east.code), room('330102903', null)]

  it('is told by the day', () => {
    expect(namesIn(unitTree(units, '2026-06-30'))).toEqual([
      ['330102', ['330102101', '330102901', '330102902'], '330102102'],
      '330102903',
    ])
    expect(roomsUnder(units, west, '2026-06-30')).toEqual([])
    expect(roomsUnder(units, west, '2026-07-01')).toEqual([moved[1]])
    expect(roomsUnder(units, own, '2026-07-01').map(({ code }) => code)).toEqual(['330102902', '330102901'])
    expect(unitTree(units, '1999-12-31')).toEqual([])
  })

  it('tells a township from a room of the same digits', () => {
    const same = [own, east, room(east.code, east.code)]
    expect(faultsOf(same)).toEqual([])
    expect(namesIn(unitTree(same, '2026-06-30'))).toEqual([['330102', ['330102101', '330102101']]])
  })

  it('leaves nobody out, and nobody twice, whatever is said of whom', () => {
    const level = fc.constantFrom('city', 'county', 'township', 'room')
    const code = fc.constantFrom('330102', '330102101', '330102102')
    const any = fc.record({ level, code, parent: fc.option(code) }).map((more) => unit(more as Partial<Unit>))
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ level: l, code: c }) => `${l} ${c}` }), (units) => {
        const placed = codesIn(unitTree(units, '2026-06-30'))
        expect(placed.toSorted()).toEqual(units.map(({ level: l, code: c }) => `${l} ${c}`).toSorted())
      }),
      { seed: 8 },
    )
  })
})

test.each<[string, Unit[], [string, string][]]>([
  ['digits of another level', [township('330102')], [['330102', 'UNIT_CODE_LENGTH']]],
  ['a code of another county', [room('330103901', null)], [['330103901', 'UNIT_OUTSIDE']]],
  ['a parent that is not there', [room('330102901', '330102199')], [['330102901', 'UNIT_PARENT_MISSING']]],
  ['a county for a room’s parent', [room('330102901', '330102')], [['330102901', 'UNIT_PARENT_LEVEL']]],
  [
    'two townships that belong to each other',
    [township('330102103', { parent: '330102104' }), township('330102104', { parent: '330102103' })],
    [
      ['330102103', 'UNIT_PARENT_LEVEL'],
      ['330102104', 'UNIT_PARENT_LEVEL'],
    ],
  ],
  [
    'one that belongs to itself',
    [township('330102103', { parent: '330102103' })],
    [['330102103', 'UNIT_PARENT_LEVEL']],
  ],
  [
    'a parent that ends before',
    [township('330102103', { until: '2026-07-01' }), room('330102901', '330102103')],
    [['330102901', 'UNIT_PARENT_NOT_IN_FORCE']],
  ],
  [
    'a parent that begins later',
    [township('330102103', { from: '2026-02-01' }), room('330102901', '330102103')],
    [['330102901', 'UNIT_PARENT_NOT_IN_FORCE']],
  ],
  [
    'an end before the beginning',
    [room('330102901', null, { until: '2026-01-01' })],
    [['330102901', 'UNIT_ENDS_FIRST']],
  ],
  [
    'versions that overlap',
    [room('330102901', null, { until: '2026-03-01' }), room('330102901', null, { from: '2026-02-01' })],
    [['330102901', 'UNIT_VERSIONS_OVERLAP']],
  ],
])('%s is refused', (_, units, faults) => {
  expect(faultsOf([own, east, ...units])).toEqual(faults)
})

test('a parent that was renamed in between is there all the time', () => {
  const renamed = [
    township('330102103', { until: '2026-07-01' }),
    township('330102103', { from: '2026-07-01' }),
  ]
  expect(faultsOf([own, ...renamed, room('330102901', '330102103')])).toEqual([])
})

test('what lies in what', () => {
  expect(['330102101', '330102', '330100', '330000', '500230', '000000'].map(areaOf)).toEqual([
    '330102',
    '330102',
    '3301',
    '33',
    '500230',
    '000000',
  ])
  const city = { code: '330100', name: '示例市' }
  const county = unit({ level: 'county', code: '330102', parent: '330100', duty: 'none' })
  const rooms = [east, room('330102901', east.code)]
  expect(unitFaults(mergeUnits([county, ...rooms], [], city), '330100')).toEqual([])
  const foreign = { ...county, code: '330202' }
  expect(unitFaults(mergeUnits([foreign], [], city), '330100').map(({ code }) => code)).toContain(
    'UNIT_OUTSIDE',
  )
  expect([city, desk, { code: '000000', name: '' }].map((one) => ownUnit(one).level)).toEqual([
    'city',
    'county',
    'county',
  ])
})

describe('a change', () => {
  const before = [room('330102901', east.code)]

  it('counts from its day on, and what was stays what it was', () => {
    const after = entered(before, { ...room('330102901', west.code), name: '新名', from: '2026-07-01' })
    expect(after).toEqual([
      { ...before[0], until: '2026-07-01' },
      { ...before[0], parent: west.code, name: '新名', from: '2026-07-01' },
    ])
    expect(entered(after, { ...room('330102901', west.code), name: '又一名', from: '2026-07-01' })).toEqual([
      after[0],
      { ...after[1], name: '又一名' },
    ])
    expect(entered(after, { ...room('330102901', null), from: '2026-04-01' })).toEqual([
      { ...before[0], until: '2026-04-01' },
      { ...before[0], parent: null, from: '2026-04-01', until: '2026-07-01' },
      after[1],
    ])
    expect(entered(before, { ...room('330102901', null), from: '2025-01-01' })[0]).toMatchObject({
      from: '2025-01-01',
      until: '2026-01-01',
    })
  })

  it('ends a unit, which may begin again', () => {
    const ended = closed(before, '2026-05-01')
    expect(ended).toEqual([{ ...before[0], until: '2026-05-01' }])
    expect(entered(ended, { ...room('330102901', null), from: '2026-09-01' })).toEqual([
      ...ended,
      room('330102901', null, { from: '2026-09-01' }),
    ])
    expect(closed(before, '2026-01-01')).toEqual([])
  })

  it('never makes versions that overlap, whatever comes after what', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`)
    const step = fc.record({ day, ends: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const versions = steps.reduce<Unit[]>(
          (held, { day: on, ends }) =>
            ends ? closed(held, on) : entered(held, { ...room('330102901', null), name: on, from: on }),
          [],
        )
        expect(faultsOf([own, ...versions])).toEqual([])
      }),
      { seed: 8 },
    )
  })

  it('is refused when it breaks the tree, and says whom it leaves behind', () => {
    const units = [own, east, west, ...before]
    const change = (versions: Unit[], key = versions[0] ?? east) => withUnit(units, key, versions, desk.code)
    expect(change([{ ...room('330102901', '330102199') }])).toMatchObject({
      ok: false,
      refusal: { code: 'UNIT_PARENT_MISSING', at: '330102901' },
    })
    expect(change(closed([east], '2026-06-01'))).toMatchObject({
      ok: false,
      refusal: { code: 'UNIT_HAS_UNITS', at: '330102901', detail: { name: '示例室' } },
    })
    expect(change(closed([west], '2026-06-01')).ok).toBe(true)
    const broken = [...units, room('330109901', null)]
    expect(withUnit(broken, west, closed([west], '2026-06-01'), desk.code).ok).toBe(true)
  })
})

test('what was entered wins over what a card says; a card alone is a unit too', () => {
  const card = (code: string) => unitOfCard({ unit: code, name: `卡片${code}`, created: '2026-03-01' })
  const merged = mergeUnits([room('330102901', null)], [card('330102901'), card('330102902')], desk)
  expect(merged.map(({ code, name }) => [code, name])).toEqual([
    ['330102', '示例县'],
    ['330102901', '示例室'],
    ['330102902', '卡片330102902'],
  ])
  expect(versionsOf(merged, merged[1] ?? own)).toEqual([room('330102901', null)])
})
