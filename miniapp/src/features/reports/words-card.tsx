import { safetyHints } from '@shared/reports/rules'
import { callPhone } from '../../device/call-phone'
import { Area } from '../../ui/area'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Txt } from '../../ui/txt'
import { WORDS_MAX } from './drafts'
import { VoiceButton } from './voice-button'
import { Wrong } from './wrong'

type WordsCardProps = { readonly words: string; readonly wrong: string; readonly onText: (text: string) => void }

export const WordsCard = ({ words, wrong, onText }: WordsCardProps) => (
  <Card title="说明" aside={words === '' ? '选填' : `${words.length}/${WORDS_MAX}`}>
    <Area
      label="说明"
      value={words}
      onText={onText}
      max={WORDS_MAX}
      placeholder="比如：井盖塌了半边，晚上看不清"
      invalid={wrong !== ''}
    />
    <VoiceButton text={words} max={WORDS_MAX} onText={onText} />
    <Wrong zh={wrong} />
    {safetyHints(words).map(({ call, zh }) => (
      <Box key={call} as="alert" className="safety">
        <Icon name="alert-triangle" size={20} />
        <Txt strong className="grow">
          {zh}
        </Txt>
        <Button kind="danger" dense fit icon="phone" onTap={() => callPhone(call)}>
          {`拨 ${call}`}
        </Button>
      </Box>
    ))}
  </Card>
)
