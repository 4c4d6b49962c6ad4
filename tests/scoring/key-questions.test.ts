import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readQuestionnaires } from '../../src/host/read-questionnaires.ts'

// Which words stand under the numbers that scoring treats in a way of its own: a question in the wrong place scores wrongly.
const { available } = await readQuestionnaires(
  fileURLToPath(new URL('../../questionnaires', import.meta.url)),
)
/** The words of a question in every language it is in. */
const wordsOf = (id: string, item: string): string => {
  const found = available.find(({ instrument }) => instrument.id === id)
  const question = found?.survey.pages.flatMap(({ elements }) => elements).find(({ name }) => name === item)
  return [question?.title['zh-cn'], question?.title.en].join(' | ')
}

it.each<[string, number, string[]]>([
  ['asq', 1, ['wished you were dead']],
  ['asq', 2, ['better off if you were dead']],
  ['asq', 3, ['In the past week', 'thoughts about killing yourself']],
  ['asq', 4, ['ever tried to kill yourself']],
  ['asq', 5, ['killing yourself right now']],
  ['audit', 9, ['受伤', 'injured']],
  ['behaviour-clues', 10, ['自杀', '自残']],
  ['ces-d', 4, ['和一般人一样好', 'as good as other people']],
  ['ces-d', 8, ['有希望', 'hopeful']],
  ['ces-d', 12, ['高兴', 'happy']],
  ['ces-d', 16, ['有意思', 'enjoyed life']],
  ['gds-15', 1, ['基本上满意', 'basically satisfied']],
  ['gds-15', 5, ['精力充沛', 'in good spirits']],
  ['gds-15', 7, ['感到幸福', 'happy']],
  ['gds-15', 11, ['很开心', 'wonderful']],
  ['gds-15', 13, ['充满活力', 'full of energy']],
  ['gds-15', 12, ['毫无意义', 'worthless']],
  ['gds-15', 14, ['毫无希望', 'hopeless']],
  ['k10', 4, ['绝望', 'hopeless']],
  ['k10', 10, ['无价值', 'worthless']],
  ['k6', 2, ['绝望', 'hopeless']],
  ['k6', 6, ['无价值', 'worthless']],
  ['pcl-5', 16, ['冒过多的风险', 'Taking too many risks']],
  ['phq-15', 4, ['月经', 'WOMEN ONLY']],
  ['phq-9', 9, ['不如死掉', 'better off dead']],
  ['psc-35', 5, ['teacher']],
  ['psc-35', 6, ['interested in school']],
  ['psc-35', 17, ['Absent from school']],
  ['psc-35', 18, ['grades']],
  ['pswq', 1, ['do not worry about it']],
  ['pswq', 3, ['do not tend to worry']],
  ['pswq', 8, ['easy to dismiss']],
  ['pswq', 10, ['never worry']],
  ['pswq', 11, ['do not worry about it any more']],
  ['rses', 2, ['一无是处', 'no good at all']],
  ['rses', 5, ['不多', 'not have much to be proud of']],
  ['rses', 6, ['毫无用处', 'useless']],
  ['rses', 8, ['更多尊重', 'more respect']],
  ['rses', 9, ['失败者', 'failure']],
  ['srq-20', 17, ['结束自己生命', 'ending your life']],
])('%s, question %i', (id, number, words) => {
  for (const word of words) expect(wordsOf(id, `q${number}`)).toContain(word)
})

// Each subscale by a word of each of its questions; the youth form has the items of the parent form in the same order.
it.each([
  ['attention', ['Fidgety', 'Daydream', 'concentrat', 'driven by', 'Distract']],
  ['internalizing', ['sad', 'hopeless', 'own on', 'less fun', 'Worr']],
  ['externalizing', ['Refuse', 'understand', 'Fight', 'Blame', 'rules', 'Tease', 'belong']],
])('PSC: the questions of %s', (scaleId, words) => {
  for (const id of ['psc-35', 'psc-17', 'y-psc']) {
    const found = available.find(({ instrument }) => instrument.id === id)
    const scale = found?.instrument.scales.find((one) => one.id === scaleId)
    expect(scale?.items).toHaveLength(words.length)
    for (const word of words)
      expect(
        scale?.items.filter((item) => wordsOf(id, item).includes(word)),
        `${id}: ${word}`,
      ).toHaveLength(1)
  }
})
