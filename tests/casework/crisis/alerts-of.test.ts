import { describe, expect, it } from 'vitest'
import { alertsOf } from '../../../src/casework/crisis/alerts-of.ts'
import { criticalAlertSchema } from '../../../src/casework/crisis/critical-alert.ts'
import type { Instrument } from '../../../src/instruments/instrument.ts'
import { alertOf, assessmentOf, handledOf, idOf, stored } from '../records.ts'

const assessment = stored(50, assessmentOf())
const criticalItem = (item: string, response: Instrument['criticalItems'][number]['response']) => ({
  item,
  values: [1, 2, 3],
  response,
})
const instrument = {
  criticalItems: [criticalItem('q9', 'interviewSameVisit'), criticalItem('q10', 'actAtOnce')],
}
const at = '2026-11-20T01:06:00.000Z'

describe('alerts of an assessment', () => {
  it('raises one for every critical item answered, open', () => {
    const raised = alertsOf(
      instrument,
      assessment,
      {
        critical: [
          { item: 'q9', value: 2 },
          { item: 'q10', value: 1 },
        ],
      },
      at,
    )
    expect(raised).toEqual([alertOf({ value: 2 }), alertOf({ item: 'q10', value: 1 })])
    for (const alert of raised) expect(criticalAlertSchema.parse(alert)).toEqual(alert)
  })

  it('raises none without', () => {
    expect(alertsOf(instrument, assessment, { critical: [] }, at)).toEqual([])
  })

  it('raises none for a prompt, whatever else is answered', () => {
    const prompt = { criticalItems: [criticalItem('q9', 'prompt'), criticalItem('q10', 'verifyAndRefer')] }
    const found = ['q9', 'q10'].map((item) => ({ item, value: 1 }))
    expect(alertsOf(prompt, assessment, { critical: found }, at).map(({ item }) => item)).toEqual(['q10'])
  })

  it('raises an item once, but anew in another assessment', () => {
    const said = { critical: [{ item: 'q9', value: 3 }] }
    expect(alertsOf(instrument, assessment, said, at, [alertOf()])).toEqual([])
    expect(alertsOf(instrument, assessment, said, at, [alertOf({ assessmentId: idOf(51) })])).toHaveLength(1)
  })

  it('raises an item anew when it was dealt with and is then answered otherwise', () => {
    const handled = alertOf({ handling: handledOf('denied', at) })
    const raised = (value: number) =>
      alertsOf(instrument, assessment, { critical: [{ item: 'q9', value }] }, at, [handled])
    expect(raised(1)).toEqual([])
    expect(raised(3)).toEqual([alertOf({ value: 3 })])
  })
})
