import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { dayOf } from '../../tiering/calendar.ts'
import type { PrivacyRules } from '../privacy/privacy-rules.ts'
import { eraseBlocked, keptUntil } from '../records/legal-retention.ts'
import type { HotlineCall } from './hotline-call.ts'

/**
 * Registration, handling and assessment of a call are kept at least so many years (心理援助热线技术指南(试行), 国卫办疾控函〔2021〕15号); a
 * room may keep them longer, not shorter, whatever its rules of earlier versions say.
 */
const callYears = 3

const floor: PrivacyRules['keep'][number] = {
  records: 'hotlineCalls',
  years: callYears,
  blocksErasing: true,
  basis: {
    'zh-CN':
      '《心理援助热线技术指南（试行）》（国卫办疾控函〔2021〕15号）：来电登记、处理记录和评估表至少保存三年',
    en: 'Technical guide for psychological hotlines (trial, 2021, no. 15): registration, handling and assessment of calls are kept at least three years',
  },
}

type Rules = Pick<PrivacyRules, 'keep'>

const withFloor = ({ keep }: Rules): Rules => ({ keep: [...keep, floor] })

/** When a call was last written to: the years count from there. */
export const lastWrittenAt = ({ startedAt, endedAt, followUp, steps = [] }: HotlineCall): string =>
  [startedAt, endedAt, followUp?.doneAt, ...steps.map(({ at }) => at)]
    .flatMap((at) => at ?? [])
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1) ?? startedAt

/** The last day a call has to be kept. */
export const callKeptUntil = (call: HotlineCall, rules: Rules): string =>
  keptUntil('hotlineCalls', lastWrittenAt(call), withFloor(rules)) ?? dayOf(lastWrittenAt(call))

/** Whether a call may be erased; refused with RETENTION_NOT_OVER and until when, as long as a law wants it kept. */
export function mayEraseCall(call: HotlineCall, rules: Rules, today: string): Outcome<null> {
  const blocked = eraseBlocked({ hotlineCalls: [lastWrittenAt(call)] }, withFloor(rules), today)
  return blocked === null ? done(null) : refused('RETENTION_NOT_OVER', { detail: { until: blocked.until } })
}
