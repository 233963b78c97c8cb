import { setElder, useElder } from '../../ui/elder'
import { Entry } from '../../ui/entry'
import { Toggle } from '../../ui/toggle'

export function ElderSwitch() {
  const elder = useElder()
  return (
    <Entry
      icon="zoom-in"
      title="关怀模式"
      zh="字更大，按钮更大，步骤更少"
      aside={<Toggle label="关怀模式" on={elder} onChange={setElder} />}
    />
  )
}
