import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** For somebody who wants to be known when they call again: by this alias, and a word only they know if they like. */
export function NewCaller({
  callId,
  alias,
  onAdded,
}: {
  callId: string
  alias: string
  onAdded: () => void
}) {
  const { t } = useTranslation('callers')
  const wordId = useId()
  const [agreed, setAgreed] = useState(false)
  const [word, setWord] = useState('')
  const add = useCommand(() => room.newCaller({ alias, word, agreed, callId }))
  const addNow = async () => {
    if ((await add.run()) === null) return
    setAgreed(false)
    onAdded()
  }
  return (
    <div className="new-caller">
      <Checkbox checked={agreed} onChange={({ target }) => setAgreed(target.checked)}>
        {t('beside.agrees', { alias })}
      </Checkbox>
      {agreed && (
        <div className="beside-word">
          <label htmlFor={wordId}>{t('beside.ownWord')}</label>
          <Input id={wordId} maxLength={60} value={word} onChange={({ target }) => setWord(target.value)} />
          <Button size="small" loading={add.running} onClick={() => void addNow()}>
            {t('beside.remember')}
          </Button>
        </div>
      )}
      <RefusalNotice refusal={add.refusal} />
    </div>
  )
}
