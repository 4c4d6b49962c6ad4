import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { disclosureBases } from '../../casework/disclosures/disclosure.ts'

/** Why something identifiable may leave the room, each ground with the law it stands in. */
export function BasisField() {
  const { t } = useTranslation('disclosures')
  return (
    <Form.Item name="basis" label={t('basis.label')} rules={[{ required: true, message: t('basis.needed') }]}>
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
  )
}
