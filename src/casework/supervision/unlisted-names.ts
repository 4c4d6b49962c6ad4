/** People nobody listed, by how they are spoken of; for text as `foldText` gives it. */

const han = '\\p{Script=Han}'

/** Surnames that are hardly a word of anything else, and others where no such word begins with them. */
const surname = `(?:欧阳|上官|司马|诸葛|慕容|司徒|令狐|皇甫|[王李刘陈杨赵吴徐郭罗宋梁韩唐冯董萧肖曹袁邓傅沈彭吕苏卢蒋蔡贾魏薛阎潘杜汪姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟雷汤尹黎郑朱]|(?<!谢)谢(?!谢)|戴(?![着上了])|钟(?![点头表情])|丁(?!字)|张(?![罗开望贴])|黄(?![疸金色牛昏酒土])|叶(?![子片])|林(?![子间里场地业区])|田(?![里地间野])|余(?![下额生款])|江(?![边水西苏湖里河南])|周(?![一二三四五六日天末围期岁年遭])|马(?![上路虎])|何(?![时况必事处以尝等种人])|许(?![多愿可久是])|曾(?![经在说有想去是被和])|任(?![何性务由凭])|高(?![兴考中血烧度])|胡(?![说思乱闹子同])|孙(?![子女])|石(?![头])|夏(?![天季])|金(?![钱])|白(?![天酒色白])|万(?![一分元块不])|程(?![度序])|龙(?![头]))`
/** After a name something else goes on. */
const after = `(?=$|[^${han}]|[的说讲在和跟与是来去也都就还把被给对让有没不很又才曾想要会能已今昨前后陪带送叫打住哭骂从到病走一报问请帮找看听])`
/** A name after its surname: as short as it can be where something goes on, else two characters. */
const given = `(?:${han}{1,2}?${after}|${han}{2})`

const kin =
  '妻子|丈夫|老公|老婆|爱人|对象|男友|女友|男朋友|女朋友|前夫|前妻|儿子|女儿|媳妇|女婿|孙子|孙女|外孙|外孙女|母亲|父亲|妈妈|爸爸|妈|爸|继父|继母|爷爷|奶奶|外公|外婆|姥姥|姥爷|公公|婆婆|岳父|岳母|[哥弟姐妹]{1,2}|[表堂][哥弟姐妹]{1,2}|嫂子|姐夫|妹夫|弟媳|姑姑|姑妈|姑父|舅舅|舅妈|叔叔|伯伯|婶婶|姨妈|姨父|侄子|侄女|外甥|外甥女|监护人'
const beside =
  '同学|同桌|室友|班主任|老师|校长|医生|大夫|护士|邻居|同事|朋友|老板|领导|村医|网格员|社工|民警|村主任|支书|书记|房东'
const titles =
  '某某?|医生|大夫|护士|老师|校长|院长|园长|主任|书记|支书|村长|镇长|乡长|所长|队长|警官|民警|法官|律师|师傅|老板|经理|先生|女士|小姐|同学|叔叔?|伯伯?|阿姨|大爷|大妈|大伯|大娘|大哥|大姐|奶奶|爷爷|婶婶?|嫂子?'

/** Somebody's relative or neighbour by name, who is called something, and anybody by surname. */
export const unlistedNamePatterns = [
  new RegExp(`(?<=(?:${kin}|${beside})(?:名字)?(?:名?叫|是)?[:,"“'‘]?\\s?)${surname}${given}`, 'gu'),
  new RegExp(`(?<=名叫|叫做|叫|名字是|姓名|名字|本名|真名)[:"“'‘]?\\s?${surname}${given}`, 'gu'),
  new RegExp(`${surname}${han}{0,2}?(?:${titles})`, 'gu'),
  new RegExp(`[小老阿]${surname}子?${after}`, 'gu'),
  new RegExp(`(?<=姓)${surname}`, 'gu'),
  // Of two who are named together each tells of the other.
  new RegExp(`(?<=${surname}${han}{1,2}[和与跟及、])${surname}${given}`, 'gu'),
  new RegExp(`${surname}${han}{1,2}(?=[和与跟及、]${surname}${given})`, 'gu'),
]

/** Villages and hamlets that say so only by the land they lie on. */
export const hamletPatterns = [
  new RegExp(
    `${surname}家(?:沟(?!通)|坪|湾|坝|冲|岭|坡|店|铺|桥|营|堡|塘|洼|坳|垭|峪|畈|嘴|河|山|集|圩|滩|岗|台|墩|寨|庄|屋|院)`,
    'gu',
  ),
  new RegExp(`(?<=[住在到从])${han}{2,3}(?:沟(?!通)|坪|坝|冲|岭|垭|坳|洼|峪|畈|圩|墩|岗)${after}`, 'gu'),
]
