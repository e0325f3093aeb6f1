package dev.escapement.server.web;

import dev.escapement.Effect;
import dev.escapement.content.Content;
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
import dev.escapement.thread.EventKind;
import dev.escapement.thread.RequestFailed;
import dev.escapement.thread.Start;
import dev.escapement.thread.StepVersion;
import dev.escapement.thread.StopCause;
import dev.escapement.tool.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One event of each kind, for the pages of the inspector. */
final class SampleEvents {
    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    static final String AGENT = "dev.escapement.samples.deploybot.DeployBot";
    static final String HASH = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    private static final Duration TOOK = Duration.ofMillis(1_250);
    private static final Usage USAGE = new Usage(1_200, 85, 400, new BigDecimal("0.0123"));

    private SampleEvents() {}

    /** Returns a reply with calls, from a known model. */
    static Event reply(Instant at, String text, Call... calls) {
        ReplyProvenance provenance = new ReplyProvenance("anthropic", "claude", "msg_1", HASH, HASH);
        return new Event.ModelReplied(
                at, text, List.of(calls), USAGE, StopReason.COMPLETE, provenance, Optional.empty(), 0, TOOK);
    }

    /** Returns an event of a kind, which belongs to the call {@code call_1} if it belongs to one. */
    static Event of(EventKind kind, Instant at) {
        String call = "call_1";
        return switch (kind) {
            case STARTED -> new Event.Started(at, AGENT, Start.of("Deploy v1.2.3"), Budget.UNLIMITED);
            case CONTEXT_FETCHED -> new Event.ContextFetched(at, "tags", "[\"v1.2.3\"]", TOOK);
            case CONTEXT_FAILED -> new Event.ContextFailed(at, "tags", "The registry does not answer.", true);
            case REQUEST_FAILED ->
                new RequestFailed(
                        at, RequestFailed.Part.PROVIDER, "The provider rejected the request.", ResponseInfo.NONE);
            case MODEL_REPLIED -> reply(at, "I deploy it.", new Call(call, "deploy", "{\"tag\":\"v1.2.3\"}"));
            case TEXT_REJECTED -> new Event.TextRejected(at, "Call a tool.");
            case CALL_REJECTED -> new Event.CallRejected(at, call, "The tool deploi does not exist.");
            case GATE_PASSED -> new Event.GatePassed(at, call);
            case GATE_DENIED -> new Event.GateDenied(at, call, "Deployments are frozen.");
            case GATE_FAILED -> new Event.GateFailed(at, call, "The gate failed. Reference 17.");
            case APPROVAL_ASKED -> new Event.ApprovalAsked(at, call, "Deploy to production?", HASH);
            case APPROVED -> new Event.Approved(at, call, "ann", HASH, Optional.of("{\"tag\":\"v1.2.4\"}"));
            case REFUSED -> new Event.Refused(at, call, "ann", "Not on a Friday.");
            case AGENT_UPDATED ->
                new AgentUpdated(at, Map.of("deploy", new StepVersion(Effect.DESTRUCTIVE, "returns", HASH, "")));
            case STEP_STARTED -> new Event.StepStarted(at, call, Effect.DESTRUCTIVE, "t/1/call_1", 2, "returns");
            case STEP_RETURNED ->
                new Event.StepReturned(
                        at, call, "{\"url\":\"https://example.org\",\"build\":9007199254740993}", 0, TOOK, files());
            case CALL_SELECTED -> new Event.CallSelected(at, call, new Call("call_2", "smoke_test", "{}"));
            case STEP_FAILED -> new Event.StepFailed(at, call, "The cluster is full.", true, true, TOOK);
            case STEP_IN_DOUBT -> new Event.StepInDoubt(at, call, "java.net.SocketTimeoutException", TOOK);
            case REPLY_ASKED -> new Event.ReplyAsked(at, call, "Which region?", "{\"type\":\"string\"}");
            case REPLY_RECEIVED -> new Event.ReplyReceived(at, call, "\"eu\"", true, List.of());
            case DELEGATE_STARTED ->
                new DelegateStarted(
                        at, call, "dev.escapement.Checker", "child-1", Start.of("Check it"), Budget.UNLIMITED, false);
            case DELEGATE_ENDED -> new DelegateEnded(at, call, true, "\"fine\"", "done", USAGE, List.of(), false);
            case EXPIRED -> new Event.Expired(at, call, Optional.of("\"eu\""));
            case ANSWERED_BY_PERSON -> new AnsweredByPerson(at, call, "bob", new Answer.Returned("{\"url\":1}"), "");
            case PERSON_ASKED -> new Event.PersonAsked(at, "Three replies failed. How should the thread continue?");
            case MESSAGE_RECEIVED -> new Event.MessageReceived(at, "Try again.");
            case BUDGET_EXTENDED ->
                new Event.BudgetExtended(
                        at, "bob", Budget.UNLIMITED.withSteps(10).withTime(Duration.ofMinutes(5)));
            case FINISHED -> new Event.Finished(at, call, "\"deployed\"");
            case STOPPED -> new Event.Stopped(at, "bob", StopCause.CANCELLED, "No longer needed.");
        };
    }

    private static List<Content.File> files() {
        return List.of(new Content.File("text/plain", "log.txt", HASH, 120));
    }
}
