import { expect, test } from 'vitest'
import forms from '../../../resources/score-entry.json'
import templates from '../../../resources/tier-rule-templates.json'
import { readScoreForms } from '../../../src/casework/assessments/score-form.ts'
import { conditionFrom, ruleSubjects } from '../../../src/renderer/tiers/rule-subjects.ts'
import { shippedQuestionnaires } from '../../../src/room/library/shipped-questionnaires.ts'
import { readRuleSet } from '../../../src/tiering/rule-set.ts'
import { readRuleTemplates, ruleFromTemplate } from '../../../src/tiering/rule-template.ts'
import { given } from '../../support/outcome.ts'
import { shippedRules } from '../../tiering/shipped-rules.ts'

const shelf = {
  entries: shippedQuestionnaires.available.map((questionnaire) => ({
    questionnaire,
    signedIn: null,
    wordings: [],
    heldBack: null,
    qualified: [],
  })),
  earlier: [],
  broken: [],
  nonCommercial: null,
  staffNames: {},
}
const subjects = ruleSubjects(shelf, given(readScoreForms(forms)))

test('whatever may be chosen makes a rule that a rule set can hold', () => {
  expect(subjects.length).toBeGreaterThan(50)
  expect(new Set(subjects.map(({ id }) => id)).size).toBe(subjects.length)
  const read = given(readRuleTemplates(templates))
  for (const subject of subjects)
    for (const kind of subject.kinds) {
      const when = conditionFrom(subject, { kind, value: subject.range?.max })
      if (when === null) throw new Error(`${subject.id} ${kind}`)
      const rule = given(ruleFromTemplate(read, when, subject, shippedRules))
      given(readRuleSet({ ...shippedRules, rules: [...shippedRules.rules, rule] }))
    }
})

test('no score of a clue list may be chosen: it says nothing until somebody verified it', () => {
  expect(
    subjects.filter(({ instrument, range }) => instrument === 'behaviour-clues' && range !== null),
  ).toEqual([])
})

test('a form that is not filled in is no condition', () => {
  const [subject] = subjects
  if (subject === undefined) throw new Error('nothing on the shelf')
  expect(conditionFrom(subject, {})).toBeNull()
  expect(conditionFrom(subject, { kind: 'atLeast' })).toBeNull()
})
