import { useTranslation } from 'react-i18next'
import type { HandOverOnShow } from '../../room/contract/shifts.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** Who signed a sheet, and whether the signature holds; on paper, a line for whoever has not. */
export function SheetSignatures({ onShow: { sheet, signatures, staffNames } }: { onShow: HandOverOnShow }) {
  const { t } = useTranslation('shifts')
  const { dateTime } = useFormatTime()
  const { steps } = sheet.value
  const isSettled = steps.some(({ kind }) => kind === 'taken' || kind === 'withdrawn')
  return (
    <section className="a4-whole hand-over-signatures" aria-label={t('signatures.title')}>
      <h3>{t('signatures.title')}</h3>
      <ul>
        {steps.map((step, place) => {
          const who = staffNames[step.by] ?? t('somebody')
          const because = 'because' in step ? step.because : ''
          const state = signatures[place] ?? 'unsigned'
          return (
            <li key={step.at}>
              {t(`signatures.${step.kind}`, { who, at: dateTime(step.at), because })}{' '}
              {state !== 'unsigned' && (
                <span className={`signature-${state}`}>
                  <span aria-hidden>{state === 'holds' ? '✓' : '✗'}</span> {t(`signatures.${state}`)}
                </span>
              )}
            </li>
          )
        })}
        {!isSettled && <li className="hand-over-blank">{t('signatures.blank')}</li>}
      </ul>
    </section>
  )
}
