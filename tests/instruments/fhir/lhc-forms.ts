import { readFileSync } from 'node:fs'
import { surveySchema } from '../../../src/instruments/survey.ts'
import { calculated, fhirPath, ordinal, variable } from './forms.ts'

const hl7 = 'http://hl7.org/fhir/StructureDefinition'
const lhc = 'http://lhcforms.nlm.nih.gov/fhir/ext'
const loinc = (code: string, display: string) => ({ system: 'http://loinc.org', code, display })

const codes = '44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8'.split(' ')
const answers = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9']

const control = {
  url: `${hl7}/questionnaire-itemControl`,
  valueCodeableConcept: {
    coding: [
      { system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'drop-down', display: 'Drop down' },
    ],
    text: 'Drop down',
  },
}

const { pages } = surveySchema.parse(
  JSON.parse(readFileSync(new URL('../../../questionnaires/phq-9/survey.json', import.meta.url), 'utf8')),
)
const questions = pages.flatMap(({ elements }) => elements).slice(0, codes.length)

/** The PHQ-9 in the shape of an export of LHC-Forms, its total made by the rule editor; nothing of ours in it. */
export const lhcFormsPhq9 = () => ({
  resourceType: 'Questionnaire',
  meta: {
    profile: ['http://hl7.org/fhir/4.0/StructureDefinition/Questionnaire'],
    tag: [{ code: 'lformsVersion: 36.0.4', display: 'lformsVersion: 36.0.4' }],
  },
  title: 'PHQ-9 quick depression assessment panel',
  status: 'draft',
  copyright: 'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues.',
  code: [loinc('44249-1', 'PHQ-9 quick depression assessment panel [Reported.PHQ]')],
  subjectType: ['Patient', 'Person'],
  item: [
    ...questions.map(({ title, choices }, index) => ({
      type: 'choice',
      code: [loinc(codes[index] ?? '', title.en ?? '')],
      extension: [control],
      required: false,
      linkId: `/${codes[index]}`,
      text: title.en,
      answerOption: choices.map(({ value, text }) => ({
        valueCoding: loinc(answers[value] ?? '', text.en ?? ''),
        extension: [
          { url: `${hl7}/questionnaire-optionPrefix`, valueString: String(value) },
          { url: ordinal, valueDecimal: value },
        ],
      })),
    })),
    {
      type: 'decimal',
      code: [loinc('44261-6', 'Patient health questionnaire 9 item total score')],
      extension: [
        { url: `${hl7}/questionnaire-unit`, valueCoding: { display: '{score}' } },
        ...codes.map((code, index) =>
          variable(
            'abcdefghi'.charAt(index),
            `%questionnaire.item.where(linkId = '/${code}').answerOption.where(valueCoding.code=%resource.item.where(linkId = '/${code}').answer.valueCoding.code).extension.where(url='${ordinal}').valueDecimal`,
          ),
        ),
        variable('any_questions_answered', [...'abcdefghi'].map((name) => `%${name}.exists()`).join(' or ')),
        {
          url: calculated,
          valueExpression: {
            ...fhirPath(
              `iif(%any_questions_answered, ${[...'abcdefghi'].map((name) => `iif(%${name}.exists(), %${name}, 0)`).join(' + ')}, {})`,
            ),
            description: 'Total score calculation',
            extension: [{ url: `${lhc}/rule-editor-expression` }],
          },
        },
      ],
      required: false,
      linkId: '/44261-6',
      text: 'Patient health questionnaire 9 item total score',
    },
  ],
})
