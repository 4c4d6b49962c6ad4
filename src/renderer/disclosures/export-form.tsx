import { Button, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { type DisclosureBasis, disclosureBases } from '../../casework/disclosure.ts'
import type { OutgoingFile } from '../../room/contract/exchange.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { RecipientField } from './recipient-field.tsx'

interface Fields {
  basis: DisclosureBasis
  recipient: string
  purpose: string
}

/** Who gets an assessment, on what basis and what for. */
export function ExportForm({
  assessmentId,
  onExported,
  onCancel,
}: {
  assessmentId: string
  onExported: (file: OutgoingFile) => void
  onCancel: () => void
}) {
  const { t } = useTranslation('disclosures')
  const { file } = useClientOnShow()
  const [form] = Form.useForm<Fields>()
  const basis = Form.useWatch('basis', form)
  const write = useCommand((fields: Fields) => room.exportAssessment({ assessmentId, ...fields }))
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="export-form"
      onValuesChange={({ basis: chosen }: Partial<Fields>) =>
        chosen && form.setFieldsValue({ recipient: chosen === 'clientCopy' ? t('recipient.client') : '' })
      }
      onFinish={(fields) => void write.run(fields).then((written) => written && onExported(written.value))}
    >
      <p>{t('export.means')}</p>
      <Form.Item
        name="basis"
        label={t('basis.label')}
        rules={[{ required: true, message: t('basis.needed') }]}
      >
        <Radio.Group
          vertical
          aria-label={t('basis.label')}
          options={disclosureBases.map((value) => ({
            value,
            label: (
              <>
                {t(`basis.${value}.title`)} <span className="export-hint">{t(`basis.${value}.hint`)}</span>
              </>
            ),
          }))}
        />
      </Form.Item>
      <RecipientField file={file} basis={basis} />
      <Form.Item
        name="purpose"
        label={t('purpose.label')}
        extra={t('purpose.hint')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('purpose.needed') }]}
      >
        <Input maxLength={2000} />
      </Form.Item>
      <FormActions refusal={write.refusal}>
        <Button type="primary" htmlType="submit" loading={write.running}>
          {t('export.submit')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
