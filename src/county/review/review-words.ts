import type { Language } from '../../casework/records/values.ts'
import type { ReviewChapterId } from './review-tables.ts'

type Text = Record<Language, string>
const text = (chinese: string, english: string): Text => ({ 'zh-CN': chinese, en: english })

const chapters: Record<ReviewChapterId, Text> = {
  services: text('服务对象与服务', 'Clients and services'),
  hotline: text('心理援助热线', 'Hotline'),
  crises: text('危机中的照护', 'Care in crises'),
  outreach: text('宣教与团体活动', 'Outreach and groups'),
  work: text('队伍、培训与职责', 'Staff, training and duties'),
  rights: text('线索、依法提供与权利', 'Clues, disclosures and rights'),
}

/** The words of a review on paper and in its workbook. */
export const reviewWords = {
  chapters,
  title: text('心理服务研判报告', 'Periodic review of the counselling services'),
  desk: text('单位', 'County'),
  period: text('统计期', 'Period'),
  full: text('报齐的咨询室', 'Rooms that sent everything'),
  partly: text('只报一部分的咨询室', 'Rooms that sent a part'),
  absent: text('未报的咨询室', 'Rooms that sent nothing'),
  situation: text('总体情况', 'How things stand'),
  difficulties: text('问题与原因', 'Difficulties and their causes'),
  steps: text('下一步安排', 'What comes next'),
  method: text('数据说明', 'On method'),
  about: text('说明', 'About'),
  figures: text('主要数字', 'Figures'),
  course: text('走势', 'Course'),
  townships: text('各乡镇', 'Townships'),
  chapter: text('部分', 'Chapter'),
  figure: text('项目', 'Figure'),
  township: text('乡镇（街道）', 'Township'),
  noTownship: text('未归入乡镇的咨询室', 'Rooms without a township'),
  sum: text('合计', 'Sum'),
  band: text('误差 ±', 'Error ±'),
  withheld: text('不予公布的咨询室', 'Rooms that withhold it'),
  came: text('已报', 'Came'),
  due: text('应报', 'Due'),
  since: text('比', 'Since'),
  rate: text('每万常住人口', 'Per 10,000 residents'),
  nothing: text('没有报来', 'nothing came'),
  isWithheld: text('不予公布', 'withheld'),
  unknown: text('无从比较', 'cannot be compared'),
  same: text('看不出变化', 'no change that can be told'),
  more: text('增加', 'more'),
  less: text('减少', 'fewer'),
  noRate: {
    FEW: text('少于 20 件，不算', 'fewer than 20, no rate'),
    WITHHELD: text('有单位不予公布，不算', 'partly withheld, no rate'),
    NO_RESIDENTS: text('未填常住人口', 'residents not entered'),
    NOTHING_CAME: text('没有报来', 'nothing came'),
  },
  notes: {
    rounding: text(
      '涉及服务对象的数字在各咨询室随机取整后相加；“误差”一栏在二十次里有十九次以上成立。差别小于误差的，写作“看不出变化”。',
      'Counts about clients were rounded at random in each room and then added up; the error given holds at least 19 times in 20. A difference smaller than the error is called “no change that can be told”.',
    ),
    withheld: text(
      '咨询室不予公布的格没有填补：合计只是其余咨询室的和，旁边注明有几个咨询室不予公布。',
      'What rooms withhold is not filled in: the sum is that of the others, with the number of rooms that withhold it beside it.',
    ),
    notSent: text(
      '没有报来的不是零：没有算在内，也没有推算。两期报送的咨询室不同的，变化里有一部分由此而来。',
      'What was not sent is not nought: it is not counted, and nothing was estimated. Where other rooms reported in the two periods, part of the change comes of that.',
    ),
    rate: text(
      '少于 {{count}} 件的不算每万常住人口的比率。',
      'Of fewer than {{count}} events no rate per 10,000 residents is given.',
    ),
    persons: text(
      '人数不能跨期相加，所以没有年度数：',
      'Persons of different periods cannot be added up; there is no number of the year of: ',
    ),
  },
}
