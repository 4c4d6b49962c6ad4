import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { guardianRelations } from '../../casework/clients/guardian.ts'
import { guardianships } from '../../casework/consents/consent.ts'

/** As what somebody may agree for a client of this age. */
const standingAt = (age: number | null): readonly (typeof guardianships)[number][] => {
  if (age === null) return guardianships
  return age < 18 ? guardianRelations : ['ofAdult']
}

/** Which guardian agrees, and as what. */
export function GuardianFields({ age }: { age: number | null }) {
  const { t } = useTranslation('consents')
  return (
    <>
      <Form.Item
        name={['guardian', 'name']}
        label={t('guardian.name')}
        rules={[{ required: true, whitespace: true, message: t('guardian.nameNeeded') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['guardian', 'as']}
        label={t('guardian.as.label')}
        {...(age !== null && age >= 18 ? { extra: t('guardian.as.adultHint') } : {})}
        rules={[{ required: true, message: t('guardian.as.needed') }]}
      >
        <Radio.Group
          aria-label={t('guardian.as.label')}
          options={standingAt(age).map((as) => ({ value: as, label: t(`guardian.as.${as}`) }))}
        />
      </Form.Item>
    </>
  )
}
