import {
  BarChartOutlined,
  BookOutlined,
  CalendarOutlined,
  ClusterOutlined,
  FileDoneOutlined,
  FormOutlined,
  PhoneOutlined,
  SettingOutlined,
  SmileOutlined,
  SunOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'

/** One sign for each place in the left bar, by its key; the word beside it carries the meaning. */
export const navIcons: Record<string, ReactNode> = {
  today: <SunOutlined aria-hidden />,
  clients: <TeamOutlined aria-hidden />,
  appointments: <CalendarOutlined aria-hidden />,
  hotline: <PhoneOutlined aria-hidden />,
  activities: <SmileOutlined aria-hidden />,
  catalogue: <BookOutlined aria-hidden />,
  surveys: <FormOutlined aria-hidden />,
  statistics: <BarChartOutlined aria-hidden />,
  report: <FileDoneOutlined aria-hidden />,
  county: <ClusterOutlined aria-hidden />,
  settings: <SettingOutlined aria-hidden />,
}
