import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { HotlineCall } from '../../casework/hotline/hotline-call.ts'
import { type RescueLine, rescueCard } from '../../casework/hotline/rescue-card.ts'
import { A4Sheet, PrintButton } from '../ui/a4-sheet.tsx'
import './rescue-card.css'

/** What an ambulance has to hear, large enough to read out, and to print. */
export function RescueCardView({
  call,
  unit,
  number = null,
  onClose,
}: {
  call: HotlineCall
  unit: string
  /** The one the caller can be reached on, where whoever reads it may know it. */
  number?: string | null
  onClose: () => void
}) {
  const { t } = useTranslation('running-call')
  const said = useSaid()
  return (
    <Modal
      open
      width={720}
      style={{ top: 24 }}
      title={t('rescue.title')}
      onCancel={onClose}
      footer={<PrintButton />}
      closable={{ 'aria-label': t('rescue.close') }}
      destroyOnHidden
    >
      <A4Sheet label={t('rescue.title')}>
        <div className="rescue">
          <p>{t('rescue.opening', { unit })}</p>
          <dl>
            {rescueCard(call, number).map((line) => (
              <div key={line.topic} className={line.state === 'known' ? undefined : 'rescue-unknown'}>
                <dt>{t(`rescue.topic.${line.topic}`)}</dt>
                <dd>{said(line)}</dd>
              </div>
            ))}
          </dl>
          <p className="a4-sheet-small">{t('rescue.lead')}</p>
        </div>
      </A4Sheet>
    </Modal>
  )
}

/** A line as it is read out. */
function useSaid(): (line: RescueLine) => string {
  const { t } = useTranslation('running-call')
  const { t: words } = useTranslation('call-form')
  const together = (...parts: (string | false)[]) =>
    parts.filter((part) => part !== false && part !== '').join(' · ')
  return (line) => {
    if (line.state === 'unknown' && line.topic === 'done') return t('rescue.nothingDone')
    if (line.state === 'unknown') return t(line.asked ? 'rescue.unknown' : 'rescue.notAsked')
    switch (line.topic) {
      case 'person':
        return together(
          line.alias,
          line.sex !== null && words(`sex.${line.sex}`),
          line.ageBand !== null && words(`ageBand.${line.ageBand}`),
        )
      case 'done':
        return line.actions
          .map(({ what, state, note, linkage }) =>
            together(
              words(`action.${what}`),
              words(`actionState.${state}`),
              linkage !== undefined && t('actions.linked', { ...linkage }),
              note,
            ),
          )
          .join('\n')
      case 'number':
        return line.answer
      case 'danger':
        return together(words(`dangerAnswer.${line.answer}`), line.said)
      case 'place':
        return together(line.said, line.answer === 'partly' && t('rescue.partly'))
      default:
        return together(words(`answer.${line.topic}.${line.answer}`), line.said)
    }
  }
}
