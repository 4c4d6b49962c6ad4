import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { desktop } from '../bridge/desktop.ts'

/** That something waits inside, without saying whose it is, and the way back to a questionnaire left open. */
export function WaitingAtTheDoor({ answers, clientModeOpen }: { answers: number; clientModeOpen: boolean }) {
  const { t } = useTranslation('access')
  if (answers === 0 && !clientModeOpen) return null
  return (
    <section className="waiting">
      {answers > 0 && <p>{t('waiting.answers', { count: answers })}</p>}
      {clientModeOpen && (
        <div className="waiting-return">
          <p>{t('waiting.clientMode')}</p>
          <Button onClick={() => void desktop.enterClientMode()}>{t('waiting.return')}</Button>
        </div>
      )}
    </section>
  )
}
