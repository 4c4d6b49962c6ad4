import type { ListKind } from '../../exchange/lists/list-kind.ts'

/** What a column may tell of a unit. */
export const unitFields = [
  'level',
  'code',
  'name',
  'parent',
  'contact',
  'duty',
  'residents',
  'from',
  'until',
] as const
export type UnitField = (typeof unitFields)[number]

/** Lists of units; the limit is well beyond a city's rooms. */
export const unitLists: ListKind<UnitField> = {
  names: {
    level: ['级别', '层级', '单位级别', '类型', 'level'],
    code: [
      '编码',
      '代码',
      '单位编码',
      '单位代码',
      '统计区划代码',
      '区划代码',
      'code',
      'unit code',
      'division code',
    ],
    name: ['名称', '单位名称', '单位', '咨询室', '咨询室名称', 'name', 'unit', 'unit name'],
    parent: [
      '上级',
      '上级单位',
      '上级编码',
      '上级代码',
      '所属乡镇',
      '所属乡镇街道',
      '所属单位',
      'parent',
      'parent code',
      'belongs to',
    ],
    contact: ['联系人', '联系方式', '联系人及电话', '联系人电话', '联系电话', 'contact', 'contact person'],
    duty: ['报送周期', '报送', '报送义务', '上报周期', 'duty', 'reports', 'reporting duty'],
    residents: ['常住人口', '人口', '人口数', '常住人口数', 'residents', 'population'],
    from: ['起', '起始', '起始日', '起始日期', '生效日期', 'from', 'valid from'],
    until: ['止', '截止', '截止日', '截止日期', '失效日期', 'until', 'valid until'],
  },
  atMost: 10_000,
}

/** What a list has to have: without these no row says which unit it is. */
export const neededFields: readonly UnitField[] = ['level', 'code', 'name']
