package dev.escapement.thread;

import dev.escapement.Effect;
import dev.escapement.content.Content;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.ResponseInfo;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A thread with every type of event, in which each text is a unique word like {@code w12w}. */
final class EveryEvent {

    private static final Instant AT = Instant.EPOCH;

    private int words;

    private EveryEvent() {}

    static AgentThread thread() {
        return new EveryEvent().build();
    }

    private String word() {
        return "w" + words++ + "w";
    }

    private Call call(String id) {
        return new Call(id, word(), word());
    }

    private List<Content.File> files() {
        return List.of(new Content.File("image/png", word(), "0".repeat(64), 4713));
    }

    private Event delegateStarted(String callId, boolean joins) {
        Start start = new Start(word(), word(), word(), files());
        return new DelegateStarted(AT, callId, word(), word(), start, Budget.UNLIMITED, joins);
    }

    private Event delegateEnded(String callId, boolean joins) {
        return new DelegateEnded(AT, callId, true, word(), word(), new Usage(4714, 4715), files(), joins);
    }

    private AgentThread build() {
        String denied = word();
        String approved = word();
        String refused = word();
        String rejected = word();
        String silent = word();
        String failed = word();
        String confirmed = word();
        String replied = word();
        String chained = word();
        String selected = word();
        String uncertain = word();
        String broken = word();
        String chosen = word();
        String next = word();
        String resumed = word();
        String ended = word();
        String expired = word();
        String silenced = word();
        String defaulted = word();
        String source = word();
        String delegated = word();
        String joined = word();
        String joinedNext = word();
        return new AgentThread(
                word(),
                List.of(
                        new Event.Started(AT, word(), new Start(word(), word(), word(), files()), Budget.UNLIMITED),
                        new Event.ContextFetched(AT, source, word(), Duration.ZERO),
                        new Event.ContextFailed(AT, word(), word(), true),
                        new Event.ModelReplied(
                                AT,
                                word(),
                                List.of(),
                                Usage.NONE,
                                StopReason.LENGTH,
                                new ReplyProvenance("provider", "model", "id", "hash", "hash"),
                                Optional.of(new ProviderState("format", "state")),
                                0,
                                Duration.ZERO),
                        new Event.TextRejected(AT, word()),
                        new Event.ContextFetched(AT, source, word(), Duration.ZERO, files()),
                        new Event.ModelReplied(
                                AT,
                                word(),
                                List.of(
                                        call(denied),
                                        call(approved),
                                        call(refused),
                                        call(rejected),
                                        call(silent),
                                        call(failed),
                                        call(confirmed),
                                        call(replied),
                                        call(chained),
                                        call(uncertain),
                                        call(broken),
                                        call(chosen),
                                        call(resumed),
                                        call(expired),
                                        call(silenced),
                                        call(defaulted),
                                        call(delegated),
                                        call(joined)),
                                new Usage(4711, 4712)),
                        new Event.GateDenied(AT, denied, word()),
                        new Event.ApprovalAsked(AT, approved, word(), word()),
                        new Event.Approved(AT, approved, word(), word(), Optional.of(word())),
                        new Event.StepStarted(AT, approved, Effect.DESTRUCTIVE, word(), 1, "returns"),
                        new AnsweredByPerson(AT, approved, word(), new Answer.RunAgain(), ""),
                        new Event.StepReturned(AT, approved, word(), 0, Duration.ZERO, files()),
                        new Event.Refused(AT, refused, word(), word()),
                        new Event.CallRejected(AT, rejected, word()),
                        new Event.GatePassed(AT, silent),
                        new Event.StepReturned(AT, silent, ""),
                        new Event.StepFailed(AT, failed, word(), true),
                        new AnsweredByPerson(AT, confirmed, word(), new Answer.Returned(word()), ""),
                        new Event.ReplyAsked(AT, replied, word(), word()),
                        new Event.ReplyReceived(AT, replied, word(), true, files()),
                        new Event.CallSelected(AT, chained, call(selected)),
                        new Event.StepReturned(AT, selected, word()),
                        new Event.StepStarted(AT, uncertain, Effect.WRITE, word(), 1, "returns"),
                        new Event.StepInDoubt(AT, uncertain, word(), Duration.ofSeconds(1)),
                        new Event.StepFailed(AT, uncertain, word(), false, true, Duration.ofSeconds(1)),
                        new Event.GateFailed(AT, broken, word()),
                        new AnsweredByPerson(AT, chosen, word(), new Answer.Next(word(), word()), next),
                        new AnsweredByPerson(AT, next, word(), new Answer.Failed(word()), ""),
                        new AnsweredByPerson(AT, resumed, word(), new Answer.Question(word()), ""),
                        new Event.ReplyReceived(AT, resumed, word(), false, List.of()),
                        new Event.ApprovalAsked(AT, expired, word(), word(), Optional.of(AT)),
                        new Event.Expired(AT, expired, Optional.empty()),
                        new Event.ReplyAsked(AT, silenced, word(), word(), Optional.of(AT), Optional.empty()),
                        new Event.Expired(AT, silenced, Optional.empty()),
                        new Event.ReplyAsked(AT, defaulted, word(), word(), Optional.of(AT), Optional.of(word())),
                        new Event.Expired(AT, defaulted, Optional.of(word())),
                        delegateStarted(delegated, false),
                        delegateEnded(delegated, false),
                        delegateStarted(joined, true),
                        delegateEnded(joined, true),
                        new Event.CallSelected(AT, joined, call(joinedNext)),
                        new Event.StepReturned(AT, joinedNext, word()),
                        new AgentUpdated(AT, Map.of()),
                        new RequestFailed(
                                AT,
                                RequestFailed.Part.PROMPT,
                                word(),
                                new ResponseInfo(word(), Map.of(word(), word()))),
                        new Event.BudgetExtended(AT, word(), Budget.UNLIMITED.withTokens(7)),
                        new Event.PersonAsked(AT, word()),
                        new Event.MessageReceived(AT, word(), files()),
                        new Event.ModelReplied(AT, word(), List.of(call(ended)), Usage.NONE),
                        new Event.Finished(AT, ended, word(), files()),
                        new Event.Stopped(AT, "", StopCause.CANCELLED, word())));
    }
}
