import { Form, Input, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ConfirmedWord, SheetPlace } from '../../room/contract/access.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { paperKinds } from './sheet-paper.tsx'
import { StepButtons } from './step-buttons.tsx'

const fieldOf = ({ paper, position }: SheetPlace): string => `${paper}-${position}`

/** Some words of the sheet, typed back from paper: proof that it was kept and can be read. */
export function ConfirmWords({
  halves,
  finish,
  busy,
  onBack,
  onNext,
}: {
  halves: boolean
  finish: string
  busy: boolean
  onBack: () => void
  onNext: (words: ConfirmedWord[]) => void
}) {
  const { t } = useTranslation('access')
  const { data: places, failed } = useQuery(() => room.wordsToConfirm(), [])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (places === null) return <Skeleton active />
  const kinds = paperKinds(halves)
  return (
    <Form<Record<string, string>>
      layout="vertical"
      requiredMark={false}
      onFinish={(words) => onNext(places.map((place) => ({ ...place, word: words[fieldOf(place)] ?? '' })))}
    >
      <p>{t(halves ? 'confirm.leadHalves' : 'confirm.lead')}</p>
      <div className="confirm-words">
        {places.map((place, at) => (
          <Form.Item
            key={fieldOf(place)}
            name={fieldOf(place)}
            label={t(`confirm.${kinds[place.paper] ?? 'whole'}`, { number: place.position + 1 })}
            rules={[{ required: true, whitespace: true, message: t('confirm.missing') }]}
          >
            <Input autoFocus={at === 0} autoComplete="off" spellCheck={false} />
          </Form.Item>
        ))}
      </div>
      <StepButtons next={finish} busy={busy} onBack={onBack} />
    </Form>
  )
}
