import { Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'

const askEvery = 200

/** That rows are being read, how far that is, and a way to stop it. */
export function ReadingRows() {
  const { t } = useTranslation('client-list')
  const [percent, setPercent] = useState(0)
  useEffect(() => {
    const ask = () =>
      void room.clientListProgress().then(
        (part) => part !== null && setPercent(Math.round(part * 100)),
        () => undefined,
      )
    const asking = setInterval(ask, askEvery)
    return () => clearInterval(asking)
  }, [])
  return (
    <section className="panel list-reading">
      <p role="status">{t('reading')}</p>
      <Progress percent={percent} aria-label={t('reading')} />
      <Button onClick={() => void room.stopClientList()}>{t('stop')}</Button>
    </section>
  )
}
