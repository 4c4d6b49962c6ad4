import type { Fault } from './fault.ts'
import { answerValues, type Instrument } from './instrument.ts'
import { scaleFaults } from './scale-faults.ts'

/** Where an instrument contradicts itself. */
export function* instrumentFaults(instrument: Instrument): Generator<Fault> {
  yield* itemFaults(instrument)
  yield* skipFaults(instrument)
  yield* scaleFaults(instrument)
  yield* criticalFaults(instrument)
  yield* notForFaults(instrument)
  yield* termsFaults(instrument)
  if (instrument.kind === 'observation' && instrument.scales.length > 0)
    yield { code: 'OBSERVATION_WITH_SCALE', path: ['scales'] }
  if (Object.keys(instrument.provenance).sort().join() !== [...instrument.languages].sort().join())
    yield { code: 'LANGUAGE_DIFFERS', path: ['provenance'] }
}

function* itemFaults(instrument: Instrument): Generator<Fault> {
  const first = instrument.items[0]?.id === 'q0' ? 0 : 1
  for (const [index, item] of instrument.items.entries()) {
    if (item.id !== `q${index + first}`) yield { code: 'ITEM_OUT_OF_ORDER', path: ['items', index, 'id'] }
    if (!(item.coding in instrument.codings))
      yield { code: 'UNKNOWN_CODING', path: ['items', index, 'coding'] }
    else if (
      instrument.missing.rule === 'countZero' &&
      item.required &&
      !answerValues(instrument, item.id).includes(0)
    )
      yield { code: 'BLANK_WITHOUT_ZERO', path: ['items', index, 'coding'] }
  }
  for (const [name, coding] of Object.entries(instrument.codings))
    if (new Set(coding.map((answer) => answer.value)).size !== coding.length)
      yield { code: 'DUPLICATE_ANSWER', path: ['codings', name] }
}

function* skipFaults(instrument: Instrument): Generator<Fault> {
  const position = (id: string) => instrument.items.findIndex((item) => item.id === id)
  const skipped = new Set<string>()
  for (const [rule, { items, askedIfAny, atLeast, atMost }] of instrument.skips.entries()) {
    if (atMost !== null && atMost < atLeast) yield { code: 'SKIP_RULE_NEVER_ASKS', path: ['skips', rule] }
    const first = Math.min(...items.map(position))
    for (const [index, id] of items.entries()) {
      const path = ['skips', rule, 'items', index]
      const item = instrument.items[position(id)]
      if (item === undefined) yield { code: 'UNKNOWN_ITEM', path }
      else if (item.required && !answerValues(instrument, id).includes(0))
        yield { code: 'SKIPPED_WITHOUT_ZERO', path }
      if (skipped.has(id)) yield { code: 'DUPLICATE_ITEM', path }
      skipped.add(id)
    }
    // Only questions asked earlier decide, so there are no circles.
    for (const [index, id] of askedIfAny.entries())
      if (position(id) < 0 || position(id) >= first)
        yield { code: 'SKIP_RULE_LOOKS_AHEAD', path: ['skips', rule, 'askedIfAny', index] }
  }
}

function* criticalFaults(instrument: Instrument): Generator<Fault> {
  const seen = new Set<string>()
  for (const [index, critical] of instrument.criticalItems.entries()) {
    const path = ['criticalItems', index]
    const allowed = answerValues(instrument, critical.item)
    if (allowed.length === 0) yield { code: 'UNKNOWN_ITEM', path: [...path, 'item'] }
    else if (critical.values.some((value) => !allowed.includes(value)))
      yield { code: 'ANSWER_OUTSIDE_CODING', path: [...path, 'values'] }
    if (seen.has(critical.item)) yield { code: 'DUPLICATE_ITEM', path: [...path, 'item'] }
    seen.add(critical.item)
  }
}

function* notForFaults(instrument: Instrument): Generator<Fault> {
  for (const [index, { items, sex, ages }] of instrument.notFor.entries()) {
    if (sex === null && ages === null) yield { code: 'NOT_FOR_ANYONE', path: ['notFor', index] }
    for (const [place, id] of items.entries())
      if (!instrument.items.some((item) => item.id === id))
        yield { code: 'UNKNOWN_ITEM', path: ['notFor', index, 'items', place] }
    // What is asked after such a question would be shown to nobody of these, and be missing for ever.
    for (const skip of instrument.skips)
      if (skip.askedIfAny.some((id) => items.includes(id)) && skip.items.some((id) => !items.includes(id)))
        yield { code: 'GATE_NOT_FOR_PERSON', path: ['notFor', index, 'items'] }
  }
}

/** The terms bind the wording: who asks for the official translation, or for no change, gets no translation of anyone else's. */
function* termsFaults({ terms, provenance }: Instrument): Generator<Fault> {
  for (const [language, origin] of Object.entries(provenance))
    if (origin.status === 'unofficialTranslation' && (terms.officialTranslationOnly || terms.noModification))
      yield { code: 'TRANSLATION_NOT_ALLOWED', path: ['provenance', language, 'status'] }
}
