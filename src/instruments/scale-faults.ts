import type { Fault } from './fault.ts'
import type { Instrument } from './instrument.ts'
import { pointsOf } from './points.ts'
import type { Scale } from './scale.ts'
import { scoreRange } from './score-range.ts'

/** Where the scales do not fit the items, their coding, or themselves. */
export function* scaleFaults(instrument: Instrument): Generator<Fault> {
  const ids = new Set<string>()
  for (const [index, scale] of instrument.scales.entries()) {
    const path = ['scales', index]
    if (ids.has(scale.id)) yield { code: 'DUPLICATE_SCALE', path: [...path, 'id'] }
    ids.add(scale.id)
    let itemsFit = true
    const earlier = instrument.scales.slice(0, index)
    for (const fault of [...itemFaults(instrument, scale), ...criteriaFaults(scale, earlier)]) {
      itemsFit = false
      yield { ...fault, path: [...path, ...fault.path] }
    }
    if (!itemsFit) continue
    for (const fault of [...rangeFaults(instrument, scale), ...bandFaults(scale)])
      yield { ...fault, path: [...path, ...fault.path] }
  }
}

function* itemFaults(instrument: Instrument, scale: Scale): Generator<Fault> {
  const seen = new Set<string>()
  for (const [index, id] of scale.items.entries()) {
    const item = instrument.items.find((candidate) => candidate.id === id)
    if (item === undefined) yield { code: 'UNKNOWN_ITEM', path: ['items', index] }
    else if (!item.required) yield { code: 'SCORED_ITEM_NOT_REQUIRED', path: ['items', index] }
    if (seen.has(id)) yield { code: 'DUPLICATE_ITEM', path: ['items', index] }
    seen.add(id)
  }
  if ('reverse' in scale)
    for (const [index, id] of scale.reverse.entries())
      if (!seen.has(id)) yield { code: 'UNKNOWN_ITEM', path: ['reverse', index] }
  if (scale.kind === 'weighted' && Object.keys(scale.weights).sort().join() !== [...seen].sort().join())
    yield { code: 'WEIGHTS_DIFFER', path: ['weights'] }
  const { missing } = instrument
  if (missing.rule !== 'prorate') return
  if (scale.kind !== 'sum' && scale.kind !== 'mean') yield { code: 'CANNOT_PRORATE', path: ['kind'] }
  if (missing.atMost >= scale.items.length) yield { code: 'CANNOT_PRORATE', path: ['items'] }
}

/** Criteria look only at scales that come before, so there are no circles, and cover what those cover. */
function* criteriaFaults(scale: Scale, earlier: readonly Scale[]): Generator<Fault> {
  if (scale.kind !== 'criteria') return
  const covered = new Set<string>()
  for (const [index, criterion] of scale.all.entries()) {
    const looked = earlier.find(({ id }) => id === criterion.scale)
    if (looked === undefined) yield { code: 'UNKNOWN_SCALE', path: ['all', index, 'scale'] }
    else if (criterion.atLeast < looked.range.min || criterion.atLeast > looked.range.max)
      yield { code: 'CUT_OFF_OUTSIDE', path: ['all', index, 'atLeast'] }
    for (const item of looked?.items ?? []) covered.add(item)
  }
  if ([...covered].sort().join() !== scale.items.toSorted().join())
    yield { code: 'ITEMS_DIFFER', path: ['items'] }
}

function* rangeFaults(instrument: Instrument, scale: Scale): Generator<Fault> {
  if (scale.kind === 'lookup') {
    const points = [...pointsOf(instrument, scale).values()].map((answers) => [...answers.values()])
    const low = points.reduce((sum, answers) => sum + Math.min(...answers), 0)
    const high = points.reduce((sum, answers) => sum + Math.max(...answers), 0)
    const listed = new Set(scale.table.map((row) => row.sum))
    for (let sum = low; sum <= high; sum += 1)
      if (!listed.has(sum)) yield { code: 'TABLE_GAP', path: ['table'], detail: { sum } }
  }
  const { min, max } = scoreRange(instrument, scale)
  if (min !== scale.range.min || max !== scale.range.max)
    yield { code: 'RANGE_DIFFERS', path: ['range'], detail: { min, max } }
}

function* bandFaults(scale: Scale): Generator<Fault> {
  const { bands, range } = scale
  const ids = new Set<string>()
  for (const [index, band] of bands.entries()) {
    const previous = bands[index - 1]
    if (ids.has(band.id)) yield { code: 'DUPLICATE_BAND', path: ['bands', index, 'id'] }
    ids.add(band.id)
    if (band.min > band.max) yield { code: 'BAND_EMPTY', path: ['bands', index] }
    if (previous === undefined) {
      if (band.min !== range.min) yield { code: 'BAND_GAP', path: ['bands', index, 'min'] }
    } else if (band.min <= previous.max) yield { code: 'BAND_OVERLAP', path: ['bands', index, 'min'] }
    else if (band.min - previous.max > 1) yield { code: 'BAND_GAP', path: ['bands', index, 'min'] }
  }
  const last = bands.at(-1)
  if (last !== undefined && last.max !== range.max)
    yield { code: 'BAND_GAP', path: ['bands', bands.length - 1, 'max'] }
  for (const [index, { score, caveat }] of scale.cutOffs.entries()) {
    if (score < range.min || score > range.max)
      yield { code: 'CUT_OFF_OUTSIDE', path: ['cutOffs', index, 'score'] }
    if (caveat?.allPointsFrom.some((item) => !scale.items.includes(item)))
      yield { code: 'UNKNOWN_ITEM', path: ['cutOffs', index, 'caveat', 'allPointsFrom'] }
  }
}
