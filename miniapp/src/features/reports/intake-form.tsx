import { CASE_SOURCE_ZH } from '@shared/cases/words'
import type { Me } from '@shared/people/contract'
import { DIRECT_CONDITIONS, INTAKE_SOURCES } from '@shared/reports/intake'
import type { MailView } from '@shared/reports/mail-contract'
import { Area } from '../../ui/area'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Choices } from '../../ui/choices'
import { FormRow } from '../../ui/form-row'
import { Input } from '../../ui/input'
import { PhotoPicker } from '../../ui/photo-picker'
import { Screen } from '../../ui/screen'
import { Ticks } from '../../ui/ticks'
import { CategoryCard } from './category-card'
import { WORDS_MAX } from './drafts'
import { Letter } from './letter'
import { PlaceCard } from './place-card'
import { QuestionsCard } from './questions-card'
import { SimilarCard } from './similar-card'
import { type Intake, useIntake } from './use-intake'
import { useQuestions } from './use-questions'
import { useReportCategory } from './use-report-category'
import { useReportPlace } from './use-report-place'
import { useSimilar } from './use-similar'
import { VoiceButton } from './voice-button'
import { Wrong } from './wrong'

/** 代录: what somebody called, wrote or saw, entered by who works for the county. */
export function IntakeForm({ me, mail }: { me: Me; mail: MailView | null }) {
  const intake = useIntake(me, mail)
  const { hand, isDirect, busy, submit, wrong, wrongOf } = intake
  const { fields } = hand.draft
  const { answers = {} } = fields
  const place = useReportPlace(hand, isDirect)
  const category = useReportCategory(hand)
  const asked = useQuestions(fields.categoryCode, answers)
  const similar = useSimilar(fields, intake.photoIds[0] ?? null).map((one) => ({ ...one, mine: false }))
  const bar = (
    <Button busy={busy} disabled={!intake.uploads.isReady} onTap={() => void submit()}>
      {isDirect ? '直接立案' : '录入'}
    </Button>
  )
  return (
    <Screen title="代录" wide className="intake" bar={bar}>
      <Box className="intake-column">
        {mail && <LetterCard mail={mail} busy={busy} onJoin={(id) => void submit(id)} />}
        <SourceCard intake={intake} />
        <PhotosPart intake={intake} />
      </Box>
      <Box className="intake-column">
        <PlaceCard at={place} wrong={wrongOf('position') || wrongOf('townId')} />
        <CategoryCard category={category} wrong={wrongOf('categoryCode')} />
        <QuestionsCard
          asked={asked}
          answers={answers}
          wrong={wrong}
          onAnswers={(next) => hand.set({ answers: next })}
        />
        {!isDirect && (
          <SimilarCard
            items={similar}
            busy={busy}
            joinZh="是同一个，并入那件"
            onJoin={(id) => void submit(id)}
            onOther={(id) => hand.set({ notSame: [...fields.notSame, id] })}
          />
        )}
      </Box>
    </Screen>
  )
}

function SourceCard({ intake }: { intake: Intake }) {
  const { hand, sources, source, setSource, conditions, setConditions, wrongOf } = intake
  return (
    <Card title="来源和原话">
      {sources.length > 1 && (
        <FormRow label="来源" wrong={wrongOf('source')}>
          <Choices
            label="来源"
            look="tag"
            items={sources.map((id) => ({ id, zh: CASE_SOURCE_ZH[id] }))}
            picked={[source]}
            onPick={(id) => setSource(INTAKE_SOURCES.find((one) => one === id) ?? source)}
          />
        </FormRow>
      )}
      <FormRow label={intake.isHeard ? '对方的原话' : '看到的情况'} wrong={wrongOf('words')}>
        <Area
          label="原话"
          value={hand.draft.fields.words}
          max={WORDS_MAX}
          placeholder="照着说的写，不写姓名和电话"
          onText={(words) => hand.set({ words })}
        />
        <VoiceButton text={hand.draft.fields.words} max={WORDS_MAX} onText={(words) => hand.set({ words })} />
      </FormRow>
      {intake.isHeard && <CallerRows intake={intake} />}
      {intake.isDirect && (
        <FormRow label="立案条件" hint="勾选符合的" wrong={wrongOf('conditions')}>
          <Ticks label="立案条件" items={DIRECT_CONDITIONS} picked={conditions} onPick={setConditions} />
        </FormRow>
      )}
    </Card>
  )
}

/** Who called; the writer of a mail is known by the address already. */
function CallerRows({ intake: { caller, setCaller, mail, wrongOf } }: { intake: Intake }) {
  return (
    <>
      <FormRow label="称呼" hint="选填，加密封存" wrong={wrongOf('caller.name')}>
        <Input label="称呼" value={caller.name} max={20} onText={(name) => setCaller({ ...caller, name })} />
      </FormRow>
      <FormRow label="回访电话" hint={mail ? '信里留了再填' : '不留就算匿名'} wrong={wrongOf('caller.phone')}>
        <Input
          label="回访电话"
          value={caller.phone}
          max={13}
          keyboard="phone"
          onText={(phone) => setCaller({ ...caller, phone })}
        />
      </FormRow>
    </>
  )
}

/** The letter beside the form; what answers an earlier one is put to its case with one tap. */
const LetterCard = ({ mail, busy, onJoin }: { mail: MailView; busy: boolean; onJoin: (id: string) => void }) => (
  <Card title={mail.subject || '没有主题'} aside="来信">
    <Letter mail={mail} />
    {mail.thread && (
      <Box className="letter-acts">
        <Button dense fit icon="git-merge" busy={busy} onTap={() => onJoin(mail.thread?.id ?? '')}>
          {`并入 ${mail.thread.number}`}
        </Button>
      </Box>
    )}
  </Card>
)

const PhotosPart = ({ intake: { photos, uploads, isDirect, removePhoto, wrongOf } }: { intake: Intake }) => (
  <Card title="照片" aside={isDirect ? '至少一张' : '选填'}>
    <PhotoPicker
      photos={photos}
      max={9}
      hint="加照片"
      onAdd={() => void uploads.add('both')}
      onRemove={removePhoto}
      onRetry={uploads.retry}
    />
    <Wrong zh={uploads.wrong ?? wrongOf('photos')} />
  </Card>
)
