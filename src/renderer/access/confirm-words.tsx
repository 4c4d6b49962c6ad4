import { Form, Input, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SetUp } from '../../room/contract/access.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { StepButtons } from './step-buttons.tsx'

/** Some words of the sheet, typed back from paper: proof that it was kept and can be read. */
export function ConfirmWords({
  busy,
  onBack,
  onNext,
}: {
  busy: boolean
  onBack: () => void
  onNext: (words: SetUp['confirmedWords']) => void
}) {
  const { t } = useTranslation('access')
  const { data: positions, failed } = useQuery(() => room.wordsToConfirm(), [])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (positions === null) return <Skeleton active />
  return (
    <Form<Record<string, string>>
      layout="vertical"
      requiredMark={false}
      onFinish={(words) =>
        onNext(
          positions.map((position) => ({ position, word: (words[position] ?? '').trim().toLowerCase() })),
        )
      }
    >
      <p>{t('confirm.lead')}</p>
      <div className="confirm-words">
        {positions.map((position, place) => (
          <Form.Item
            key={position}
            name={String(position)}
            label={t('confirm.word', { number: position + 1 })}
            rules={[{ required: true, whitespace: true, message: t('confirm.missing') }]}
          >
            <Input autoFocus={place === 0} autoComplete="off" spellCheck={false} />
          </Form.Item>
        ))}
      </div>
      <StepButtons next={t('confirm.finish')} busy={busy} onBack={onBack} />
    </Form>
  )
}
