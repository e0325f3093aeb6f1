package dev.escapement.jdbc.chaos;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.Verdict;
import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Policy;
import dev.escapement.engine.Reducer;
import dev.escapement.engine.Schedule;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.ReadOptions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An agent whose steps perform given work.
 *
 * @param work the effects of the steps
 * @param cron the cron expression of a schedule; empty for none
 */
record ChaosLoop(Work work, String cron) implements AgentLoop {

    static final String AGENT = "example.ChaosDesk";

    /** The time for the replies to {@link ChaosStep#POLL}. */
    private static final Duration POLL_TIME = Duration.ofMillis(700);

    /** The time for some of the approvals. */
    private static final Duration APPROVAL_TIME = Duration.ofMillis(1500);

    private static final String REPLY_SCHEMA = "{\"type\":\"string\"}";
    private static final JsonCodec<String> STRING = JsonCodec.of(JsonReader::readString, JsonWriter::writeString);

    /** The effect of a step. */
    @FunctionalInterface
    interface Work {
        void perform(ChaosStep step, String item, StepContext context) throws Exception;
    }

    static ChaosLoop of(Work work) {
        return new ChaosLoop(work, "");
    }

    /** Returns a loop for decisions, whose steps cannot run. */
    static ChaosLoop forDecisions() {
        return of((step, item, context) -> {
            throw new UnsupportedOperationException();
        });
    }

    /** Returns the result of a step. */
    static String result(String idempotencyKey) {
        return STRING.encode("done " + idempotencyKey);
    }

    @Override
    public String agent() {
        return AGENT;
    }

    @Override
    public Policy policy() {
        return new Policy(Budget.UNLIMITED, 0, Policy.DEFAULT.onFailures(), Policy.DEFAULT.onText());
    }

    @Override
    public String prompt() {
        return "You deliver orders.";
    }

    @Override
    public List<ToolSpec<?>> tools() {
        return Arrays.stream(ChaosStep.values())
                .<ToolSpec<?>>map(ChaosStep::tool)
                .toList();
    }

    @Override
    public boolean offered(String tool) {
        return ChaosStep.of(tool) != ChaosStep.LABEL;
    }

    @Override
    public Effect effect(String tool) {
        return ChaosStep.of(tool).effect();
    }

    @Override
    public Flow flow(String tool) {
        return ChaosStep.of(tool).flow();
    }

    @Override
    public String replySchema(String tool) {
        return REPLY_SCHEMA;
    }

    @Override
    public boolean gated(String tool) {
        return ChaosStep.of(tool) == ChaosStep.CHARGE;
    }

    @Override
    public List<Schedule> schedules() {
        return cron.isEmpty() ? List.of() : List.of(new Schedule("tick", cron, ZoneOffset.UTC));
    }

    @Override
    public Start scheduled(String trigger, Instant tick) {
        return Start.of("order count");
    }

    @Override
    public Command next(AgentThread thread) {
        return Reducer.next(this, thread);
    }

    @Override
    public Verdict review(Call call, AgentThread thread) {
        Verdict.Ask ask = Verdict.ask("Charge the card for " + call.arguments() + "?");
        return isLimited(call) ? ask.within(APPROVAL_TIME) : ask;
    }

    /** Returns whether the approval of a call has a deadline: that of the third call of a reply. */
    private static boolean isLimited(Call call) {
        return call.id().endsWith("-2");
    }

    @Override
    public Outcome run(Call call, StepContext context) throws Exception {
        ChaosStep step = ChaosStep.of(call.tool());
        String item = step.tool().arguments(call);
        work.perform(step, item, context);
        return switch (step) {
            case COUNT, RESERVE, BOOK, POST, CHARGE, LABEL -> new Outcome.Returned(result(context.idempotencyKey()));
            case ASK -> new Outcome.Paused("On which day?", REPLY_SCHEMA);
            case POLL ->
                new Outcome.Paused("Which door?", REPLY_SCHEMA, Optional.of(POLL_TIME), Optional.of("\"any door\""));
            case PLAN -> Outcome.selected(ChaosStep.LABEL.tool(), item + "/label");
            case CLOSE -> new Outcome.Finished("\"closed\"");
        };
    }

    @Override
    public Decoded<?> readReply(String tool, String json, ReadOptions options) {
        return STRING.decode(json, options);
    }
}
