import { describe, expect, it } from 'vitest'
import shipped from '../../../resources/call-forms.json'
import {
  callFields,
  callQuestionNames,
  leavableFields,
  requiredFields,
} from '../../../src/casework/hotline/call-fields.ts'
import { callFormNames, readCallForms } from '../../../src/casework/hotline/call-forms.ts'
import { callForm, formNameOf, missingInCall } from '../../../src/casework/hotline/call-missing.ts'
import { callRules, callStep, fullAnswers, quietCallOf, riskCallOf } from '../call-records.ts'

const missing = (call: Parameters<typeof missingInCall>[0]) => missingInCall(call, callRules)
const fieldsOf = (call: Parameters<typeof callForm>[0]) => callForm(call, callRules).map(({ field }) => field)

describe('forms', () => {
  it('are one for each type of call, and each wants danger, a level and a disposition', () => {
    expect(Object.keys(callRules.forms.forms).toSorted()).toEqual([...callFormNames].toSorted())
    for (const form of Object.values(callRules.forms.forms))
      for (const field of requiredFields) expect(form).toContainEqual({ field, need: 'required' })
  })

  it('ask between them for every field there is', () => {
    const asked = new Set(
      Object.values(callRules.forms.forms)
        .flat()
        .map(({ field }) => field),
    )
    expect(callFields.filter((field) => !asked.has(field))).toEqual([])
  })

  it('that forget danger, or want an exception nobody can give a reason for, are not read', () => {
    const general = shipped.forms.general
    const read = (form: unknown) =>
      readCallForms({ ...shipped, forms: { ...shipped.forms, general: form } }).ok
    expect(read(general)).toBe(true)
    expect(read(general.filter(({ field }) => field !== 'danger'))).toBe(false)
    expect(read(general.map((one) => (one.field === 'danger' ? { ...one, need: 'accounted' } : one)))).toBe(
      false,
    )
    expect(read([...general, { field: 'danger', need: 'required' }])).toBe(false)
    expect(read([...general, { field: 'shoeSize', need: 'offered' }])).toBe(false)
  })

  it('change with the type of call', () => {
    expect(formNameOf({ callType: 'special', specialKind: 'silent' })).toBe('silent')
    expect(formNameOf({ callType: 'special', specialKind: null })).toBe('general')
    expect(formNameOf({ callType: 'general', specialKind: 'silent' })).toBe('general')
    const silent = quietCallOf({ callType: 'special', specialKind: 'silent' })
    expect(fieldsOf(silent)).toContain('signs')
    expect(fieldsOf(silent)).not.toContain('hopelessness')
  })

  it('ask for what danger calls for as soon as it is told of, whatever the type', () => {
    const child = quietCallOf({ callType: 'special', specialKind: 'minor' })
    expect(fieldsOf(child)).not.toContain('means')
    const told = { ...child, danger: { asked: 'yes', answer: 'thoughts' } } as const
    expect(fieldsOf(told)).toEqual(expect.arrayContaining(['harmSuspected', 'means', 'place', 'callBack']))
    expect(new Set(fieldsOf(told)).size).toBe(fieldsOf(told).length)
  })
})

describe('a call can be ended', () => {
  it('with all that its form wants', () => {
    expect(missing(quietCallOf())).toEqual([])
    expect(missing(riskCallOf({ steps: [callStep('acted')] }))).toEqual([])
  })

  it('not before it says whether danger was asked about', () => {
    expect(missing(quietCallOf({ danger: null }))).toContain('danger')
    const why = { asked: 'no', why: '示例：马上挂断' } as const
    expect(missing(quietCallOf({ danger: why, responseLevel: 'today' }))).toEqual([])
  })

  it.each(callQuestionNames.filter((name) => callRules.forms.inDanger.some(({ field }) => field === name)))(
    'in danger not without %s, or a word why it was not asked',
    (name) => {
      const { [name]: _, ...answers } = fullAnswers
      // The time they spoke of, or a plan, asks for help at once by itself; so does danger as it was told.
      const call = riskCallOf({ answers, steps: [callStep('acted')] })
      expect(missing(call)).toEqual([name])
      expect(missing({ ...call, leftOut: { [name]: ' ' } })).toEqual([name])
      expect(missing({ ...call, leftOut: { [name]: '示例：突然挂断' } })).toEqual([])
    },
  )

  it('with another level than suggested only when it says why', () => {
    const other = riskCallOf({ responseLevel: 'today', steps: [callStep('acted')] })
    expect(missing(other)).toEqual(['levelBecause'])
    expect(missing({ ...other, levelBecause: '示例：家人已在身边' })).toEqual([])
  })

  it('at once not with intentions', () => {
    expect(missing(riskCallOf())).toEqual(['actions'])
    expect(missing(riskCallOf({ steps: [callStep('acted', 0, { state: 'intended' })] }))).toEqual(['actions'])
  })

  it('special not without saying how', () => {
    expect(missing(quietCallOf({ callType: 'special' }))).toContain('specialKind')
  })

  it('leaves nothing that is required to a reason', () => {
    for (const field of requiredFields) expect(leavableFields).not.toContain(field)
  })
})
