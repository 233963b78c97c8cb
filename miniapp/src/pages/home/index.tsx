import { ElderHome } from '../../features/home/elder-home'
import { Hero } from '../../features/home/hero'
import { useElder } from '../../ui/elder'
import { Screen } from '../../ui/screen'
import { Txt } from '../../ui/txt'

export default function HomePage() {
  const elder = useElder()
  const brand = <Txt className="brand-word">文明随手拍</Txt>
  return elder ? (
    <Screen title="首页" tab="首页" brand={brand}>
      <ElderHome />
    </Screen>
  ) : (
    <Screen title="首页" tab="首页" tone="over" brand={brand} className="home">
      <Hero />
    </Screen>
  )
}
