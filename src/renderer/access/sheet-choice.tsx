import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { StepButtons } from './step-buttons.tsx'

/** On how many papers the recovery sheet stands: two halves kept apart, or one. */
export function SheetChoice({
  halves,
  busy,
  onBack,
  onNext,
}: {
  halves: boolean
  busy: boolean
  onBack: () => void
  onNext: (halves: boolean) => void
}) {
  const { t } = useTranslation('access')
  return (
    <Form<{ papers: number }>
      layout="vertical"
      requiredMark={false}
      initialValues={{ papers: halves ? 2 : 1 }}
      onFinish={({ papers }) => onNext(papers === 2)}
    >
      <p>{t('sheetChoice.why')}</p>
      <Form.Item name="papers" label={t('sheetChoice.label')}>
        <Radio.Group className="sheet-choice" aria-label={t('sheetChoice.label')}>
          <Radio value={2} aria-describedby="sheet-choice-halves">
            <strong>{t('sheetChoice.halves')}</strong>
            <span className="sheet-choice-text" id="sheet-choice-halves">
              {t('sheetChoice.halvesText')}
            </span>
          </Radio>
          <Radio value={1} aria-describedby="sheet-choice-whole">
            <strong>{t('sheetChoice.whole')}</strong>
            <span className="sheet-choice-text" id="sheet-choice-whole">
              {t('sheetChoice.wholeText')}
            </span>
          </Radio>
        </Radio.Group>
      </Form.Item>
      <StepButtons next={t('next')} busy={busy} onBack={onBack} />
    </Form>
  )
}
