/** Characters that are read differently, so that no two names of two of them look or sound alike. */
const characters = [...'安波晨达恩芳刚海佳康兰梅宁鹏琴荣思涛文霞阳芝春东峰光虹静凯林明娜']

const headings = ['序号', '姓名', '性别', '出生日期', '联系电话', '乡镇', '人群类别', '监护人', '监护人关系']

/** What is wrong in a row, and the fault and the column it has to be told with. */
const wrong: { column: number; text: string; code: string }[] = [
  { column: 1, text: '', code: 'NAME_MISSING' },
  { column: 1, text: '合计', code: 'NAME_OF_NOBODY' },
  { column: 2, text: '男女', code: 'SEX_UNCLEAR' },
  { column: 3, text: '1990-02-30', code: 'DATE_IMPOSSIBLE' },
  { column: 3, text: '03/05/90', code: 'DATE_AMBIGUOUS' },
  { column: 3, text: '1990年5月', code: 'DATE_INCOMPLETE' },
  { column: 3, text: '2999-01-01', code: 'BIRTH_DATE_IN_FUTURE' },
  { column: 4, text: '1.38E+10', code: 'PHONE_DIGITS_LOST' },
  { column: 6, text: '示例人群', code: 'TAG_UNKNOWN' },
  { column: 5, text: '示例外乡', code: 'TOWNSHIP_UNKNOWN' },
]

/** A list of synthetic people below a title and a row of column names; every so many rows one with a fault. */
export interface ListOfPeople {
  rows: string[][]
  /** Of the rows with a fault: the number of the row, the letter of the column, the code. */
  faults: { row: number; column: string; code: string }[]
}

const bornOn = (place: number): string =>
  new Date(Date.UTC(1950, 0, 1) + place * 5 * 86_400_000).toISOString().slice(0, 10)

export function listOfPeople({ people, bad }: { people: number; bad: number }): ListOfPeople {
  const every = bad === 0 ? 0 : Math.floor(people / bad)
  const faults: ListOfPeople['faults'] = []
  const rows = Array.from({ length: people }, (_, place) => {
    const number = String(place).padStart(5, '0')
    const round = place % characters.length ** 2
    const name = [Math.floor(round / characters.length), round % characters.length].map(
      (at) => characters[at],
    )
    const cells = [
      String(place + 1),
      `示例${name.join('')}${'甲乙丙丁戊'[Math.floor(place / characters.length ** 2)]}`,
      place % 2 === 0 ? '女' : '男',
      bornOn(place),
      `000${number}000`,
      '',
      place % 3 === 0 ? '老年人' : '',
      '',
      '',
    ]
    const fault = every > 0 && place % every === every - 1 ? wrong[faults.length % wrong.length] : undefined
    if (fault === undefined || faults.length >= bad) return cells
    faults.push({ row: place + 3, column: 'ABCDEFGHI'[fault.column] ?? '', code: fault.code })
    return cells.map((text, column) => (column === fault.column ? fault.text : text))
  })
  return { rows: [['示例镇服务对象名单（合成）'], headings, ...rows], faults }
}

/** The same as a text file in columns. */
export const csvOf = (rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`\ufeff${rows.map((cells) => cells.join(',')).join('\r\n')}\r\n`)
