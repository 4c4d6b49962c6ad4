import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { callStepsOf } from '../../casework/hotline/call-step.ts'
import type { CallOnShow } from '../../room/contract/hotline.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** Who outside was told about the caller, what of them, and on what ground. */
export function CallTold({ onShow }: { onShow: CallOnShow }) {
  const { t } = useTranslation('call-record')
  const { t: told } = useTranslation('disclosures')
  const { t: words } = useTranslation('call-form')
  const { dayTime } = useFormatTime()
  const title = useId()
  const disclosed = callStepsOf(onShow.call.value.steps ?? [], 'disclosed')
  const reached = onShow.standing.actions.flatMap(({ what, at, linkage }) =>
    linkage === undefined ? [] : [{ what, at, ...linkage }],
  )
  if (disclosed.length + reached.length === 0) return null
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('told.title')}
      </h2>
      <ul className="crisis-lines">
        {reached.map(({ what, at, person, ground }) => (
          <li key={`${what} ${at}`}>
            <strong>{words(`action.${what}`)}</strong>{' '}
            <span>{t('told.reached', { person, ground: t(`ground.${ground}`) })}</span>{' '}
            <span className="quiet">{dayTime(at)}</span>
          </li>
        ))}
        {disclosed.map(({ at, told: { recipient, basis, fields } }) => (
          <li key={at}>
            <strong>{recipient}</strong> <span>{told(`basis.${basis}.title`)}</span>{' '}
            <span>{fields.map((field) => told(`field.${field}`)).join(told('listComma'))}</span>{' '}
            <span className="quiet">{dayTime(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
