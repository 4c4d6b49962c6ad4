import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { done } from '../../instruments/outcome.ts'
import { desktop } from '../bridge/desktop.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

const maxBytes = 40_000

/** Takes the new key of a unit whose card is here in: its old key vouches for it, so no digits are compared. */
export function TakeKeyChange({ onTaken }: { onTaken: () => void }) {
  const { t } = useTranslation('exchange')
  const [of, setOf] = useState<string | null>(null)
  const take = useCommand(async () => {
    const chosen = await desktop.openFile(['anxin-key-change'], maxBytes)
    if (!chosen.ok) return chosen
    if (chosen.value === null) return done(null)
    const taken = await room.takeKeyChange(chosen.value.bytes)
    return taken.ok ? done({ name: taken.value.card.name }) : taken
  })
  const choose = async () => {
    setOf(null)
    const taken = (await take.run())?.value
    if (!taken) return
    setOf(taken.name)
    onTaken()
  }
  return (
    <>
      <RefusalNotice refusal={take.refusal} />
      <p>{t('keyChange.how')}</p>
      <div className="save-file">
        <Button loading={take.running} onClick={choose}>
          {t('keyChange.choose')}
        </Button>
        <span role="status" className="save-file-done">
          {of !== null && t('keyChange.taken', { name: of })}
        </span>
      </div>
    </>
  )
}
