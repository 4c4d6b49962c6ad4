import { Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FhirDraft } from '../../../instruments/fhir/questionnaire-from-fhir.ts'
import { itemNumbers } from '../item-numbers.ts'
import { scalesOf } from './fhir-fields.ts'
import { LabelFieldset } from './label-fieldset.tsx'

const rules = ['noScore', 'prorate', 'countZero'] as const
const directions = ['higherIsWorse', 'higherIsBetter'] as const

/** What the recognised scores mean: which end is worse, whose rule it is, which bands were published. */
export function FhirScales({ draft: { instrument } }: { draft: FhirDraft }) {
  const { t } = useTranslation('catalogue')
  const addUp: boolean = Form.useWatch('addUp') ?? false
  const rule: string = Form.useWatch(['missing', 'rule']) ?? 'noScore'
  const scales = scalesOf(instrument, addUp)
  const needed = { required: true, message: t('fhir.needed') }
  return (
    <section className="panel">
      <h2 className="panel-title">{t('scoring.title')}</h2>
      {instrument.scales.length === 0 && (
        <Form.Item name="addUp" label={t('fhir.noScore')}>
          <Radio.Group
            aria-label={t('fhir.noScore')}
            options={[
              { value: false, label: t('fhir.keepWithout') },
              { value: true, label: t('fhir.addUp') },
            ]}
          />
        </Form.Item>
      )}
      <div className="fhir-row">
        <Form.Item name={['missing', 'rule']} label={t('scoring.missing')} rules={[needed]}>
          <Select options={rules.map((value) => ({ value, label: t(`fhir.missing.${value}`) }))} />
        </Form.Item>
        {rule !== 'noScore' && (
          <Form.Item name={['missing', 'atMost']} label={t('fhir.atMost')} rules={[needed]}>
            <InputNumber min={1} max={instrument.items.length} precision={0} />
          </Form.Item>
        )}
      </div>
      {scales.map((id) => {
        const read = instrument.scales.find((scale) => scale.id === id)
        return (
          <fieldset key={id} className="fhir-scale">
            <legend>
              {t('fhir.score', { id })}{' '}
              {read !== undefined && (
                <span className="quiet">
                  {t(`fhir.kind.${read.kind}`)} ·{' '}
                  {t('scale.itemNumbers', { items: itemNumbers(read.items, t('listed')) })}
                </span>
              )}
            </legend>
            <LabelFieldset
              name={['scales', id, 'label']}
              label={t('fhir.scaleName')}
              hint={t('fhir.scaleNameHint')}
            />
            <Form.Item name={['scales', id, 'direction']} label={t('scale.direction')} rules={[needed]}>
              <Radio.Group
                aria-label={t('scale.direction')}
                options={directions.map((value) => ({ value, label: t(`fhir.direction.${value}`) }))}
              />
            </Form.Item>
            <Form.Item
              name={['scales', id, 'citation']}
              label={t('scale.source')}
              extra={t('fhir.citationHint')}
              rules={[{ ...needed, whitespace: true }]}
            >
              <Input maxLength={2000} />
            </Form.Item>
            <Bands scale={id} />
          </fieldset>
        )
      })}
    </section>
  )
}

function Bands({ scale }: { scale: string }) {
  const { t } = useTranslation('catalogue')
  const needed = { required: true, message: t('fhir.needed') }
  return (
    <Form.List name={['scales', scale, 'bands']}>
      {(bands, { add, remove }) => (
        <>
          <p className="fhir-list-title">{t('scale.bands')}</p>
          <p className="quiet fhir-list-hint">{t('fhir.bandsHint')}</p>
          {bands.map(({ key, name }) => (
            <div key={key} className="fhir-row fhir-band">
              <Form.Item name={[name, 'min']} label={t('fhir.from')} rules={[needed]}>
                <InputNumber />
              </Form.Item>
              <Form.Item name={[name, 'max']} label={t('fhir.to')} rules={[needed]}>
                <InputNumber />
              </Form.Item>
              <LabelFieldset name={[name, 'label']} label={t('fhir.band')} required />
              <Button onClick={() => remove(name)}>{t('fhir.remove')}</Button>
            </div>
          ))}
          <Button onClick={() => add({ label: { zh: '' } })}>{t('fhir.addBand')}</Button>
        </>
      )}
    </Form.List>
  )
}
