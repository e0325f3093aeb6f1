package dev.escapement.samples.newsroom;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Join;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;

/**
 * An agent that lets a {@link Writer} and an {@link Editor} take turns until the editor accepts the article or {@link
 * #ROUNDS} rounds are over. The model selects the topic only; code decides everything that follows.
 */
@Agent(name = "newsroom")
final class Newsroom {

    /** The number of drafts after which an article is dropped. */
    static final int ROUNDS = 3;

    private final Press press;

    Newsroom(Press press) {
        this.press = press;
    }

    @Prompt
    String prompt() {
        return "You plan a newspaper. Commission the article that the person requests.";
    }

    @Step
    WriteDraft commission(CommissionArticle call) {
        return WriteDraft.first(call.topic());
    }

    @Step(offered = false)
    Delegate<Writer> write(WriteDraft call) {
        return WriterLoop.delegate(call.assignment())
                .label("round", Integer.toString(call.round()))
                .maxModelCalls(5)
                .maxTokens(20_000);
    }

    @Join
    ReviewDraft written(WriteDraft call, Article draft) {
        return new ReviewDraft(call.topic(), call.round(), draft);
    }

    @Step(offered = false)
    Delegate<Editor> edit(ReviewDraft call) {
        return EditorLoop.delegate(call.draft().title() + "\n" + call.draft().text())
                .label("round", Integer.toString(call.round()))
                .maxModelCalls(5)
                .maxTokens(20_000);
    }

    @Join
    AfterReview reviewed(ReviewDraft call, Review review) {
        if (review instanceof Review.Acceptance acceptance) {
            return new PublishArticle(acceptance.article(), call.round());
        }
        String remarks = ((Review.ChangeRequest) review).remarks();
        return call.round() < ROUNDS
                ? new WriteDraft(call.topic(), call.round() + 1, call.draft().text(), remarks)
                : new DropArticle(call.topic(), call.round(), remarks);
    }

    @Step(effect = Effect.IDEMPOTENT, offered = false)
    Finish<Edition> publish(PublishArticle call, StepContext context) {
        press.print(call.article(), context.idempotencyKey());
        return Finish.with(new Edition(true, call.rounds(), call.article().title()));
    }

    @Step(offered = false)
    Finish<Edition> drop(DropArticle call) {
        return Finish.with(new Edition(false, call.rounds(), call.remarks()));
    }
}
