import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareText } from '../../../src/casework/clients/folded-text.ts'
import { type Identifying, type MaskedText, maskText } from '../../../src/casework/supervision/mask-text.ts'

const known: Identifying = {
  people: ['示例晓明', '李秀英', '阿依古丽·买买提', 'Anna Müller', '吕小绿'],
  places: ['示例镇'],
  others: ['2026-0007', '0571-8888'],
  monthsFrom: '2026-01',
}
const mask = (text: string, more: Partial<Identifying> = {}) => maskText(text, { ...known, ...more })
const plain = (pieces: MaskedText) => pieces.filter((piece) => typeof piece === 'string').join(' ▇ ')
const shown = (pieces: MaskedText) =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : `<${piece.month ?? piece.masked}>`)).join('')

describe('a name', () => {
  it.each([
    '李秀英',
    '李 秀 英',
    '李·秀·英',
    '李\u200b秀\u2060英',
    '李－秀－英',
    '秀英',
    '小李',
    '老李',
    '李某某',
    '李老师',
    '李女士',
    '英英',
    '阿英',
    'Li Xiuying',
    'LIXIUYING',
    'ｌｉｘｉｕｙｉｎｇ',
    'Xiuying Li',
    'lǐ xiù yīng',
    'LXY',
    'L.X.Y.',
    '买买提',
    '阿依古丽',
    '阿依古丽买买提',
    'Anna',
    'MULLER',
    'Anna Muller',
    'A.M.',
    '吕小绿',
    'lv xiaolv',
    'Lü Xiaolü',
    'lu xiaolu',
  ])('is found as %s', (spelling) => {
    for (const text of [`今天 ${spelling} 来了`, `${spelling}说：还好。`, `问（${spelling}）`]) {
      const left = bareText(plain(mask(text)))
      expect(left).not.toContain(bareText(spelling))
    }
  })

  it('is left alone where the letters are part of another word', () => {
    expect(shown(mask('She is calm and familiar, with small plans.'))).toBe(
      'She is calm and familiar, with small plans.',
    )
    expect(shown(mask('他最近睡得好些，也开始吃早饭。'))).toBe('他最近睡得好些，也开始吃早饭。')
  })
})

describe('numbers and ways of reaching somebody', () => {
  it.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '１３８００１３８０００',
    '(0571) 8888 1234',
    '138,0013,8000',
    '一三八零零一三八零零零',
    '幺三八〇〇幺三八〇〇〇',
    '11010119900307123X',
    '110101 19900307 123x',
    '6222021234567890123',
    '2026-0007',
    '２０２６－０００７',
    '0571-8888',
    'E12345678',
    '京A12345',
    '浙A·D12345',
    'a.b@example.cn',
    'a@b＠example.cn',
    '微信：abc_123',
    'QQ 12345678',
    'https://example.cn/u/1',
  ])('%s is taken out whole', (secret) => {
    for (const text of [`电话是${secret}。`, `(${secret})`, `他说${secret}，后来又改口`]) {
      const left = bareText(plain(mask(text)))
      expect(left).not.toContain(bareText(secret))
      expect(left).not.toMatch(/\d{3}/)
    }
  })

  it('leaves scores and short figures', () => {
    const text = 'PHQ-9 12 分，GAD-7 10 分，K10 27 分；睡 3、4 个小时，第 5 次来。'
    expect(shown(mask(text))).toBe(text)
  })
})

describe('a day', () => {
  it.each([
    ['2026-11-20', '<2026-11>'],
    ['2026/1/5', '<2026-01>'],
    ['2026.11.20', '<2026-11>'],
    ['2026年11月20日', '<2026-11>'],
    ['２０２６年１１月２０日', '<2026-11>'],
    ['20261120', '<2026-11>'],
    ['二〇二六年十一月二十日', '<2026-11>'],
    ['20 Nov 2026', '<2026-11>'],
    ['November 20th, 2026', '<2026-11>'],
    ['20/11/2026', '<date>'],
    ['11月20日', '<date>'],
    ['十一月二十号', '<date>'],
    ['腊月二十三', '<date>'],
    ['11/20', '<date>'],
    ['1990-05-03', '<date>'],
  ])('%s becomes %s', (day, left) => {
    expect(shown(mask(`（${day}）`))).toBe(`（${left}）`)
  })
})

describe('a place', () => {
  it.each([
    ['他住在示例镇。', '示例镇'],
    ['家在张家村12号。', '张家村12号'],
    ['孩子读示范中学，', '示范中学'],
    ['送到人民医院。', '人民医院'],
    ['住幸福小区3栋2单元501室', '幸福小区3栋2单元501室'],
    ['在红旗路旁边', '红旗路'],
  ])('in %s is taken out', (text, place) => {
    const left = plain(mask(text))
    expect(left).not.toContain(place)
    expect(left).not.toMatch(/张家|示范|人民|幸福|红旗|\d/)
  })

  it('is not seen where there is none', () => {
    for (const text of ['他在学校不说话，去医院也不肯。', '走在路上也会哭。', '每天都去上学。'])
      expect(shown(mask(text))).toBe(text)
  })
})

describe('somebody nobody listed', () => {
  const nobody = { people: [], places: [], others: [], monthsFrom: '2026-01' }
  it.each([
    ['他儿子王小强在县里打工', '王小强'],
    ['妻子叫张丽华，常来', '张丽华'],
    ['丈夫李大山说他喝酒', '李大山'],
    ['班主任陈老师来过电话', '陈'],
    ['村医周明给他开药', '周明'],
    ['她姓刘，', '刘'],
    ['小王说好些了', '小王'],
    ['老李来过', '老李'],
    ['邻居赵大妈看见', '赵'],
    ['网格员孙丽报告的', '孙丽'],
    ['同桌叫“王小明”', '王小明'],
    ['姓名：李晓', '李晓'],
    ['弟弟李雷和韩梅梅', '韩梅梅'],
    ['同学张伟、刘洋一起来', '刘洋'],
    ['妻子 张 丽 华 常来', '张'],
    ['欧阳老师也在', '欧阳'],
  ])('is found in %s', (text, name) => {
    expect(bareText(plain(maskText(text, nobody)))).not.toContain(name)
  })

  it.each([
    ['住在张家沟', '张家沟'],
    ['从石板坪来', '石板坪'],
    ['李家坪那边', '李家坪'],
  ])('nor a hamlet in %s', (text, place) => {
    expect(plain(maskText(text, nobody))).not.toContain(place)
  })

  it('is not seen where nobody is named', () => {
    for (const text of [
      '和家里沟通以后，儿子高兴地来了。',
      '女儿周末回来，妈妈安慰他，妹妹成绩好。',
      '他曾经想过，任何时候都可以打；何时再来没有说。',
      '老师说他很好，同学都来了，医生说要吃药。',
      '他叫我别说，母亲马上来，儿子钱不够。',
      '父亲在江边钓鱼，哥哥张罗着，女儿林间散步。',
    ])
      expect(shown(maskText(text, nobody))).toBe(text)
  })
})

const letters = fc.constantFrom(
  ...'甲乙丙丁天地玄黄今日来去说了abcxyz 0123456789，。：（）-./年月日号村镇路\n',
)
const noise = fc.array(letters, { maxLength: 30 }).map((all) => all.join(''))
const between = fc.constantFrom('', ' ', '·', '-', '\u200b', '　', '.', '*')
const wide = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))

/** A secret as somebody might type it. */
const disguised = (secret: string, gap: string, width: boolean) => {
  const spaced = [...secret].join(gap)
  return width ? wide(spaced) : spaced
}

it('whatever stands around a name, a number or a place, however it is spaced: nothing of it is left', () => {
  const secrets = [...known.people, ...known.places, ...known.others, '13800138000', '110101199003071234']
  fc.assert(
    fc.property(
      fc.array(fc.tuple(noise, fc.constantFrom(...secrets), between, fc.boolean()), {
        minLength: 1,
        maxLength: 4,
      }),
      noise,
      (parts, end) => {
        const text =
          parts.map(([before, secret, gap, width]) => before + disguised(secret, gap, width)).join('') + end
        const pieces = mask(text)
        const left = pieces.flatMap((piece) => (typeof piece === 'string' ? [bareText(piece)] : []))
        // Across a gap nothing may be read together, so that each piece is looked at by itself.
        for (const secret of secrets) for (const piece of left) expect(piece).not.toContain(bareText(secret))
      },
    ),
    { numRuns: 1000 },
  )
})

it('what is not taken out stays as it stood, in order', () => {
  fc.assert(
    fc.property(noise, noise, (before, after) => {
      const text = `${before}李秀英${after}`
      let at = 0
      for (const piece of mask(text)) {
        if (typeof piece !== 'string') continue
        const found = text.indexOf(piece, at)
        expect(found).toBeGreaterThanOrEqual(at)
        at = found + piece.length
      }
    }),
  )
})

it('nobody known: only what tells by itself is taken out', () => {
  const nobody = { people: [], places: [], others: [], monthsFrom: '2026-01' }
  expect(shown(maskText('', nobody))).toBe('')
  expect(shown(maskText('李秀英，13800138000', nobody))).toBe('李秀英，<number>')
})
