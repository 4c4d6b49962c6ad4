import type { ChartConfiguration, Plugin } from 'chart.js'
import { useMemo } from 'react'
import { ChartCanvas } from './chart-canvas.tsx'
import { useChartColours } from './chart-colours.ts'
import type { Counts } from './counts-table.tsx'

const barHeight = 12

/**
 * Counts as horizontal bars: a place on the axis for each label, a bar in it for each set of counts. Where a set has bands, a line through
 * the end of each bar shows how far the true number may lie from it.
 */
export function CountsChart({
  label,
  figures,
  labels,
  sets,
}: {
  label: string
  /** Id of the table with the same numbers. */
  figures: string
  labels: readonly string[]
  sets: readonly Counts[]
}) {
  const { accent, strongInk, hues } = useChartColours()
  const config = useMemo<ChartConfiguration<'bar'>>(
    () => ({
      type: 'bar',
      data: {
        labels: [...labels],
        datasets: sets.map((set, position) => ({
          label: set.label,
          data: [...set.cells],
          backgroundColor: sets.length === 1 ? accent : (hues[position % hues.length] ?? accent),
          maxBarThickness: 18,
        })),
      },
      options: {
        indexAxis: 'y',
        scales: {
          x: {
            beginAtZero: true,
            ticks: { precision: 0 },
            suggestedMax: Math.max(
              1,
              ...sets.flatMap(({ cells, bands = [] }) =>
                cells.map((count, place) => (count ?? 0) + (bands[place] ?? 0)),
              ),
            ),
          },
          y: { grid: { display: false } },
        },
        plugins: { legend: { display: sets.length > 1, position: 'top', align: 'start' } },
      },
      plugins: [whiskers(sets, strongInk)],
    }),
    [labels, sets, accent, strongInk, hues],
  )
  const height = 60 + labels.length * Math.max(26, sets.length * barHeight + 8)
  return <ChartCanvas config={config} label={label} figures={figures} height={height} />
}

/** A line through the end of each bar, from the least the true number may be to the most. */
const whiskers = (sets: readonly Counts[], colour: string): Plugin<'bar'> => ({
  id: 'whiskers',
  afterDatasetsDraw(chart) {
    const { ctx, data } = chart
    const { x } = chart.scales
    if (x === undefined) return
    ctx.save()
    ctx.strokeStyle = colour
    ctx.lineWidth = 1
    ctx.beginPath()
    data.datasets.forEach((set, position) => {
      chart.getDatasetMeta(position).data.forEach((bar, place) => {
        const value = Number(set.data[place])
        const band = sets[position]?.bands?.[place] ?? 0
        if (value === 0 || band === 0) return
        const from = x.getPixelForValue(Math.max(0, value - band))
        const to = x.getPixelForValue(value + band)
        ctx.moveTo(from, bar.y)
        ctx.lineTo(to, bar.y)
        for (const end of [from, to]) {
          ctx.moveTo(end, bar.y - 4)
          ctx.lineTo(end, bar.y + 4)
        }
      })
    })
    ctx.stroke()
    ctx.restore()
  },
})
