import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { callQuestionNames } from '../../casework/hotline/call-fields.ts'
import type { HotlineCall } from '../../casework/hotline/hotline-call.ts'
import { useCallFields } from '../hotline/call-fields.ts'

/** What was written down while the call went on; it stays as it was. */
export function CallLines({ call }: { call: HotlineCall }) {
  const { t } = useTranslation('call-record')
  const { t: words } = useTranslation('call-form')
  const title = useId()
  const fields = useCallFields()
    .filter(({ name }) => name !== 'concern' && name !== 'answers')
    .filter(({ name }) => name !== 'specialKind' || call.specialKind !== null)
    .map(({ name, label, text }) => ({ name: String(name), label, text: text(call) }))
  const answers = callQuestionNames.flatMap((name) => {
    const held = call.answers?.[name]
    if (held === undefined) return []
    const said = [words(`answer.${name}.${held.answer}`), held.said].filter((part) => part !== '')
    return [{ name, label: words(`field.${name}`), text: said.join(' · ') }]
  })
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('lines.title')}
      </h2>
      <p className="call-record-text">{call.concern === '' ? t('lines.noConcern') : call.concern}</p>
      <dl className="call-record-lines">
        {[...fields, ...answers].map(({ name, label, text }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
