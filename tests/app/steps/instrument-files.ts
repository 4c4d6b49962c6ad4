import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Questionnaire } from '../../../src/instruments/questionnaire.ts'
import type { WordingPack } from '../../../src/instruments/wording-pack.ts'

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
const [, example = ''] = /<summary>sleep-example\.json<\/summary>\s+```json\n([^`]+)```/.exec(readme) ?? []

/** The instrument of the README, as it stands there. */
export const exampleText = example

export const exampleInstrument = (): Questionnaire => JSON.parse(example)

/** Writes files onto the stick; gives their paths. */
export const write = (stick: string, files: Record<string, unknown>): Promise<string[]> =>
  Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      const path = join(stick, name)
      await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
      return path
    }),
  )

/** A Chinese wording for ASQ that is obviously none: every text says that it is an example. */
export const asqInChinese: WordingPack = {
  format: 'anxin-wording-pack/1',
  instrument: 'asq',
  instrumentVersion: '1',
  version: 'zh1',
  language: 'zh-CN',
  provenance: {
    status: 'officialReported',
    sources: ['示例出处：为测试写成，不是任何机构的文本'],
    note: null,
  },
  terms: {
    class: 'A',
    statement: '示例条款：只为测试写成。',
    url: 'https://example.org/terms',
    nonCommercial: false,
    noModification: false,
    officialTranslationOnly: false,
    seen: '示例：为测试写成',
    credit: null,
  },
  title: '示例文本（ASQ）',
  instructions: '示例说明语',
  items: {
    q1: '示例第一问',
    q2: '示例第二问',
    q3: '示例第三问',
    q4: '示例第四问',
    q5: '示例第五问',
  },
  answers: { yesNo: { '1': '示例是', '0': '示例否' } },
}
