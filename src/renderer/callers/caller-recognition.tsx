import { Input } from 'antd'
import { useDeferredValue, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { KnownCallerLine } from './known-caller-line.tsx'
import { NewCaller } from './new-caller.tsx'
import { useLast } from './use-last.ts'

/** Whom the alias in the form may mean, as it is typed; and for somebody new, whether they want to be known next time. */
export function CallerRecognition({ callId, alias }: { callId: string; alias: string }) {
  const { t } = useTranslation('callers')
  const wordId = useId()
  const [word, setWord] = useState('')
  const asked = useDeferredValue(alias.trim())
  const said = useDeferredValue(word)
  const { data, failed, again } = useQuery(
    () => room.recogniseByAlias({ alias: asked, word: said, callId }),
    [asked, said, callId],
  )
  const known = useLast(data) ?? []
  if (asked === '') return <p className="quiet">{t('beside.noAlias')}</p>
  const isClaimed = known.some(({ isTheirs }) => isTheirs)
  const wordNeeded = known.some((one) => one.wordNeeded)
  return (
    <>
      <RefusalNotice refusal={failed} />
      <div role="status">
        {data !== null && known.length > 0 && (
          <p className="beside-found">{t('beside.found', { count: known.length })}</p>
        )}
        {data !== null && known.length === 0 && <p className="quiet">{t('beside.nobody')}</p>}
      </div>
      {known.map((one) => (
        <KnownCallerLine key={one.id} caller={one} callId={callId} by="alias" onAdded={again} />
      ))}
      {(wordNeeded || word !== '') && !isClaimed && (
        <div className="beside-word">
          <label htmlFor={wordId}>{t('beside.word')}</label>
          <Input id={wordId} maxLength={60} value={word} onChange={({ target }) => setWord(target.value)} />
        </div>
      )}
      {data !== null && !isClaimed && <NewCaller callId={callId} alias={asked} onAdded={again} />}
    </>
  )
}
