import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Has a supervisor look while the call goes on; once asked for, it says when. */
export function AlarmButton({
  sentAt,
  onAlarm,
}: {
  sentAt: string | null
  onAlarm: (because: string) => void
}) {
  const { t } = useTranslation('running-call')
  const [open, setOpen] = useState(false)
  const [because, setBecause] = useState('')
  const send = () => {
    if (because.trim().length < 2) return
    onAlarm(because.trim())
    setOpen(false)
    setBecause('')
  }
  return (
    <>
      {sentAt !== null && <span className="call-hint">{t('alarm.sent', { at: sentAt })}</span>}
      <Popover
        trigger="click"
        placement="bottomRight"
        open={open}
        onOpenChange={setOpen}
        title={t('alarm.title')}
        content={
          <div className="call-alarm">
            <Input.TextArea
              aria-label={t('alarm.because')}
              placeholder={t('alarm.because')}
              rows={2}
              autoFocus
              autoComplete="off"
              maxLength={2000}
              value={because}
              onChange={({ target }) => setBecause(target.value)}
            />
            <div className="call-question">
              <Button type="primary" disabled={because.trim().length < 2} onClick={send}>
                {t('alarm.send')}
              </Button>
              <Button type="text" onClick={() => setOpen(false)}>
                {t('alarm.cancel')}
              </Button>
            </div>
          </div>
        }
      >
        <Button aria-expanded={open}>{t('alarm.open')}</Button>
      </Popover>
    </>
  )
}
