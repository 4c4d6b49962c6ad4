import { Button, Form, Input, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupFacts, RestoreSecret } from '../../room/contract/backup.ts'
import { wordsIn } from '../access/recovery-words.ts'
import { useFormatTime } from '../ui/format-time.ts'

interface Fields {
  passphrase?: string
  words?: string
}

type Way = 'signedIn' | 'passphrase' | 'words'
const secrets: readonly Way[] = ['passphrase', 'words']

/** What the chosen backup says of itself, and what opens it. */
export function OpenBackup({
  name,
  facts,
  signedIn,
  running,
  onOpen,
  children,
}: {
  name: string
  facts: BackupFacts
  signedIn: boolean
  running: boolean
  onOpen: (secret: RestoreSecret) => void
  /** How far it is, or why it was refused: above the button that was pressed. */
  children: ReactNode
}) {
  const { t } = useTranslation('backup')
  const { dateTime } = useFormatTime()
  const ways: readonly Way[] = signedIn && facts.ofThese ? ['signedIn', ...secrets] : secrets
  const [picked, setPicked] = useState<Way | null>(null)
  // What was picked and typed stays when another backup is chosen, as far as it opens that one, too.
  const way = ways.find((one) => one === picked) ?? ways[0] ?? 'passphrase'
  const given = ({ passphrase = '', words = '' }: Fields): RestoreSecret => {
    if (way === 'signedIn') return { signedIn: true }
    return way === 'passphrase' ? { passphrase } : { words: wordsIn(words) }
  }

  return (
    <section className="panel backup-panel" aria-labelledby="restore-open">
      <h2 className="panel-title" id="restore-open">
        {t('open.title')}
      </h2>
      <dl className="backup-facts">
        <dt>{t('open.madeAt')}</dt>
        <dd>{dateTime(facts.createdAt)}</dd>
        <dt>{t('open.of')}</dt>
        <dd>
          {t(`open.kind.${facts.kind}`)} {t(facts.ofThese ? 'open.ofThese' : 'open.ofOthers')}
        </dd>
        <dt>{t('open.opens')}</dt>
        <dd>{t('open.opensWith', { count: facts.staff, sheet: facts.sheet })}</dd>
        <dt>{t('open.file')}</dt>
        <dd className="backup-file-name">{name}</dd>
      </dl>
      <Form<Fields>
        name="open-backup"
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => onOpen(given(fields))}
      >
        <Form.Item label={t('open.way')}>
          <Radio.Group
            aria-label={t('open.way')}
            value={way}
            options={ways.map((value) => ({ value, label: t(`open.by.${value}`, { sheet: facts.sheet }) }))}
            onChange={({ target }) => setPicked(target.value)}
          />
        </Form.Item>
        {way === 'passphrase' && (
          <Form.Item
            name="passphrase"
            label={t('open.passphrase')}
            extra={t('open.passphraseHelp')}
            rules={[{ required: true, message: t('open.passphraseMissing') }]}
          >
            <Input.Password autoComplete="off" />
          </Form.Item>
        )}
        {way === 'words' && (
          <Form.Item
            name="words"
            label={t('open.words')}
            extra={t('open.wordsHelp')}
            rules={[{ required: true, whitespace: true, message: t('open.wordsMissing') }]}
          >
            <Input.TextArea rows={4} autoComplete="off" spellCheck={false} />
          </Form.Item>
        )}
        {children}
        <Button type="primary" htmlType="submit" loading={running}>
          {t('open.submit')}
        </Button>
      </Form>
    </section>
  )
}
