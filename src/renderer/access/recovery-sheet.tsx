import { PrinterOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DrawnSheet } from '../../room/contract/access.ts'
import { paperKinds, SheetPaper } from './sheet-paper.tsx'
import { StepButtons } from './step-buttons.tsx'
import './recovery-sheet.css'

/** The papers that open the unit when a passphrase is lost: shown here once, printed or copied by hand. */
export function RecoverySheet({
  drawn,
  unitName,
  onBack,
  onNext,
}: {
  drawn: DrawnSheet
  unitName: string
  onBack: () => void
  onNext: () => void
}) {
  const { t } = useTranslation('access')
  const { sheet, code, halves, papers } = drawn
  const said = halves ? 'sheetHalves' : 'sheet'
  return (
    <Form layout="vertical" className="sheet-form" onFinish={onNext}>
      <p className="sheet-why">{t(`${said}.why`)}</p>
      <div className="sheets">
        {paperKinds(halves).map((kind, at) => (
          <SheetPaper
            key={kind}
            kind={kind}
            words={papers[at]?.words ?? []}
            sheet={sheet}
            code={code}
            unitName={unitName}
          />
        ))}
      </div>
      <Button icon={<PrinterOutlined aria-hidden />} className="sheet-print" onClick={() => window.print()}>
        {t(`${said}.print`)}
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
