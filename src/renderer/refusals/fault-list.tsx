import { CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../instruments/outcome.ts'
import { useRefusalText } from './refusal-text.ts'
import './fault-list.css'

/** Every fault of the files with its place and what is wrong there; long lists scroll, and all of it can be copied. */
export function FaultList({
  title,
  faults,
  children,
}: {
  title: string
  faults: readonly Refusal[]
  children?: ReactNode
}) {
  const { t } = useTranslation('ui')
  const text = useRefusalText()
  const heading = useId()
  const [copied, setCopied] = useState(false)
  const lines = faults.map((fault) => {
    const [file = '', path = ''] = (fault.at ?? '').split('#')
    return { file, path, sentence: text(fault) }
  })
  const copy = async () => {
    const listed = lines.map(({ file, path, sentence }) => [file, path, sentence].join('\t')).join('\n')
    // A browser may forbid it; the list can still be marked and copied by hand.
    await navigator.clipboard.writeText(listed).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="fault-list-head">
        <h2 className="panel-title" id={heading}>
          {title} <span className="quiet">{t('fault.count', { count: faults.length })}</span>
        </h2>
        <span role="status" className="quiet">
          {copied && t('fault.copied')}
        </span>
        <Button size="small" icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
          {t('fault.copy')}
        </Button>
      </div>
      {children}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="fault-list" tabIndex={0} aria-label={title}>
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('fault.file')}</th>
              <th scope="col">{t('fault.path')}</th>
              <th scope="col">{t('fault.what')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ file, path, sentence }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and a fault may stand twice
              <tr key={index}>
                <th scope="row">{file || '–'}</th>
                <td className="fault-list-path">{path || '–'}</td>
                <td>{sentence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
