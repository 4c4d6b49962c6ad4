import { parseSync } from 'vite'

/** One import as it stands in a file; `typeOnly` when nothing of it remains at run time. */
export interface Import {
  from: string
  typeOnly: boolean
}

/** Every import of a TypeScript file: static, re-exported, dynamic and in types. */
export const importsOf = (file: string, text: string): Import[] => {
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`)
  const found: Import[] = []
  walk(program, (node) => {
    const from = textOf(node.source)
    if (from === null) return
    if (node.type === 'TSImportType') found.push({ from, typeOnly: true })
    if (node.type === 'ImportExpression') found.push({ from, typeOnly: false })
    if (node.type === 'ImportDeclaration') {
      found.push({ from, typeOnly: node.importKind === 'type' || allTypes(node.specifiers, 'importKind') })
    }
    if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration') {
      found.push({ from, typeOnly: node.exportKind === 'type' || allTypes(node.specifiers, 'exportKind') })
    }
  })
  return found
}

type Node = Record<string, unknown>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

const walk = (value: unknown, visit: (node: Node) => void): void => {
  if (Array.isArray(value)) for (const item of value) walk(item, visit)
  else if (isNode(value)) {
    visit(value)
    for (const child of Object.values(value)) walk(child, visit)
  }
}

const textOf = (source: unknown): string | null =>
  isNode(source) && typeof source.value === 'string' ? source.value : null

const allTypes = (specifiers: unknown, kind: 'importKind' | 'exportKind'): boolean =>
  Array.isArray(specifiers) &&
  specifiers.length > 0 &&
  specifiers.every((specifier) => isNode(specifier) && specifier[kind] === 'type')
