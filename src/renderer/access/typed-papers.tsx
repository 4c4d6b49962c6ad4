import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { sheetLength, wordsIn } from './recovery-words.ts'
import { type PaperKind, paperKinds } from './sheet-paper.tsx'

/** The words of both halves, or of a whole sheet; fills `first` and `second`, or `whole`, of the form around it. */
export function TypedPapers({ halves }: { halves: boolean }) {
  return paperKinds(halves).map((kind, at) => <TypedPaper key={kind} kind={kind} autoFocus={at === 0} />)
}

/** The words of one paper, with what is wrong about them while they are typed. */
function TypedPaper({ kind, autoFocus }: { kind: PaperKind; autoFocus: boolean }) {
  const { t } = useTranslation('access')
  const typed: unknown = Form.useWatch(kind)
  const words = wordsIn(typeof typed === 'string' ? typed : '')
  const { data } = useQuery(() => room.checkRecoveryWords(words), [words.join(' ')])
  // The word at the end may not be finished yet.
  const unfinished = typeof typed === 'string' && /[a-z]$/i.test(typed) ? words.length - 1 : words.length
  const unknown = (data?.unknown ?? []).filter((place) => place < unfinished)
  const slips = unknown.map((place) => t('typed.slip', { number: place + 1, word: words[place] ?? '' }))
  return (
    <Form.Item
      name={kind}
      label={t(`typed.${kind}`, { all: sheetLength })}
      extra={
        <span role="status" className="typed-status">
          {slips.length > 0 && (
            <span className="typed-slips">
              {t('typed.slips', { slips: slips.slice(0, 3).join(t('typed.and')) })}
            </span>
          )}
          {slips.length === 0 && data?.complete === true && t('typed.complete')}
          {slips.length === 0 && data?.complete === false && words.length === sheetLength && (
            <span className="typed-slips">{t('typed.mistaken')}</span>
          )}
          {slips.length === 0 &&
            words.length !== sheetLength &&
            t('recover.counted', { typed: words.length, all: sheetLength })}
        </span>
      }
      validateTrigger="onBlur"
      rules={[
        {
          validator: async (_, value: string | undefined) => {
            if (wordsIn(value ?? '').length !== sheetLength)
              throw new Error(t('recover.wordsMissing', { all: sheetLength }))
          },
        },
      ]}
    >
      <Input.TextArea
        rows={3}
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        className="recover-words"
      />
    </Form.Item>
  )
}
