import { describe, expect, it } from 'vitest'
import { linesOf } from '../../src/cli/lines.ts'
import { anxin } from '../support/anxin-command.ts'

const complete = (id: string, answers: number[], more = {}) => ({
  id,
  line: JSON.stringify({
    answers: Object.fromEntries(answers.map((answer, index) => [`q${index + 1}`, answer])),
    ...more,
  }),
})

describe('score', () => {
  it.each([
    [
      complete('phq-9', [2, 2, 2, 2, 2, 1, 1, 0, 1, 1], { sex: 'female', age: 34, rater: 'self' }),
      {
        scores: { total: 13 },
        bands: { total: 'moderate' },
        reached: { total: ['furtherAssessment'] },
        notes: [],
        critical: [{ item: 'q9', value: 1 }],
      },
    ],
    [
      complete('gad-7', [1, 1, 1, 1, 1, 0, 0]),
      { scores: { total: 5 }, bands: { total: 'mild' }, reached: {}, notes: [], critical: [] },
    ],
    [
      complete('who-5', [2, 2, 3, 3, 3]),
      { scores: { total: 52 }, bands: { total: 'notLow' }, reached: {}, notes: [], critical: [] },
    ],
    [
      complete('social-function', [1, 2, 9, 2, 3], { rater: 'informant' }),
      { scores: {}, bands: {}, reached: {}, notes: [], critical: [] },
    ],
    [
      complete('behaviour-clues', [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]),
      {
        scores: { total: 1 },
        bands: { total: 'clue' },
        reached: { total: ['verify'] },
        notes: [],
        critical: [{ item: 'q10', value: 1 }],
      },
    ],
  ])('gives the published result of $id', async ({ id, line }, expected) => {
    const { exit, output, errors } = await anxin(['score', id], `${line}\n`)
    expect(output).toBe(
      `${JSON.stringify({ instrument: id, version: '1', status: 'scored', ...expected, missing: [] })}\n`,
    )
    expect({ exit, errors }).toEqual({ exit: 0, errors: '' })
  })

  it('answers every line by one line in the same order, errors in their place', async () => {
    const { line } = complete('who-5', [5, 5, 5, 5, 5])
    const input = [
      line,
      'no JSON',
      '',
      '[1,2]',
      '{"answers":{"q1":"5"}}',
      '{"answers":{},"name":"示例"}',
      '{"answers":{},"age":-1}',
      '{"answers":{"q1":9}}',
      `{"answers":${' '.repeat(200_000)}{}}`,
      line,
    ].join('\r\n')
    const { exit, lines, errors } = await anxin(['score', 'who-5'], `\ufeff${input}`)
    const error = (code: string, at: string) => ({ error: { code, at } })
    expect(lines.map((text) => JSON.parse(text))).toEqual([
      expect.objectContaining({ status: 'scored', scores: { total: 100 } }),
      error('NOT_JSON', 'line 2'),
      error('NOT_JSON', 'line 3'),
      error('WRONG_SHAPE', 'line 4'),
      error('WRONG_SHAPE', 'line 5 answers q1'),
      error('UNKNOWN_KEY', 'line 6 name'),
      error('WRONG_SHAPE', 'line 7 age'),
      expect.objectContaining({ status: 'invalid', reason: { code: 'ANSWER_OUTSIDE_CODING', at: 'q1' } }),
      error('LINE_TOO_LONG', 'line 9'),
      expect.objectContaining({ status: 'scored', scores: { total: 100 } }),
    ])
    expect(exit).toBe(1)
    expect(JSON.parse(errors)).toEqual({ code: 'LINES_REFUSED', detail: { refused: 7, lines: 10 } })
  })

  it('says nothing about no input', async () => {
    expect(await anxin(['score', 'phq-9'])).toMatchObject({ exit: 0, output: '', errors: '' })
  })

  it.each([
    ['no command', [], 'UNKNOWN_COMMAND'],
    ['an unknown command', ['toString'], 'UNKNOWN_COMMAND'],
    ['no instrument', ['score'], 'UNKNOWN_INSTRUMENT'],
    ['an unknown instrument', ['score', 'phq-99'], 'UNKNOWN_INSTRUMENT'],
    ['a path for an instrument', ['score', '../questionnaires/phq-9'], 'UNKNOWN_INSTRUMENT'],
    ['one word too many', ['score', 'phq-9', 'gad-7'], 'UNKNOWN_INSTRUMENT'],
  ])('exits 2 on %s', async (_, args, code) => {
    const { exit, output, errors } = await anxin(args)
    expect({ exit, output }).toEqual({ exit: 2, output: '' })
    expect(errors).toContain(`"code":"${code}"`)
  })
})

describe('lines of a stream', () => {
  const split = async (chunks: string[]) => {
    const bytes = async function* () {
      for (const chunk of chunks) yield Buffer.from(chunk, 'latin1')
    }
    const lines: (string | null)[] = []
    for await (const some of linesOf(bytes(), 5)) lines.push(...some)
    return lines
  }

  it.each([
    [
      ['ab', 'c\nd', '\n\ne'],
      ['abc', 'd', '', 'e'],
    ],
    [['a\n'], ['a']],
    [[], []],
    [['\xe5\xae', '\x89\n'], ['安']],
    [
      ['abc', 'def', 'ghi\nok\n'],
      [null, 'ok'],
    ],
    [['abcdefg\nok'], [null, 'ok']],
    [['ok\nabcdef'], ['ok', null]],
  ])('splits %j wherever the chunks end', async (chunks, lines) => {
    expect(await split(chunks)).toEqual(lines)
  })
})
