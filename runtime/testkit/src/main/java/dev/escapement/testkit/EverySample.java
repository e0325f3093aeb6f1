package dev.escapement.testkit;

import static dev.escapement.testkit.Samples.AT;

import dev.escapement.Effect;
import dev.escapement.content.Content;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.ResponseInfo;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Budget;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.RequestFailed;
import dev.escapement.thread.Start;
import dev.escapement.thread.StepVersion;
import dev.escapement.thread.StopCause;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Events of every kind, with values other than the defaults. */
final class EverySample {

    private static final Duration TOOK = Duration.ofMillis(1_234);

    private static final List<Content.File> FILES =
            List.of(new Content.File("image/png", "lamp.png", "0123456789abcdef".repeat(4), 4_713));

    private EverySample() {}

    /** Returns events that a thread can have in this order. */
    static List<Event> events() {
        List<Event> events = new ArrayList<>(beforeCalls());
        events.addAll(approvals());
        events.addAll(steps());
        events.addAll(delegates());
        events.addAll(people());
        return events;
    }

    private static List<Event> beforeCalls() {
        Start start = new Start("input", "trigger", "{\"a\":1}", FILES, Map.of("tenant", "acme"));
        return List.of(
                new Event.Started(AT, Samples.AGENT, start, Budget.UNLIMITED.withSteps(1_000)),
                new Event.ContextFetched(AT, "source", "[1]", TOOK, FILES),
                new Event.ContextFailed(AT, "source", "not found", true),
                new Event.ModelReplied(
                        AT,
                        "truncated",
                        List.of(),
                        new Usage(4_711, 4_712),
                        StopReason.LENGTH,
                        new ReplyProvenance("provider", "model", "id", "hash", "hash"),
                        Optional.of(new ProviderState("format", "state")),
                        0,
                        TOOK),
                new Event.TextRejected(AT, "call a tool"),
                new RequestFailed(
                        AT, RequestFailed.Part.PROVIDER, "rejected", new ResponseInfo("id", Map.of("limit", "100"))),
                new Event.ModelReplied(AT, "", calls(), Usage.NONE));
    }

    private static List<Call> calls() {
        return IntStream.range(0, 18)
                .mapToObj(i -> new Call("call_" + i, "tool_" + i, "{\"i\":" + i + "}"))
                .toList();
    }

    private static List<Event> approvals() {
        return List.of(
                new Event.GateDenied(AT, "call_0", "denied"),
                new Event.ApprovalAsked(AT, "call_1", "really?", "hash"),
                new Event.Approved(AT, "call_1", "alice", "hash", Optional.of("{\"i\":2}")),
                new Event.StepStarted(AT, "call_1", Effect.DESTRUCTIVE, "key", 1, "returns"),
                new AnsweredByPerson(AT, "call_1", "bob", new Answer.RunAgain(), ""),
                new Event.StepReturned(AT, "call_1", "[2]", 100, TOOK, FILES),
                new Event.Refused(AT, "call_2", "bob", "no"),
                new Event.CallRejected(AT, "call_3", "unknown tool", false),
                new Event.GatePassed(AT, "call_4"),
                new Event.StepReturned(AT, "call_4", ""),
                new Event.GateFailed(AT, "call_5", "reference"));
    }

    private static List<Event> steps() {
        return List.of(
                new Event.StepFailed(AT, "call_6", "not found", true),
                new Event.StepStarted(AT, "call_7", Effect.WRITE, "key", 2, "returns"),
                new Event.StepInDoubt(AT, "call_7", "java.io.IOException", TOOK),
                new Event.StepFailed(AT, "call_7", "may have taken effect", false, true, TOOK),
                new Event.ReplyAsked(AT, "call_8", "colour?", "{\"type\":\"string\"}"),
                new Event.ReplyReceived(AT, "call_8", "\"red\"", true, FILES),
                new Event.ApprovalAsked(AT, "call_14", "really?", "hash", Optional.of(AT.plusSeconds(60))),
                new Event.Expired(AT.plusSeconds(60), "call_14", Optional.empty()),
                new Event.ReplyAsked(AT, "call_15", "size?", "{}", Optional.of(AT), Optional.of("\"m\"")),
                new Event.Expired(AT, "call_15", Optional.of("\"m\"")),
                new Event.CallSelected(AT, "call_9", new Call("next_9", "tool", "{}")),
                new Event.StepReturned(AT, "next_9", "1"));
    }

    private static List<Event> delegates() {
        Start start = new Start("input", "trigger", "{\"a\":1}", FILES, Map.of("tenant", "acme"));
        Budget budget = Budget.UNLIMITED.withTokens(50);
        Map<String, StepVersion> versions =
                Map.of("tool_16", new StepVersion(Effect.READ, "delegates", "0123456789abcdef", ""));
        return List.of(
                new AgentUpdated(AT, versions),
                new DelegateStarted(AT, "call_16", "child", "t~16", start, budget, false),
                new DelegateEnded(AT, "call_16", true, "[3]", "tool", new Usage(11, 12), FILES, false),
                new DelegateStarted(AT, "call_17", "child", "t~17", start, budget, true),
                new DelegateEnded(AT, "call_17", false, "cancelled", "", Usage.NONE, List.of(), true));
    }

    private static List<Event> people() {
        return List.of(
                new AnsweredByPerson(AT, "call_10", "bob", new Answer.Returned("{}"), ""),
                new AnsweredByPerson(AT, "call_11", "bob", new Answer.Next("tool", "{}"), "next_11"),
                new AnsweredByPerson(AT, "next_11", "bob", new Answer.Failed("no"), ""),
                new AnsweredByPerson(AT, "call_12", "bob", new Answer.Question("size?"), ""),
                new Event.ReplyReceived(AT, "call_12", "\"xl\"", false, List.of()),
                new Event.BudgetExtended(AT, "alice", Budget.UNLIMITED.withTokens(7)),
                new Event.PersonAsked(AT, "continue?"),
                new Event.MessageReceived(AT, "yes", FILES),
                new Event.Finished(AT, "call_13", "{}", FILES),
                new Event.Stopped(AT, "alice", StopCause.CANCELLED, "too late"));
    }
}
