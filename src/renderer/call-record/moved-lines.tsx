import { useTranslation } from 'react-i18next'
import { callQuestionNames } from '../../casework/hotline/call-fields.ts'
import type { Moved } from '../../casework/hotline/call-transfer.ts'

/** What moved of a call, line by line; what did not move is not there. */
export function MovedLines({ moved }: { moved: Moved }) {
  const { t } = useTranslation('call-record')
  const { t: words } = useTranslation('call-form')
  const { danger, answers, actions = [] } = moved
  const line = (label: string, text: string | number | undefined): [string, string][] =>
    text === undefined || text === '' ? [] : [[label, String(text)]]
  const lines: [string, string][] = [
    ...line(words('field.alias'), moved.alias),
    ...line(words('field.sex'), moved.sex && words(`sex.${moved.sex}`)),
    ...line(words('field.ageBand'), moved.ageBand && words(`ageBand.${moved.ageBand}`)),
    ...line(t('transfer.part.number'), moved.number),
    ...line(words('field.callerRole'), moved.callerRole && words(`callerRole.${moved.callerRole}`)),
    ...line(words('field.area'), moved.area),
    ...line(
      words('field.topics'),
      moved.topics?.map((topic) => words(`topic.${topic}`)).join(words('listComma')),
    ),
    ...line(words('field.concern'), moved.concern),
    ...line(
      words('field.danger'),
      danger && (danger.asked === 'yes' ? words(`dangerAnswer.${danger.answer}`) : danger.why),
    ),
    ...line(words('field.ideation'), moved.ideation),
    ...line(words('field.hopelessness'), moved.hopelessness),
    ...line(words('field.distress'), moved.distress),
    ...line(
      words('field.responseLevel'),
      moved.responseLevel && words(`responseLevel.${moved.responseLevel}`),
    ),
    ...callQuestionNames.flatMap((name) => {
      const held = answers?.[name]
      if (held === undefined) return []
      const said = [words(`answer.${name}.${held.answer}`), held.said].filter((part) => part !== '')
      return line(words(`field.${name}`), said.join(' · '))
    }),
    ...line(words('field.disposition'), moved.disposition && words(`disposition.${moved.disposition}`)),
    ...actions.flatMap(({ what, state, note, linkage }) => {
      const parts = [words(`actionState.${state}`), linkage?.person ?? '', linkage?.result ?? '', note]
      return line(words(`action.${what}`), parts.filter((part) => part !== '').join(' · '))
    }),
  ]
  return (
    <>
      <h3>{t('transfers.moved')}</h3>
      <dl className="call-record-lines call-transfer-moved">
        {lines.map(([label, text]) => (
          <div key={`${label} ${text}`}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
