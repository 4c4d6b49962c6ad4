import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anxin } from '../support/anxin-command.ts'

const rules = fileURLToPath(new URL('../../resources/tier-rules.json', import.meta.url))
const suggest = async (args: string[], input = '') => {
  const { exit, lines, errors } = await anxin(['suggest', ...args], input)
  return { exit, lines: lines.map((line) => JSON.parse(line)), errors }
}

const score = {
  kind: 'score',
  id: 'one',
  instrument: 'phq-9',
  scale: 'total',
  value: 21,
  band: 'severe',
  at: '2026-11-20T01:00:00Z',
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anxin-suggest-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('suggest', () => {
  it('answers each client’s evidence by one line, errors in their place', async () => {
    const input = [[score], [], [{ ...score, id: 'two', value: 4 }], [{ ...score, value: 'high' }]]
      .map((line) => JSON.stringify(line))
      .join('\n')
    const { exit, lines, errors } = await suggest([rules, '--today', '2026-11-22'], input)
    expect(lines).toEqual([
      expect.objectContaining({
        tier: 'priority',
        overdue: false,
        ruleSet: { id: 'anxin-proposed', version: '2026-3' },
      }),
      null,
      expect.objectContaining({ tier: 'general', fired: [] }),
      { error: { code: 'WRONG_SHAPE', at: 'line 4 0 value' } },
    ])
    expect(lines[0].fired.map(({ rule }: { rule: string }) => rule)).toEqual(['phq-9-20', 'phq-9-10'])
    expect({ exit, errors: JSON.parse(errors) }).toEqual({
      exit: 1,
      errors: { code: 'LINES_REFUSED', detail: { refused: 1, lines: 4 } },
    })
  })

  it('looks at every kind of evidence', async () => {
    const at = '2026-11-20T01:00:00Z'
    const change = {
      ...{ kind: 'change', id: 'c', instrument: 'gad-7', scale: 'total', value: 9, rater: 'self', at },
      ...{ course: 'worse', points: 6, since: '2026-10-20T01:00:00Z' },
    }
    const input = [
      [{ kind: 'criticalItem', id: 'a', instrument: 'phq-9', item: 'q9', finding: 'open', at }],
      [{ kind: 'interview', id: 'b', question: 'plan', answer: 'yes', at }],
      [change],
      [{ kind: 'clue', id: 'd', finding: 'verified', at }],
      [{ ...score, instrument: 'danger-level', value: 3, band: 'level3' }],
      [change, { kind: 'interview', id: 'b', question: 'attempt', answer: 'yes', at }, score],
    ]
    const { exit, lines } = await suggest(
      [rules, '--today', '2026-11-22'],
      input.map((line) => JSON.stringify(line)).join('\n'),
    )
    const fired = lines.map((line) => [line.tier, ...line.fired.map(({ rule }: { rule: string }) => rule)])
    expect(fired).toEqual([
      ['watch', 'phq-9-q9-open'],
      ['priority', 'interview-plan'],
      ['watch', 'gad-7-worse'],
      ['watch', 'clue-verified'],
      ['priority', 'danger-level-3'],
      ['priority', 'phq-9-20', 'interview-attempt', 'phq-9-10', 'gad-7-worse'],
    ])
    expect(exit).toBe(0)
  })

  it('names evidence nobody knows, and where', async () => {
    const { lines } = await suggest(
      [rules],
      [{ kind: 'rumour' }, { kind: 'interview', id: 'b', question: 'mood', answer: 'yes', at: score.at }]
        .map((one) => JSON.stringify([one]))
        .join('\n'),
    )
    expect(lines).toEqual([
      { error: { code: 'WRONG_SHAPE', at: 'line 1 0 kind' } },
      { error: { code: 'WRONG_SHAPE', at: 'line 2 0 question' } },
    ])
  })

  it('takes the day it is asked for', async () => {
    const { exit, lines } = await suggest([rules, '--today', '2027-01-01'], JSON.stringify([score]))
    expect(lines).toEqual([expect.objectContaining({ tier: null, overdue: true })])
    expect(exit).toBe(0)
  })

  it.each([
    ['no JSON', '{', 'NOT_JSON'],
    ['no rules', '{}', 'RULE_SET_INVALID'],
  ])('exits 1 on a file with %s', async (_, content, code) => {
    const file = join(folder, `${code}.json`)
    await writeFile(file, content)
    const { exit, lines, errors } = await suggest([file], '[]')
    expect({ exit, lines, code: JSON.parse(errors).code }).toEqual({ exit: 1, lines: [], code })
  })

  it('exits 1 when there is no such file', async () => {
    const { exit, errors } = await suggest([join(folder, 'missing.json')])
    expect({ exit, code: JSON.parse(errors).code }).toEqual({ exit: 1, code: 'FILE_UNREADABLE' })
  })

  it.each([
    ['no rules', []],
    ['two rule files', [rules, rules]],
    ['a day that is none', [rules, '--today', '2026-02-30']],
    ['an unknown option', [rules, '--now']],
  ])('exits 2 on %s', async (_, args) => {
    const { exit, lines, errors } = await suggest(args)
    expect({ exit, lines, code: JSON.parse(errors).code }).toEqual({
      exit: 2,
      lines: [],
      code: 'WRONG_ARGUMENTS',
    })
  })
})
