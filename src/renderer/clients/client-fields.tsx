import { Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { guardianRelations } from '../../casework/clients/guardian.ts'
import { needsGuardian } from '../../casework/records/age-rules.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import type { ClientFormValues } from './client-form-values.ts'
import './client-fields.css'

const sexes = ['female', 'male', 'unknown'] as const

/** What is asked about a client: a name or an alias, and whatever else they want to tell. */
export function ClientFields() {
  const { t } = useTranslation('clients')
  const [language] = useLanguage()
  const tags = useQuery(() => room.populationTags(), [])
  const carried = Form.useWatch<string[] | undefined>('tags')
  return (
    <>
      <Form.Item
        name="name"
        label={t('field.name')}
        extra={t('field.nameHint')}
        dependencies={['alias']}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, name?: string) => {
              if (!name?.trim() && !String(getFieldValue('alias') ?? '').trim())
                throw new Error(t('field.nameNeeded'))
            },
          }),
        ]}
      >
        <Input autoFocus maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="alias" label={t('field.alias')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="birthDate" label={t('field.birthDate')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="sex" label={t('field.sex')}>
        <Radio.Group
          aria-label={t('field.sex')}
          options={sexes.map((value) => ({ value, label: t(`sex.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="township"
        label={t('field.township')}
        extra={t('field.townshipHint')}
        rules={[{ pattern: /^\d{9}$/, message: t('field.townshipWrong') }]}
      >
        <Input inputMode="numeric" maxLength={9} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={t('field.phone')}>
        <Input inputMode="tel" maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="tags" label={t('field.tags')} extra={t('field.tagsHint')}>
        <Select
          mode="multiple"
          maxCount={20}
          optionFilterProp="label"
          options={(tags.data ?? [])
            .filter(({ id, retired }) => !retired || carried?.includes(id))
            .map(({ id, label }) => ({ value: id, label: label[language] }))}
        />
      </Form.Item>
      <fieldset className="client-guardian">
        <legend>{t('field.guardian')}</legend>
        <GuardianHint />
        <Form.Item
          name="guardianName"
          label={t('field.guardianName')}
          dependencies={['guardianPhone', 'guardianRelation']}
          rules={[
            ({ getFieldsValue }) => ({
              validator: async (_, name?: string) => {
                const { guardianPhone, guardianRelation } = getFieldsValue([
                  'guardianPhone',
                  'guardianRelation',
                ])
                if (!name?.trim() && (guardianPhone?.trim() || guardianRelation))
                  throw new Error(t('field.guardianNameNeeded'))
              },
            }),
          ]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="guardianRelation" label={t('field.guardianRelation')}>
          <Select
            allowClear
            options={guardianRelations.map((value) => ({ value, label: t(`relation.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="guardianPhone" label={t('field.guardianPhone')}>
          <Input inputMode="tel" maxLength={40} autoComplete="off" />
        </Form.Item>
      </fieldset>
    </>
  )
}

/** Whether a guardian is asked for, as the birth date that was entered has it. */
function GuardianHint() {
  const { t } = useTranslation('clients')
  const form = Form.useFormInstance<ClientFormValues>()
  const birthDate = Form.useWatch('birthDate', form)
  return needsGuardian(birthDate || null, dayOf(new Date().toISOString())) ? (
    <p role="status" className="client-guardian-now">
      {t('field.guardianNow')}
    </p>
  ) : (
    <p className="quiet">{t('field.guardianHint')}</p>
  )
}
