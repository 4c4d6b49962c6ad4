import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { numberUses } from '../../casework/callers/caller-number.ts'
import type { NumberOnShow } from '../../room/contract/callers.ts'
import { useRefusalText } from '../refusals/refusal-text.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

type Use = (typeof numberUses)[number]

/** A number that was taken: what it may be used for, who saw it, and a way to see it for who may. */
export function SealedNumber({
  number: { id, revision, callBack, recognise, shown, blocks, staffNames },
  onChanged,
  onTypeAnew,
  onNumber,
}: {
  number: NumberOnShow
  onChanged: () => void
  onTypeAnew: () => void
  onNumber?: (number: string) => void
}) {
  const { t } = useTranslation('callers')
  const { dayTime } = useFormatTime()
  const refusalText = useRefusalText()
  const [seen, setSeen] = useState<string | null>(null)
  const show = useCommand((use: Use) => room.showCallerNumber({ id, revision, use }))
  const takeBack = useCommand(() => room.takeBackCallerNumber({ id, revision }))
  const showFor = async (use: Use) => {
    const given = await show.run(use)
    if (given === null) return
    setSeen(given.value.number)
    onNumber?.(given.value.number)
    onChanged()
  }
  const takeBackNow = async () => {
    if ((await takeBack.run()) !== null) onChanged()
  }
  const [callBackBlock] = blocks.callBack
  return (
    <>
      <p className="number-sealed">
        {t('number.sealed')}
        {t('comma')}
        {t(callBack ? 'number.mayCallBack' : 'number.mayNotCallBack')}
        {t('comma')}
        {t(recognise ? 'number.knownBy' : 'number.notKnownBy')}
      </p>
      <div role="status">{seen !== null && <strong className="number-seen">{seen}</strong>}</div>
      {callBackBlock !== undefined && <p className="quiet">{refusalText({ code: callBackBlock })}</p>}
      <div className="caller-deeds">
        {blocks.callBack.length === 0 && (
          <Button size="small" loading={show.running} onClick={() => void showFor('callBack')}>
            {t('number.show.callBack')}
          </Button>
        )}
        {blocks.callBack.length > 0 && blocks.savingLife.length === 0 && (
          <Popconfirm
            title={t('number.savingLifeTitle')}
            description={t('number.savingLifeMeans')}
            okText={t('number.show.savingLife')}
            cancelText={t('leave')}
            onConfirm={() => void showFor('savingLife')}
          >
            <Button size="small" loading={show.running}>
              {t('number.show.savingLife')}
            </Button>
          </Popconfirm>
        )}
        <Button size="small" onClick={onTypeAnew}>
          {t('number.anew')}
        </Button>
        <Popconfirm
          title={t('number.takeBackTitle')}
          description={t('number.takeBackMeans')}
          okText={t('number.takeBackNow')}
          cancelText={t('leave')}
          onConfirm={() => void takeBackNow()}
        >
          <Button size="small" loading={takeBack.running}>
            {t('number.takeBack')}
          </Button>
        </Popconfirm>
      </div>
      <RefusalNotice refusal={show.refusal ?? takeBack.refusal} />
      {shown.length > 0 && (
        <details>
          <summary>{t('number.shownTo', { count: shown.length })}</summary>
          <ul>
            {shown.map(({ by, at, use }) => (
              <li key={at}>{t(`number.shown.${use}`, { name: staffNames[by], at: dayTime(at) })}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
