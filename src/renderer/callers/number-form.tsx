import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { KnownCallerLine } from './known-caller-line.tsx'
import { PatternLine } from './pattern-line.tsx'

/** A number as it is told, and what the caller agrees to: to be called back on it, and to be known by it. */
export function NumberForm({
  callId,
  onSaved,
  onAlias,
}: {
  callId: string
  onSaved: () => void
  onAlias?: (alias: string) => void
}) {
  const { t } = useTranslation('callers')
  const id = useId()
  const [number, setNumber] = useState('')
  const [callBack, setCallBack] = useState(false)
  const [recognise, setRecognise] = useState(false)
  const [found, setFound] = useState<Awaited<ReturnType<typeof search.run>>>(null)
  const search = useCommand(() => room.recogniseByNumber({ number, consent: recognise, callId }))
  const save = useCommand(() => room.takeCallerNumber({ callId, number, callBack, recognise }))
  const saveNow = async () => {
    if ((await save.run()) !== null) onSaved()
  }
  return (
    <>
      <label htmlFor={id}>{t('number.label')}</label>
      <Input
        id={id}
        type="tel"
        maxLength={30}
        value={number}
        onChange={({ target }) => {
          setNumber(target.value)
          setFound(null)
        }}
      />
      {number.trim() !== '' && (
        <div className="number-agreed">
          <Checkbox checked={callBack} onChange={({ target }) => setCallBack(target.checked)}>
            {t('number.callBack')}
          </Checkbox>
          <Checkbox checked={recognise} onChange={({ target }) => setRecognise(target.checked)}>
            {t('number.recognise')}
          </Checkbox>
          <div className="caller-deeds">
            <Button size="small" loading={save.running} onClick={() => void saveNow()}>
              {t('number.save')}
            </Button>
            {recognise && (
              <Button
                size="small"
                loading={search.running}
                onClick={() => void search.run().then((answer) => setFound(answer))}
              >
                {t('number.lookUp')}
              </Button>
            )}
          </div>
        </div>
      )}
      <RefusalNotice refusal={save.refusal ?? search.refusal} />
      <div role="status">
        {found !== null && found.value.callers.length === 0 && found.value.calls === null && (
          <p className="quiet">{t('number.nobody')}</p>
        )}
      </div>
      {found?.value.callers.map((one) => (
        <KnownCallerLine
          key={one.id}
          caller={one}
          callId={callId}
          by="number"
          onAdded={() => {
            onAlias?.(one.alias)
            void search.run().then((answer) => setFound(answer))
          }}
        />
      ))}
      {found !== null && found.value.calls !== null && <PatternLine pattern={found.value.calls} />}
    </>
  )
}
