import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** Asks the administrator to confirm that this room makes no profit from instruments, while some wait for it. */
export function NonCommercialNotice({
  shelf: { entries, nonCommercial, staffNames },
  onConfirmed,
}: {
  shelf: QuestionnaireShelf
  onConfirmed: () => void
}) {
  const { t } = useTranslation('catalogue')
  const { me } = useSession()
  const { day } = useFormatTime()
  const confirm = useCommand(() => room.confirmNonCommercial())
  const waiting = entries.filter(({ questionnaire }) => questionnaire.instrument.terms.nonCommercial)
  if (waiting.length === 0) return null
  if (nonCommercial !== null)
    return (
      <p className="quiet catalogue-confirmed">
        {t('nonCommercial.confirmed', {
          who: staffNames[nonCommercial.by] ?? t('somebody'),
          day: day(nonCommercial.at),
        })}
      </p>
    )
  const mayConfirm = me.roles.includes('administrator')
  const run = async () => {
    if ((await confirm.run()) !== null) onConfirmed()
  }
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={t('nonCommercial.title', { count: waiting.length })}
        description={t(mayConfirm ? 'nonCommercial.text' : 'nonCommercial.ask')}
        action={
          mayConfirm && (
            <Button loading={confirm.running} onClick={() => void run()}>
              {t('nonCommercial.confirm')}
            </Button>
          )
        }
      />
      <RefusalNotice refusal={confirm.refusal} />
    </>
  )
}
