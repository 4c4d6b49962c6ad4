import type { ClientMerge } from '../../casework/clients/client-merge.ts'
import { type MergedFiles, mergedFiles } from '../../casework/clients/merged-files.ts'
import type { Stored } from '../../casework/records/record.ts'
import { onceFor } from '../once-for.ts'

/** Which files are read together, by the merges as they were read. */
export const mergedFilesOf: (merges: readonly Stored<ClientMerge>[]) => MergedFiles = onceFor((merges) =>
  mergedFiles(merges.map(({ value }) => value)),
)
