import { Screen } from '../../ui/screen'
import { ReportAnnouncements } from '../cases/announcements/announcement-cards'
import { CategoryCard } from './category-card'
import { reportDrafts } from './drafts'
import { IdentityCard } from './identity-card'
import { PhotosCard } from './photos-card'
import { PlaceCard } from './place-card'
import { PreviewEntry } from './preview-entry'
import { QuestionsCard } from './questions-card'
import { ReportBar } from './report-bar'
import { SignedOutCard } from './signed-out-card'
import { SimilarCard } from './similar-card'
import { useDraft } from './use-draft'
import { useJoin } from './use-join'
import { useQuestions } from './use-questions'
import { useReportCategory } from './use-report-category'
import { useReportPhotos } from './use-report-photos'
import { useReportPlace } from './use-report-place'
import { useReportSend } from './use-report-send'
import { useSimilar } from './use-similar'
import { WordsCard } from './words-card'

/** 随手拍: a photo and a place are enough; the rest is filled in and can be changed. */
export function ReportForm({ draftId }: { draftId: string | undefined }) {
  const hand = useDraft(draftId)
  const photos = useReportPhotos(hand)
  const place = useReportPlace(hand)
  const category = useReportCategory(hand)
  const { isSending, submit, wrong, wrongOf } = useReportSend(hand.id)
  const { joining, join } = useJoin(() => reportDrafts.drop(hand.id))
  const { fields, changedAt } = hand.draft
  const { answers = {} } = fields
  const asked = useQuestions(fields.categoryCode, answers)
  const similar = useSimilar(fields, hand.draft.photos.find(({ fileId }) => fileId !== null)?.fileId ?? null)
  return (
    <Screen
      title="反映问题"
      bar={
        <ReportBar
          keptAt={hand.isKept ? changedAt : null}
          busy={isSending}
          stopped={asked?.block?.zh ?? ''}
          onSubmit={() => void submit()}
        />
      }
    >
      <SignedOutCard />
      <PhotosCard photos={photos} shots={asked} wrong={wrongOf('photos')} />
      <PlaceCard at={place} wrong={wrongOf('position')} />
      <CategoryCard category={category} wrong={wrongOf('categoryCode')} />
      <ReportAnnouncements categoryCode={fields.categoryCode} gridId={place.named.data?.gridId ?? null} />
      <QuestionsCard asked={asked} answers={answers} wrong={wrong} onAnswers={(next) => hand.set({ answers: next })} />
      <SimilarCard
        items={similar}
        busy={joining}
        onJoin={(id) => void join(id)}
        onOther={(id) => hand.set({ notSame: [...fields.notSame, id] })}
      />
      <WordsCard words={fields.words} wrong={wrongOf('words')} onText={(words) => hand.set({ words })} />
      <IdentityCard fields={fields} wrong={wrong} onSet={hand.set} />
      <PreviewEntry draft={hand.draft} isPrivate={category.picked?.isPrivate ?? false} />
    </Screen>
  )
}
