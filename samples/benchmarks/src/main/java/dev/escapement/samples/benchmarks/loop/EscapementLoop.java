package dev.escapement.samples.benchmarks.loop;

import dev.escapement.model.ModelReply;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;

/** A generated loop of Escapement. Every event is recorded in a store in memory. */
public final class EscapementLoop implements LoopSubject {

    /** Creates the subject. */
    public EscapementLoop() {}

    @Override
    public int run(int steps) {
        ReservationDesk desk = new ReservationDesk();
        thread(steps, desk);
        return desk.reservations();
    }

    /**
     * Runs one conversation.
     *
     * @param steps the number of calls that the stub model makes
     * @return the finished thread
     */
    public static AgentThread thread(int steps) {
        return thread(steps, new ReservationDesk());
    }

    private static AgentThread thread(int steps, ReservationDesk desk) {
        Script script = new Script(steps);
        return Runner.of(new ReservationDeskLoop(desk))
                .model(request -> script.advance()
                        ? ModelReply.call(script.callId(), Script.TOOL, script.arguments())
                        : ModelReply.call(script.callId(), Script.CLOSE, Script.CLOSE_ARGUMENTS))
                .store(new InMemoryThreadStore())
                .build()
                .start(Script.INPUT);
    }
}
