import { describe, expect, test } from 'vitest'
import {
  checkPassphrase,
  type PassphraseHint,
  passphraseStrength,
} from '../../../src/vault/keys/passphrase-strength.ts'

const known = ['示例甲', '示例镇心理咨询室', '990101101']

const refused: Record<PassphraseHint, string[]> = {
  COMMON: [
    'password1234',
    'P@ssw0rd1234',
    'qwer1234qwer',
    '1qaz2wsx',
    '1qaz2wsx3edc',
    '1q2w3e4r5t6y',
    'woaini1314',
    'woaini1314520',
    '5201314',
    'woaini5201314!',
    'admin888admin',
    'iloveyou2026!',
    'wangjimima123',
    'qazwsxedcrfv',
    'ｐａｓｓｗｏｒｄ１２３４',
  ],
  PERSONAL: [
    '示例甲你好呀1',
    'shilijia1234',
    '示例镇心理咨询室2026',
    '990101101abc',
    'SLZXLZXS2026',
    '示例甲@1985',
  ],
  NAME: ['zhangsan', 'zhangwei', 'wangxiaoming!', 'Li Jian Guo', 'wangfang@@', 'zhangsan lisi', 'weizhang88'],
  DATE: [
    'zhangwei1985',
    'zhangwei19850312',
    'Wangfang@1985!',
    'nihao1985',
    'pingguo2008',
    '19850312',
    '1985-03-12',
    '1985.3.12',
    '850312',
    '1985年3月12日',
    '85年3月12号生日',
    '１９８５年３月１２日',
    'zw19850312zw',
    '3月12日1985年',
    'zhang wei 1985 03 12',
  ],
  PHONE: [
    '13812345678',
    '138-1234-5678',
    '138 1234 5678',
    '+8613912345670',
    'li18612345098',
    '010-82345097',
    '(0571)82345097',
    '0571 87654321',
    '１３８１２３４５６７８',
  ],
  ID_NUMBER: ['110101198503121234', '11010119850312123X', '110101198503121234abc'],
  KEYBOARD: ['sdfghjkl;', 'xsw2zaq!cde3', ';lkjhgfdsa', 'vfr4bgt5nhy6', 'QWERTYUIO'],
  SEQUENCE: ['abcdefghijkl', 'zyxwvutsrq', '2345678', 'nihao2345678'],
  REPETITION: ['aaaaaaaaaaaa', '111111111111', 'abcabcabcabc', '安安安安安安安安安安安安', '啊啊啊啊啊'],
  PHRASE: [
    '床前明月光疑是地上霜',
    '我爱北京天安门',
    '全心全意为人民服务',
    '我 爱 你 中 国',
    '疑是地上霜，一生一世',
  ],
  EVERYDAY: ['shengrikuaile', 'nihao zhongguo', 'wo ai beijing', 'xinliZixunShi'],
  TOO_SHORT: ['', 'kuqrt', '白鹭', 'kX9#q', 'Kuai9Le-Xi', '溪水石桥'],
}

describe.each(Object.entries(refused))('refused as %s', (hint, passphrases) => {
  test.each(passphrases)('%j', (passphrase) => {
    expect(passphraseStrength(passphrase, known)).toMatchObject({ acceptable: false, hint })
    expect(() => checkPassphrase(passphrase, known)).toThrow('WEAK_PASSPHRASE')
  })
})

test.each([
  'correct horse battery',
  'gentle river lantern',
  'copper kettle whistling north',
  'silver bicycle morning chestnut',
  'paper umbrella evening harbour',
  'abandon ability able about above',
  'songshu qiaoliang chabei luzhu shandian',
  'caihong lianou shitou ruhuang xueye',
  'qingwa zai hetang bian chang ge',
  'dou fu nao yao fang tang jiang',
  '清晨的山路上有三只白鹭飞过',
  '老王家的三只猫爱吃鱼',
  '溪水流过石桥的示例口令',
  '示例甲的口令：溪水流过石桥',
  '雨后的茶园里听见布谷鸟叫',
  'Kuai9Le-Xiao',
  'xK9#mQ2$vL7p',
  'h7Rk-w2Bz-9qLd',
  'Tr0ub4dor&3xy',
  'maque tiao shang le yinxing shu',
  'wǎn fēng chuī guò dào tián',
])('%j will do', (passphrase) => {
  const strength = passphraseStrength(passphrase, known)
  expect(strength).toMatchObject({ acceptable: true, hint: null })
  expect(strength.score).toBeGreaterThanOrEqual(3)
  expect(() => checkPassphrase(passphrase, known)).not.toThrow()
})

test('blanks around it add nothing', () => {
  expect(passphraseStrength('   12345   ').acceptable).toBe(false)
})

test('what is known here counts only where it is known', () => {
  expect(passphraseStrength('晓燕子溪青石镇咨询间', ['青石镇咨询间']).score).toBeLessThan(
    passphraseStrength('晓燕子溪青石镇咨询间').score,
  )
})
