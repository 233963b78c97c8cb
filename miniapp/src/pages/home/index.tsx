import { HomeAnnouncements } from '../../features/cases/announcements/announcement-cards'
import { Brand } from '../../features/home/brand'
import { Doors } from '../../features/home/doors'
import { ElderHome } from '../../features/home/elder-home'
import { Hero } from '../../features/home/hero'
import { MonthCard } from '../../features/home/month-card'
import { MyCaseCard } from '../../features/home/my-case-card'
import { SnapCard } from '../../features/home/snap-card'
import { useScene } from '../../features/home/use-scene'
import { WeekActivities } from '../../features/home/week-activities'
import { useElder } from '../../ui/elder'
import { Screen } from '../../ui/screen'

export default function HomePage() {
  const elder = useElder()
  useScene()
  return elder ? (
    <Screen title="首页" tab="首页" brand={<Brand />}>
      <ElderHome />
    </Screen>
  ) : (
    <Screen title="首页" tab="首页" tone="over" brand={<Brand />} className="home">
      <Hero />
      <SnapCard />
      <HomeAnnouncements />
      <MyCaseCard />
      <Doors />
      <WeekActivities />
      <MonthCard />
    </Screen>
  )
}
