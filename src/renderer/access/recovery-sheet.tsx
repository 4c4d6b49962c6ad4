import { PrinterOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormatTime } from '../ui/format-time.ts'
import { StepButtons } from './step-buttons.tsx'
import './recovery-sheet.css'

/** The paper that opens the unit when a passphrase is lost: shown here once, printed or copied by hand. */
export function RecoverySheet({
  words,
  unitName,
  onBack,
  onNext,
}: {
  words: string[]
  unitName: string
  onBack: () => void
  onNext: () => void
}) {
  const { t } = useTranslation('access')
  const { day } = useFormatTime()
  return (
    <Form layout="vertical" onFinish={onNext}>
      <p className="sheet-why">{t('sheet.why')}</p>
      <section className="sheet" aria-labelledby="sheet-title">
        <header className="sheet-head">
          <h2 id="sheet-title">{t('sheet.title')}</h2>
          <span>{unitName}</span>
          <span>{day(new Date())}</span>
        </header>
        <ol className="sheet-words">
          {words.map((word, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand twice; its place is what it is
            <li key={position}>
              <span className="sheet-number">{position + 1}</span>
              <span className="sheet-word">{word}</span>
            </li>
          ))}
        </ol>
        <p className="sheet-keep">{t('sheet.keep')}</p>
        <p className="sheet-signature">{t('sheet.signature')}</p>
      </section>
      <Button icon={<PrinterOutlined aria-hidden />} className="sheet-print" onClick={() => window.print()}>
        {t('sheet.print')}
      </Button>
      <Form.Item
        name="kept"
        valuePropName="checked"
        rules={[
          {
            validator: async (_, kept: boolean | undefined) => {
              if (kept !== true) throw new Error(t('sheet.keptMissing'))
            },
          },
        ]}
      >
        <Checkbox>{t('sheet.kept')}</Checkbox>
      </Form.Item>
      <StepButtons next={t('sheet.next')} onBack={onBack} />
    </Form>
  )
}
