import { useMemo } from 'react'
import { ChartCanvas } from './chart-canvas.tsx'
import { useChartColours } from './chart-colours.ts'
import { type TrendLine, trendConfig } from './trend-config.ts'

const height = 220

/** Counts over time, a line for each set, and the shade of its band. */
export function TrendChart({
  label,
  figures,
  labels,
  sets,
}: {
  label: string
  /** Id of the table with the same numbers. */
  figures: string
  /** Periods, first to last. */
  labels: readonly string[]
  sets: readonly TrendLine[]
}) {
  const { accent, hues } = useChartColours()
  const config = useMemo(() => trendConfig({ labels, sets }, { accent, hues }), [labels, sets, accent, hues])
  return <ChartCanvas config={config} label={label} figures={figures} height={height} />
}
