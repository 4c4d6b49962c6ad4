import { type DisclosurePolicy, personsIn, type TableSet } from '../../disclosure/table-set.ts'
import { type ArgusTable, argusTables, type LeftOut, protectionLevels } from './argus-table.ts'

/** Files for tau-ARGUS, and the tables it could not be given. */
export interface TauArgusFiles {
  files: { name: string; text: string }[]
  left: { dims: string[]; because: LeftOut }[]
}

/** What it costs to withhold a cell that we publish: more than all the cells we withhold together. */
const costOfPublished = 1_000_000

/**
 * Batch input with which a statistician has tau-ARGUS (CBS, Statistics Netherlands) check us: for every table its cells (`.tab`), what
 * its columns are (`.rda`), the codes of hierarchies (`.hrc`) and the commands (`.arb`), in the form of the case `ex1` of
 * sdcTools/checkTauArgus. These are TRUE counts: they are for the room and its statistician, never part of a package.
 *
 * Cells under k are unsafe, with protection levels as wide as our rule; those released before are protected. Withholding a cell
 * that we withhold costs 1, another 1 000 000: when tau-ARGUS withholds none but ours, our pattern is enough by its reckoning;
 * any other is a finding.
 */
export function tauArgusFiles(set: TableSet): TauArgusFiles {
  const { tables, left } = argusTables(set)
  const files = tables.flatMap((table, index) => filesOf(table, `true-counts-${index + 1}`, set.policy))
  return { files: [{ name: 'READ-ME-true-counts.txt', text: readMe }, ...files], left }
}

function filesOf(table: ArgusTable, name: string, policy: DisclosurePolicy): TauArgusFiles['files'] {
  const trees = table.dims.flatMap(({ tree, total }, index) =>
    tree.sums.length > 1 ? [{ name: codeList(name, index), text: branch(tree, total, 0) }] : [],
  )
  return [
    { name: `${name}.tab`, text: tableText(table, policy) },
    { name: `${name}.rda`, text: metadataText(table, name) },
    ...trees,
    { name: `${name}.arb`, text: batchText(table, name) },
  ]
}

const codeList = (name: string, dim: number): string => `${name}-${dim + 1}.hrc`

const tableText = ({ rows }: ArgusTable, policy: DisclosurePolicy): string =>
  lines(
    rows.map(({ codes, cell }) => {
      const levels = protectionLevels(cell, policy)
      const status = levels ? 'U' : cell.frozen && !cell.withheld ? 'Z' : 'S'
      const cost = cell.withheld ? 1 : costOfPublished
      return [...codes, cell.n, personsIn(cell), cost, status, levels?.lower ?? 0, levels?.upper ?? 0].join(
        ',',
      )
    }),
  )

const metadataText = ({ dims }: ArgusTable, name: string): string =>
  lines([
    '<SEPARATOR> ","',
    '<SAFE> "S"',
    '<UNSAFE> "U"',
    '<PROTECT> "Z"',
    ...dims.flatMap((dim, index) => [
      dim.name,
      '   <RECODEABLE>',
      `   <TOTCODE> "${dim.total}"`,
      ...(dim.tree.sums.length > 1
        ? [`   <HIERCODELIST> "${codeList(name, index)}"`, '   <HIERLEADSTRING> "@"', '   <HIERARCHICAL>']
        : []),
    ]),
    ...['n', '   <NUMERIC>', 'persons', '   <FREQUENCY>', 'cost', '   <NUMERIC>', 'status', '   <STATUS>'],
    ...['lower', '   <NUMERIC> <LOWERPL>', 'upper', '   <NUMERIC> <UPPERPL>'],
  ])

const batchText = ({ dims }: ArgusTable, name: string): string =>
  lines([
    '// TRUE COUNTS: for the room and its statistician, never part of a package.',
    `<LOGBOOK> "${name}.log"`,
    `<OPENTABLEDATA> "${name}.tab"`,
    `<OPENMETADATA> "${name}.rda"`,
    `<SPECIFYTABLE> ${dims.map((dim) => `"${dim.name}"`).join('')}|"n"|""|"cost"`,
    '<SAFETYRULE> MAN(20)',
    '<READTABLE>',
    '<SOLVER> FREE',
    '<SUPPRESS> OPT(1,5)',
    `<WRITETABLE> (1, 3, AS+, "${name}-checked.txt")`,
  ])

/** The codes below one, each a line, one sign deeper with every level. */
function branch(tree: ArgusTable['dims'][number]['tree'], code: string, depth: number): string {
  const { codes, sums } = tree
  const sum = sums.find(({ total }) => codes[total] === code)
  const parts = sum?.parts.map((part) => codes[part] ?? '') ?? []
  return parts.map((part) => `${'@'.repeat(depth)}${part}\r\n${branch(tree, part, depth + 1)}`).join('')
}

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\r\n`).join('')

const readMe = lines([
  '真实计数。仅供本室及受托统计人员核验保护效果，不得随数据包报送，用后删除。',
  'TRUE COUNTS, for the room and the statistician it asks to check its protection. Never part of a package; delete after use.',
  '',
  'tau-ARGUS: open an .arb file as batch. Cells under the threshold are U, earlier releases Z. The cost column is 1 where the',
  'room withholds a cell and 1000000 where it publishes one: if only cells of cost 1 are suppressed in *-checked.txt, the',
  "room's pattern is sufficient; any other suppressed cell is one the room should not have published.",
])
