import dayjs from 'dayjs'
import type { DisclosureField } from '../../casework/disclosures/disclosure.ts'
import type { MandatoryReportStepKind } from '../../casework/disclosures/mandatory-report-course.ts'
import type { Telling } from '../../room/contract/disclosures.ts'
import type { ReportStepDraft } from '../../room/contract/mandatory-reports.ts'

type Of<Kind extends MandatoryReportStepKind> = Extract<ReportStepDraft, { kind: Kind }>

/** The fields of every step, as a form holds them. */
export interface StepFields {
  danger: Of<'safetySeen'>['danger']
  done: string
  signs: Of<'described'>['signs']
  source: Of<'described'>['source']
  facts: string
  inference?: string
  suspected: Of<'described'>['suspected']
  whom: 'here' | 'outside'
  outsideName?: string
  outsideDay?: string
  advice: string
  because: string
  when: string
  office: Of<'reported'>['office']
  person: string
  way: Of<'reported'>['way']
  receipt?: string
  purpose?: string
  fields?: DisclosureField[]
  telling?: Telling['state']
  tellingNote?: string
  told: Of<'familyTold'>['told']
  from: string
  said: string
}

/** What was entered for a step, as the room takes it; `office` gives an office in words. */
export function stepDraft(
  kind: MandatoryReportStepKind,
  entered: StepFields,
  office: (name: StepFields['office']) => string,
): ReportStepDraft {
  const { because, outsideName = '', outsideDay = '' } = entered
  const whom =
    entered.whom === 'outside'
      ? ({ kind: 'outside', name: outsideName, day: outsideDay } as const)
      : ({ kind: 'here' } as const)
  switch (kind) {
    case 'safetySeen':
      return { kind, danger: entered.danger, done: entered.done }
    case 'described': {
      const { signs, source, facts, inference = '', suspected } = entered
      return { kind, signs, source, facts, inference, suspected }
    }
    case 'consulted':
      return { kind, whom, advice: entered.advice }
    case 'noDuty':
      return { kind, whom, because }
    case 'reported':
      return {
        kind,
        when: dayjs(entered.when).toISOString(),
        office: entered.office,
        person: entered.person,
        way: entered.way,
        receipt: entered.receipt ?? '',
        told: {
          office: office(entered.office),
          purpose: entered.purpose ?? '',
          fields: entered.fields ?? [],
          telling:
            entered.telling === undefined
              ? null
              : { state: entered.telling, note: entered.tellingNote ?? '' },
        },
      }
    case 'familyTold':
      return { kind, told: entered.told, because }
    case 'answered':
      return { kind, from: entered.from, said: entered.said }
    default:
      return { kind, because }
  }
}
