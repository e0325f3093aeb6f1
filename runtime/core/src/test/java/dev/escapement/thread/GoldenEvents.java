package dev.escapement.thread;

import dev.escapement.Effect;
import dev.escapement.content.Content;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.ResponseInfo;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Samples of each type of event, and their texts. Stored threads have this form, so a text must not change. */
final class GoldenEvents {

    static final Instant AT = Instant.parse("2026-01-31T12:00:00.123456789Z");
    static final String HEAD = "\"at\":\"2026-01-31T12:00:00.123456789Z\"";

    /** The events and their texts. */
    static final Map<Event, String> TEXTS = new LinkedHashMap<>();

    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final Content.File PHOTO = new Content.File("image/png", "lamp.png", HASH, 12_345);
    private static final String FILES = "\"files\":[{\"mediaType\":\"image/png\",\"name\":\"lamp.png\",\"sha256\":\""
            + HASH + "\",\"size\":12345}]";

    private GoldenEvents() {}

    static {
        delegates();
        golden(
                new Event.Started(AT, "Desk", "Where is \"A-1\"?\n😀"),
                "started",
                "\"agent\":\"Desk\",\"input\":\"Where is \\\"A-1\\\"?\\n😀\"");
        golden(
                new Event.Started(
                        AT,
                        "Desk",
                        new Start("deploy", "onSlack", "{\"user\":\"al\"}"),
                        Budget.UNLIMITED
                                .withSteps(9)
                                .withModelCalls(8)
                                .withTokens(7)
                                .withCost(new BigDecimal("1.50"))
                                .withTime(Duration.ofMinutes(90))),
                "started",
                "\"agent\":\"Desk\",\"input\":\"deploy\",\"trigger\":\"onSlack\",\"payload\":\"{\\\"user\\\":\\\"al\\\"}\","
                        + "\"budget\":{\"steps\":9,\"modelCalls\":8,\"tokens\":7,\"cost\":1.50,\"time\":\"PT1H30M\"}");
        golden(
                new Event.ContextFetched(AT, "tags", "[\"v1\"]", Duration.ZERO),
                "context_fetched",
                "\"source\":\"tags\",\"result\":\"[\\\"v1\\\"]\"");
        golden(
                new Event.Started(AT, "Desk", Start.of("broken", PHOTO), Budget.UNLIMITED),
                "started",
                "\"agent\":\"Desk\",\"input\":\"broken\"," + FILES);
        golden(
                new Event.ContextFetched(AT, "manual", "1", Duration.ZERO, List.of(PHOTO)),
                "context_fetched",
                "\"source\":\"manual\",\"result\":\"1\"," + FILES);
        golden(
                new Event.StepReturned(AT, "c1", "1", 0, Duration.ZERO, List.of(PHOTO)),
                "step_returned",
                "\"callId\":\"c1\",\"result\":\"1\"," + FILES);
        golden(
                new Event.ReplyReceived(AT, "c1", "1", true, List.of(PHOTO)),
                "reply_received",
                "\"callId\":\"c1\",\"reply\":\"1\"," + FILES);
        golden(
                new Event.MessageReceived(AT, "", List.of(new Content.File("application/pdf", "", HASH, 0))),
                "message_received",
                "\"text\":\"\",\"files\":[{\"mediaType\":\"application/pdf\",\"sha256\":\"" + HASH + "\",\"size\":0}]");
        golden(
                new Event.Finished(AT, "c1", "1", List.of(PHOTO)),
                "finished",
                "\"callId\":\"c1\",\"result\":\"1\"," + FILES);
        golden(
                new Event.ModelReplied(
                        AT,
                        "",
                        List.of(),
                        new Usage(1, 2),
                        StopReason.COMPLETE,
                        new ReplyProvenance(
                                "", "", "", "", "", "eos", new ResponseInfo("req_1", Map.of("x-limit", "7"))),
                        Optional.empty(),
                        0,
                        Duration.ZERO),
                "model_replied",
                "\"text\":\"\",\"calls\":[],\"usage\":{\"inputTokens\":1,\"outputTokens\":2},"
                        + "\"exchange\":{\"finishReason\":\"eos\",\"requestId\":\"req_1\",\"rateLimits\":{\"x-limit\":\"7\"}}");
        golden(
                new Event.ContextFailed(AT, "tags", "no network", true),
                "context_failed",
                "\"source\":\"tags\",\"message\":\"no network\",\"declared\":true");
        golden(
                new Event.ModelReplied(
                        AT,
                        "Let me see",
                        List.of(new Call("c1", "look_up", "{\"a\":1"), new Call("c2", "", "")),
                        new Usage(Long.MAX_VALUE - 7, 7)),
                "model_replied",
                "\"text\":\"Let me see\",\"calls\":[{\"id\":\"c1\",\"tool\":\"look_up\",\"arguments\":\"{\\\"a\\\":1\"},"
                        + "{\"id\":\"c2\",\"tool\":\"\",\"arguments\":\"\"}],\"usage\":{\"inputTokens\":9223372036854775800,"
                        + "\"outputTokens\":7}");
        golden(
                new Event.ModelReplied(AT, "", List.of(), new Usage(100, 7, 60, new BigDecimal("0.0021"))),
                "model_replied",
                "\"text\":\"\",\"calls\":[],\"usage\":{\"inputTokens\":100,\"outputTokens\":7,"
                        + "\"cachedTokens\":60,\"cost\":0.0021}");
        golden(
                new Event.ModelReplied(
                        AT,
                        "It is",
                        List.of(),
                        new Usage(1, 2),
                        StopReason.CONTENT_FILTER,
                        new ReplyProvenance("anthropic", "m-2026-01-31", "msg_1", "aa11", "bb22"),
                        Optional.of(new ProviderState("anthropic.messages", "[{\"type\":\"thinking\"}]")),
                        0,
                        Duration.ZERO),
                "model_replied",
                "\"text\":\"It is\",\"calls\":[],\"usage\":{\"inputTokens\":1,\"outputTokens\":2},"
                        + "\"stop\":\"content_filter\",\"exchange\":{\"provider\":\"anthropic\","
                        + "\"model\":\"m-2026-01-31\",\"replyId\":\"msg_1\",\"requestSha256\":\"aa11\","
                        + "\"replySha256\":\"bb22\"},\"state\":{\"format\":\"anthropic.messages\","
                        + "\"json\":\"[{\\\"type\\\":\\\"thinking\\\"}]\"}");
        golden(
                new Event.ModelReplied(
                        AT,
                        "",
                        List.of(),
                        Usage.NONE,
                        StopReason.COMPLETE,
                        new ReplyProvenance("", "m", "", "", ""),
                        Optional.empty(),
                        0,
                        Duration.ZERO),
                "model_replied",
                "\"text\":\"\",\"calls\":[],\"usage\":{\"inputTokens\":0,\"outputTokens\":0},"
                        + "\"exchange\":{\"model\":\"m\"}");
        golden(new Event.TextRejected(AT, "call a tool"), "text_rejected", "\"reason\":\"call a tool\"");
        golden(
                new Event.CallRejected(AT, "c1", "no such tool"),
                "call_rejected",
                "\"callId\":\"c1\",\"reason\":\"no such tool\"");
        golden(new Event.GatePassed(AT, "c1"), "gate_passed", "\"callId\":\"c1\"");
        golden(new Event.GateDenied(AT, "c1", "too much"), "gate_denied", "\"callId\":\"c1\",\"reason\":\"too much\"");
        golden(
                new Event.ApprovalAsked(AT, "c1", "Refund?", "ab12"),
                "approval_asked",
                "\"callId\":\"c1\",\"question\":\"Refund?\",\"argumentsSha256\":\"ab12\"");
        golden(
                new Event.Approved(AT, "c1", "alice", "ab12", Optional.empty()),
                "approved",
                "\"callId\":\"c1\",\"by\":\"alice\",\"argumentsSha256\":\"ab12\"");
        golden(
                new Event.Approved(AT, "c1", "alice", "cd34", Optional.of("{}")),
                "approved",
                "\"callId\":\"c1\",\"by\":\"alice\",\"argumentsSha256\":\"cd34\",\"editedArguments\":\"{}\"");
        golden(
                new Event.Refused(AT, "c1", "bob", "not today"),
                "refused",
                "\"callId\":\"c1\",\"by\":\"bob\",\"reason\":\"not today\"");
        golden(
                new Event.StepStarted(AT, "c1", Effect.READ, "t1/1/c1", 1, ""),
                "step_started",
                "\"callId\":\"c1\",\"effect\":\"read\",\"idempotencyKey\":\"t1/1/c1\"");
        golden(
                new Event.StepReturned(AT, "c1", "{\"id\":1}"),
                "step_returned",
                "\"callId\":\"c1\",\"result\":\"{\\\"id\\\":1}\"");
        golden(
                new Event.CallSelected(AT, "c1", new Call("c1-2", "check", "{}")),
                "call_selected",
                "\"callId\":\"c1\",\"next\":{\"id\":\"c1-2\",\"tool\":\"check\",\"arguments\":\"{}\"}");
        golden(
                new Event.StepFailed(AT, "c1", "not found", true),
                "step_failed",
                "\"callId\":\"c1\",\"message\":\"not found\",\"declared\":true");
        golden(
                new Event.ReplyAsked(AT, "c1", "Which one?", "{\"type\":\"string\"}"),
                "reply_asked",
                "\"callId\":\"c1\",\"question\":\"Which one?\",\"schema\":\"{\\\"type\\\":\\\"string\\\"}\"");
        golden(
                new Event.ReplyReceived(AT, "c1", "\"the red one\"", true, List.of()),
                "reply_received",
                "\"callId\":\"c1\",\"reply\":\"\\\"the red one\\\"\"");
        golden(new Event.PersonAsked(AT, "What now?"), "person_asked", "\"question\":\"What now?\"");
        golden(new Event.MessageReceived(AT, "and now?"), "message_received", "\"text\":\"and now?\"");
        golden(new Event.Finished(AT, "c1", "\"done\""), "finished", "\"callId\":\"c1\",\"result\":\"\\\"done\\\"\"");
        golden(new Event.Stopped(AT, "", StopCause.CANCELLED, "cancelled"), "stopped", "\"reason\":\"cancelled\"");
        attempts();
        deadlines();
        answersByPeople();
        requestsAndBudgets();
    }

    /** The events of attempts, and the optional properties of steps and gates. */
    private static void attempts() {
        golden(
                new Event.StepStarted(AT, "c1", Effect.TRANSACTIONAL, "t1/1/c1", 2, "selects"),
                "step_started",
                "\"callId\":\"c1\",\"effect\":\"transactional\",\"idempotencyKey\":\"t1/1/c1\","
                        + "\"attempt\":2,\"flow\":\"selects\"");
        golden(
                new Event.StepReturned(AT, "c1", "5", 400, Duration.ofMillis(1_500), List.of()),
                "step_returned",
                "\"callId\":\"c1\",\"result\":\"5\",\"maxLength\":400,\"took\":\"PT1.5S\"");
        golden(
                new Event.StepFailed(AT, "c1", "no answer", false, true, Duration.ofSeconds(2)),
                "step_failed",
                "\"callId\":\"c1\",\"message\":\"no answer\",\"declared\":false,"
                        + "\"mayHaveTakenEffect\":true,\"took\":\"PT2S\"");
        golden(
                new Event.StepInDoubt(AT, "c1", "java.io.IOException", Duration.ZERO),
                "step_in_doubt",
                "\"callId\":\"c1\",\"exception\":\"java.io.IOException\"");
        golden(
                new Event.StepInDoubt(AT, "c1", "java.io.IOException", Duration.ofSeconds(3)),
                "step_in_doubt",
                "\"callId\":\"c1\",\"exception\":\"java.io.IOException\",\"took\":\"PT3S\"");
        golden(
                new Event.GateFailed(AT, "c1", "see t1/1/c1"),
                "gate_failed",
                "\"callId\":\"c1\",\"reason\":\"see t1/1/c1\"");
        golden(
                new Event.ReplyReceived(AT, "c1", "\"blue\"", false, List.of()),
                "reply_received",
                "\"callId\":\"c1\",\"reply\":\"\\\"blue\\\"\",\"checked\":false");
    }

    private static void deadlines() {
        Optional<Instant> deadline = Optional.of(Instant.parse("2026-12-01T00:00:00Z"));
        golden(
                new Event.ApprovalAsked(AT, "c1", "Refund?", "ab12", deadline),
                "approval_asked",
                "\"callId\":\"c1\",\"question\":\"Refund?\",\"argumentsSha256\":\"ab12\","
                        + "\"deadline\":\"2026-12-01T00:00:00Z\"");
        golden(
                new Event.ReplyAsked(AT, "c1", "Which one?", "{}", deadline, Optional.empty()),
                "reply_asked",
                "\"callId\":\"c1\",\"question\":\"Which one?\",\"schema\":\"{}\","
                        + "\"deadline\":\"2026-12-01T00:00:00Z\"");
        golden(
                new Event.ReplyAsked(AT, "c1", "Which one?", "{}", deadline, Optional.of("\"none\"")),
                "reply_asked",
                "\"callId\":\"c1\",\"question\":\"Which one?\",\"schema\":\"{}\","
                        + "\"deadline\":\"2026-12-01T00:00:00Z\",\"fallback\":\"\\\"none\\\"\"");
        golden(new Event.Expired(AT, "c1", Optional.empty()), "expired", "\"callId\":\"c1\"");
        golden(
                new Event.Expired(AT, "c1", Optional.of("\"none\"")),
                "expired",
                "\"callId\":\"c1\",\"fallback\":\"\\\"none\\\"\"");
    }

    private static void answersByPeople() {
        answered(new Answer.Returned("5"), "", "{\"kind\":\"returned\",\"json\":\"5\"}");
        answered(
                new Answer.Next("check", "{}"),
                "c1-2",
                "{\"kind\":\"next\",\"tool\":\"check\",\"json\":\"{}\"},\"nextId\":\"c1-2\"");
        answered(new Answer.Question("Which one?"), "", "{\"kind\":\"question\",\"text\":\"Which one?\"}");
        answered(new Answer.Finished("6"), "", "{\"kind\":\"finished\",\"json\":\"6\"}");
        answered(new Answer.Failed("not paid"), "", "{\"kind\":\"failed\",\"reason\":\"not paid\"}");
        answered(new Answer.RunAgain(), "", "{\"kind\":\"run_again\"}");
    }

    private static void answered(Answer answer, String nextId, String rest) {
        golden(
                new AnsweredByPerson(AT, "c1", "alice", answer, nextId),
                "answered_by_person",
                "\"callId\":\"c1\",\"by\":\"alice\",\"answer\":" + rest);
    }

    /** The events of requests, turns and the end of a thread. */
    private static void requestsAndBudgets() {
        golden(
                new Event.ContextFetched(AT, "tags", "1", Duration.ofNanos(1)),
                "context_fetched",
                "\"source\":\"tags\",\"result\":\"1\",\"took\":\"PT0.000000001S\"");
        golden(
                new RequestFailed(AT, RequestFailed.Part.PROMPT, "see t1", ResponseInfo.NONE),
                "request_failed",
                "\"part\":\"prompt\",\"message\":\"see t1\"");
        golden(
                new RequestFailed(
                        AT, RequestFailed.Part.PROVIDER, "too long", new ResponseInfo("req_1", Map.of("x-limit", "7"))),
                "request_failed",
                "\"part\":\"provider\",\"message\":\"too long\","
                        + "\"response\":{\"requestId\":\"req_1\",\"rateLimits\":{\"x-limit\":\"7\"}}");
        golden(
                new Event.ModelReplied(
                        AT,
                        "",
                        List.of(),
                        Usage.NONE,
                        StopReason.TOO_MANY_CALLS,
                        ReplyProvenance.UNKNOWN,
                        Optional.empty(),
                        2,
                        Duration.ofMinutes(1)),
                "model_replied",
                "\"text\":\"\",\"calls\":[],\"usage\":{\"inputTokens\":0,\"outputTokens\":0},"
                        + "\"stop\":\"too_many_calls\",\"unseen\":2,\"took\":\"PT1M\"");
        golden(
                new Event.BudgetExtended(AT, "alice", Budget.UNLIMITED.withTokens(7)),
                "budget_extended",
                "\"by\":\"alice\",\"more\":{\"tokens\":7}");
        golden(
                new Event.Stopped(AT, "alice", StopCause.CANCELLED, "enough"),
                "stopped",
                "\"by\":\"alice\",\"reason\":\"enough\"");
        golden(
                new Event.Stopped(AT, "", StopCause.BUDGET, "used up"),
                "stopped",
                "\"cause\":\"budget\",\"reason\":\"used up\"");
    }

    private static void delegates() {
        Map<String, StepVersion> versions = Map.of(
                "pay", new StepVersion(Effect.DESTRUCTIVE, "returns", "0123456789abcdef", ""),
                "close", new StepVersion(Effect.READ, "finishes", "0123456789abcdef", "fedcba9876543210"));
        String versionsText =
                "\"versions\":{\"close\":{\"effect\":\"read\",\"flow\":\"finishes\",\"arguments\":\"0123456789abcdef\","
                        + "\"result\":\"fedcba9876543210\"},\"pay\":{\"effect\":\"destructive\",\"flow\":\"returns\","
                        + "\"arguments\":\"0123456789abcdef\"}}";
        golden(
                new Event.Started(
                        AT,
                        "Orders",
                        Start.of("A-1"),
                        Budget.UNLIMITED.withTokens(7),
                        Optional.of(new ParentCall("t1", "c1", List.of("Desk", "Shop"), 3)),
                        versions,
                        Optional.of(new ThreadOrigin("t0", 2))),
                "started",
                "\"agent\":\"Orders\",\"input\":\"A-1\",\"budget\":{\"tokens\":7},\"parent\":{\"threadId\":\"t1\","
                        + "\"callId\":\"c1\",\"path\":[\"Desk\",\"Shop\"],\"maxDepth\":3}," + versionsText
                        + ",\"origin\":{\"threadId\":\"t0\",\"position\":2}");
        golden(new AgentUpdated(AT, versions), "agent_updated", versionsText);
        golden(
                new DelegateStarted(AT, "c1", "Orders", "t1~ab", Start.of("A-1"), Budget.UNLIMITED, false),
                "delegate_started",
                "\"callId\":\"c1\",\"agent\":\"Orders\",\"threadId\":\"t1~ab\",\"input\":\"A-1\"");
        golden(
                new DelegateStarted(
                        AT,
                        "c1",
                        "Orders",
                        "t1~ab",
                        new Start("mail", "on_mail", "{}", List.of(PHOTO), Map.of("tenant", "acme")),
                        Budget.UNLIMITED.withSteps(9),
                        true),
                "delegate_started",
                "\"callId\":\"c1\",\"agent\":\"Orders\",\"threadId\":\"t1~ab\",\"input\":\"mail\",\"trigger\":\"on_mail\","
                        + "\"payload\":\"{}\"," + FILES
                        + ",\"labels\":{\"tenant\":\"acme\"},\"budget\":{\"steps\":9},\"joins\":true");
        golden(
                new DelegateEnded(AT, "c1", false, "stopped", "", Usage.NONE, List.of(), false),
                "delegate_ended",
                "\"callId\":\"c1\",\"succeeded\":false,\"result\":\"stopped\",\"usage\":{\"inputTokens\":0,\"outputTokens\":0}");
        golden(
                new DelegateEnded(AT, "c1", true, "5", "close", new Usage(1, 2), List.of(PHOTO), true),
                "delegate_ended",
                "\"callId\":\"c1\",\"succeeded\":true,\"result\":\"5\",\"tool\":\"close\","
                        + "\"usage\":{\"inputTokens\":1,\"outputTokens\":2}," + FILES + ",\"joins\":true");
    }

    private static void golden(Event event, String kind, String rest) {
        TEXTS.put(event, "{\"event\":\"" + kind + "\"," + HEAD + "," + rest + "}");
    }
}
