import type { ChartConfiguration } from 'chart.js'
import { useMemo } from 'react'
import { ChartCanvas } from './chart-canvas.tsx'
import { useChartColours } from './chart-colours.ts'

/** One line over time: a count for each place on the axis. */
interface TrendLine {
  label: string
  cells: readonly number[]
}

const height = 220
/** Lines are told apart by their points as well as by colour. */
const points = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'crossRot'] as const

/** Counts over time, a line for each set. */
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
  const config = useMemo<ChartConfiguration<'line'>>(
    () => ({
      type: 'line',
      data: {
        labels: [...labels],
        datasets: sets.map((set, position) => {
          const colour = sets.length === 1 ? accent : (hues[position % hues.length] ?? accent)
          return {
            label: set.label,
            data: [...set.cells],
            borderColor: colour,
            backgroundColor: colour,
            borderWidth: 2,
            pointRadius: 4,
            pointStyle: points[position % points.length] ?? 'circle',
          }
        }),
      },
      options: {
        scales: {
          y: { beginAtZero: true, ticks: { precision: 0 }, suggestedMax: 4 },
          x: { grid: { display: false } },
        },
        plugins: {
          legend: {
            display: true,
            position: 'top',
            align: 'start',
            labels: { usePointStyle: true, boxWidth: 8, boxHeight: 8 },
          },
        },
      },
    }),
    [labels, sets, accent, hues],
  )
  return <ChartCanvas config={config} label={label} figures={figures} height={height} />
}
