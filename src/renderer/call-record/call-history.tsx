import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOnShow } from '../../room/contract/hotline.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { useCallStepWords } from './use-call-step-words.ts'

/** Everything that was done in a call and after it, the newest first. */
export function CallHistory({ call: { value }, staffNames }: Pick<CallOnShow, 'call' | 'staffNames'>) {
  const { t } = useTranslation('call-record')
  const { t: crisis } = useTranslation('crisis')
  const { dayTime } = useFormatTime()
  const stepWords = useCallStepWords()
  const title = useId()
  const nameOf = (id: string) => staffNames[id] ?? crisis('somebody')
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('history.title')}
      </h2>
      <ol className="crisis-history">
        {(value.steps ?? []).toReversed().map((step) => {
          const { what, more, words } = stepWords(step, nameOf)
          return (
            <li key={`${step.at} ${step.kind}`}>
              <span className="quiet">
                {crisis('history.line', { at: dayTime(step.at), who: nameOf(step.by) })}
              </span>
              <strong>{what}</strong>
              {more && <span>{more}</span>}
              {words && <span className="crisis-note">{words}</span>}
            </li>
          )
        })}
        <li>
          <span className="quiet">
            {crisis('history.line', { at: dayTime(value.startedAt), who: nameOf(value.worker) })}
          </span>
          <strong>{t('history.began')}</strong>
        </li>
      </ol>
    </section>
  )
}
