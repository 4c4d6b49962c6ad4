import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { callQuestions } from '../../../src/casework/hotline/call-answers.ts'
import { callFields } from '../../../src/casework/hotline/call-fields.ts'
import { actionKinds } from '../../../src/casework/hotline/call-step.ts'
import { callTypes, specialCallKinds } from '../../../src/casework/hotline/call-types.ts'
import { callChannels, callTopics, dispositions } from '../../../src/casework/hotline/hotline-call.ts'
import { rescueTopics } from '../../../src/casework/hotline/rescue-card.ts'
import { sixSteps } from '../../../src/casework/hotline/six-steps.ts'
import { ageBands } from '../../../src/casework/records/age.ts'
import { callKeys } from '../../../src/renderer/hotline/call-keys.ts'

type Words = Record<string, unknown>
const wordsOf = (name: string): Words =>
  JSON.parse(
    readFileSync(new URL(`../../../src/renderer/locale/zh-CN/${name}.json`, import.meta.url), 'utf8'),
  )

const form = wordsOf('call-form')
const lacking = (words: unknown, names: readonly string[]) => names.filter((name) => !(name in Object(words)))

test('every field of a call and every answer has its words', () => {
  expect(lacking(form.field, [...callFields, 'callType', 'levelBecause', 'actions'])).toEqual([])
  expect(lacking(form.said, Object.keys(callQuestions))).toEqual([])
  const answers = Object(form.answer)
  for (const [question, options] of Object.entries(callQuestions))
    expect(lacking(answers[question], options), question).toEqual([])
  expect(lacking(form.callType, callTypes)).toEqual([])
  expect(lacking(form.specialKind, specialCallKinds)).toEqual([])
  expect(lacking(form.channel, callChannels)).toEqual([])
  expect(lacking(form.topic, callTopics)).toEqual([])
  expect(lacking(form.disposition, dispositions)).toEqual([])
  expect(lacking(form.action, actionKinds)).toEqual([])
  expect(lacking(form.ageBand, ageBands)).toEqual([])
  expect(lacking(form.sixStep, sixSteps)).toEqual([])
  expect(lacking(Object(wordsOf('running-call').rescue).topic, rescueTopics)).toEqual([])
})

test('a letter goes to one field', () => {
  const letters = Object.values(callKeys)
  expect(new Set(letters).size).toBe(letters.length)
})
