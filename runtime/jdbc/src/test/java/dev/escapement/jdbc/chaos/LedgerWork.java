package dev.escapement.jdbc.chaos;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.jdbc.chaos.HaltPoint.Moment;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.run.Interceptor;
import dev.escapement.thread.AgentThread;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;

/**
 * Steps whose effects are lines in a ledger, or rows in the database of the store. Steps take a few milliseconds. A few
 * of them throw an exception that they do not declare, before or after their effect.
 */
final class LedgerWork implements ChaosLoop.Work, Interceptor {

    /** The number of rows that a transactional step inserts. */
    static final int PARTS = 2;

    private static final int MAX_MILLIS = 20;

    private final EffectLedger ledger;
    private final Random random;
    private final double failures;
    private final HaltPoint halt;
    private final StepStatements statements;
    private final ThreadLocal<Command.RunStep> running = new ThreadLocal<>();

    /**
     * Creates the work of one process.
     *
     * @param failures the probability that a step throws an exception, from 0 to 1
     */
    LedgerWork(EffectLedger ledger, Random random, double failures, HaltPoint halt) {
        this.ledger = ledger;
        this.random = random;
        this.failures = failures;
        this.halt = halt;
        this.statements = new StepStatements(halt);
    }

    /** Returns the observer of the statements of transactional steps. */
    StepStatements statements() {
        return statements;
    }

    @Override
    public Outcome step(AgentThread thread, Command.RunStep step, Invocation next) throws Exception {
        halt.pass(Moment.BEFORE_STEP, step.call().tool());
        running.set(step);
        boolean isTransactional = step.effect() == Effect.TRANSACTIONAL;
        try {
            return isTransactional ? statements.observed(next) : next.run();
        } finally {
            running.remove();
        }
    }

    @Override
    public ModelReply ask(AgentThread thread, ModelRequest request, Model next) {
        try {
            halt.pass(Moment.REQUEST, "");
            Thread.sleep(random.nextInt(MAX_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return next.reply(request);
    }

    @Override
    public void perform(ChaosStep step, String item, StepContext context) throws Exception {
        halt.pass(Moment.BEFORE_EFFECT, step.tool().name());
        Thread.sleep(random.nextInt(MAX_MILLIS));
        mayFail();
        if (step.effect() == Effect.TRANSACTIONAL) {
            for (int part = 0; part < PARTS; part++) {
                insert(context, part);
            }
        } else {
            ledger.append(new EffectLedger.Taken(
                    context.idempotencyKey(),
                    step.effect(),
                    running.get().attempt(),
                    ProcessHandle.current().pid()));
        }
        halt.pass(Moment.AFTER_EFFECT, step.tool().name());
        mayFail();
    }

    private static void insert(StepContext context, int part) throws SQLException {
        Connection connection = context.resource(Connection.class);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into app_row (thread_id, call_id, part) values (?, ?, ?)")) {
            insert.setString(1, context.threadId());
            insert.setString(2, context.callId());
            insert.setInt(3, part);
            insert.executeUpdate();
        }
    }

    private void mayFail() {
        if (random.nextDouble() < failures / 2) {
            throw new IllegalStateException("a failure of the proof");
        }
    }
}
