package dev.escapement.cli;

import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQueue;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * A store with threads of {@link ClaimsDesk}, and the commands on it.
 *
 * @param commands the commands, without runners
 */
record TestStore(OpenStore open, EscapementCommand commands) {

    /** A kind of store. */
    enum Kind {
        MEMORY,
        FILES,
        SQLITE
    }

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

    static TestStore in(Path folder, Kind kind) {
        return switch (kind) {
            case MEMORY -> memory();
            case FILES -> {
                Path files = folder.resolve("threads");
                yield new TestStore(OpenStore.of(FileThreadStore.in(files).withClock(CLOCK)), program("file:" + files));
            }
            case SQLITE -> {
                Path file = folder.resolve("threads.db");
                JdbcThreadStore store = JdbcThreadStore.of(file).clock(CLOCK).build();
                yield new TestStore(new OpenStore(store, store, store, store::close), program("jdbc:sqlite:" + file));
            }
        };
    }

    /** Returns a store in PostgreSQL, whose clock is that of the server. */
    static TestStore postgres(String url) {
        return new TestStore(StoreUrl.parse(url, Map.of()).migrate(), program(url));
    }

    static TestStore memory() {
        return of(new InMemoryThreadStore(CLOCK));
    }

    private static <S extends ThreadStore & ThreadIndex & ThreadQueue> TestStore of(S store) {
        return new TestStore(OpenStore.of(store), EscapementCommand.of(store));
    }

    private static EscapementCommand program(String url) {
        return EscapementCommand.of(Map.of(CommandContext.STORE_VARIABLE, url));
    }

    Commands.Result run(String... args) {
        return Commands.run(commands, args);
    }

    ThreadStore store() {
        return open.store();
    }

    AgentThread thread(String id) {
        return store().load(id).orElseThrow();
    }

    /** Returns a runner whose model sends given replies. */
    Runner runner(ModelReply... replies) {
        return runner(ScriptedModel.of(replies));
    }

    Runner runner(Model model) {
        return Runner.of(new ClaimsDeskLoop(new ClaimsDesk()))
                .model(model)
                .store(store())
                .clock(CLOCK)
                .build();
    }

    /** Starts a thread whose model calls tools in its first reply. */
    AgentThread start(String id, Call... calls) {
        return start(id, Start.of("The lamp is broken."), calls);
    }

    AgentThread start(String id, Start start, Call... calls) {
        return runner(ModelReply.calls(calls)).start(id, start);
    }

    static Call refund(String callId, int cents) {
        return new Call(callId, "refund", "{\"cents\":" + cents + "}");
    }

    static Call ask(String callId, String question) {
        return new Call(callId, "ask", "{\"question\":\"" + question + "\"}");
    }

    static ModelReply close() {
        return ModelReply.call("end", "close", "{\"summary\":\"Refunded.\"}");
    }
}
