import { Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { setIdleMinutes, useIdleMinutes } from '../app/idle-minutes.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'

const choices = [2, 3, 4, 5, 6, 7, 8, 9, 10]

/** After how many quiet minutes every window here locks; an administrator sets it. */
export function LockSettings() {
  const { t } = useTranslation('staff')
  const { me } = useSession()
  const minutes = useIdleMinutes()
  const id = useId()
  const change = useCommand(async (idleMinutes: number) => {
    const changed = await room.changeSettings({ idleMinutes })
    if (changed.ok) setIdleMinutes(idleMinutes)
    return changed
  })
  return (
    <section className="panel lock-settings" aria-labelledby={`${id}-title`}>
      <h2 className="panel-title" id={`${id}-title`}>
        {t('lock.title')}
      </h2>
      <p>{t('lock.means')}</p>
      {me.roles.includes('administrator') ? (
        <p className="lock-settings-choice">
          <label htmlFor={id}>{t('lock.after')}</label>
          <Select<number>
            id={id}
            value={minutes}
            loading={change.running}
            options={choices.map((value) => ({ value, label: t('lock.minutes', { count: value }) }))}
            onChange={(value) => void change.run(value)}
          />
          <SavedAt at={change.doneAt} />
        </p>
      ) : (
        <p>{t('lock.set', { count: minutes })}</p>
      )}
      <RefusalNotice refusal={change.refusal} />
    </section>
  )
}
