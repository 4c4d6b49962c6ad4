import { Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SetUp } from '../../room/contract/access.ts'
import { StepButtons } from './step-buttons.tsx'

export type UnitFields = Pick<SetUp, 'unitName' | 'unitCode' | 'clientsLastYear'>

const codeLength = { room: 9, county: 6 } as const

/** What is being set up: its name, its division code, and for a room how many it served last year. */
export function UnitForm({
  kind,
  before,
  onBack,
  onNext,
}: {
  kind: SetUp['kind']
  before: UnitFields | null
  onBack: () => void
  onNext: (fields: UnitFields) => void
}) {
  const { t } = useTranslation('access')
  const length = codeLength[kind]
  return (
    <Form<UnitFields>
      layout="vertical"
      requiredMark={false}
      initialValues={before ?? {}}
      onFinish={(fields) => onNext({ ...fields, clientsLastYear: fields.clientsLastYear ?? 0 })}
    >
      <Form.Item
        name="unitName"
        label={t(`unit.${kind}Name`)}
        rules={[{ required: true, whitespace: true, message: t('unit.nameMissing') }]}
      >
        <Input autoFocus maxLength={100} autoComplete="off" placeholder={t(`unit.${kind}NameExample`)} />
      </Form.Item>
      <Form.Item
        name="unitCode"
        label={t(`unit.${kind}Code`)}
        extra={t(`unit.${kind}CodeHelp`)}
        validateTrigger="onBlur"
        rules={[
          { required: true, message: t('unit.codeMissing') },
          { pattern: new RegExp(`^\\d{${length}}$`), message: t('unit.codeWrong', { length }) },
          { pattern: /[1-9]/, message: t('unit.codeReserved') },
        ]}
      >
        <Input inputMode="numeric" maxLength={length} autoComplete="off" className="code-field" />
      </Form.Item>
      {kind === 'room' && (
        <Form.Item
          name="clientsLastYear"
          label={t('unit.clientsLastYear')}
          extra={t('unit.clientsLastYearWhy')}
          rules={[{ required: true, message: t('unit.clientsMissing') }]}
        >
          <InputNumber min={0} max={100_000} precision={0} controls={false} className="number-field" />
        </Form.Item>
      )}
      <StepButtons next={t('next')} onBack={onBack} />
    </Form>
  )
}
