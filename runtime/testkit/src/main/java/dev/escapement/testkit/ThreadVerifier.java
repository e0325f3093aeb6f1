package dev.escapement.testkit;

import dev.escapement.content.ContentStore;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.DamagedThreadException;
import dev.escapement.engine.Replay;
import dev.escapement.model.Model;
import dev.escapement.model.RequestOptions;
import dev.escapement.run.CorruptThreadException;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.NewerThreadException;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A verifier that compares stored threads with the current code of their agents, for example threads that an earlier
 * release recorded and that are kept as files of a test. Immutable.
 *
 * <pre>{@code
 * ThreadVerifier.of(loop)
 *         .folder(Path.of("src/test/resources/threads"))
 *         .assertVerified();
 * }</pre>
 */
public final class ThreadVerifier {

    private static final int PAGE = 500;

    /** A model that cannot compute hashes. */
    private static final Model WITHOUT_HASHES = request -> {
        throw new UnsupportedOperationException("A verification sends nothing.");
    };

    private final Map<String, AgentLoop> loops;
    private final Model model;
    private final RequestOptions options;
    private final ContentStore contents;

    private ThreadVerifier(Map<String, AgentLoop> loops, Model model, RequestOptions options, ContentStore contents) {
        this.loops = loops;
        this.model = model;
        this.options = options;
        this.contents = contents;
    }

    /**
     * Returns a verifier for the threads of agents.
     *
     * @param loops the current code of the agents
     * @return a verifier that does not compare requests to the model
     */
    public static ThreadVerifier of(AgentLoop... loops) {
        Map<String, AgentLoop> byName = new LinkedHashMap<>();
        for (AgentLoop loop : loops) {
            byName.put(loop.agent(), loop);
        }
        return new ThreadVerifier(byName, WITHOUT_HASHES, RequestOptions.NONE, ContentStore.none());
    }

    /**
     * Returns a verifier that also compares the hashes of requests, if the model can compute them.
     *
     * @param model the model with the settings with which the threads were recorded
     * @param options the options of the runner
     * @param contents the store of the files in the threads
     * @return a copy
     */
    public ThreadVerifier model(Model model, RequestOptions options, ContentStore contents) {
        return new ThreadVerifier(
                loops,
                Objects.requireNonNull(model, "model"),
                Objects.requireNonNull(options, "options"),
                Objects.requireNonNull(contents, "contents"));
    }

    /**
     * Verifies the threads in the folder of a {@link FileThreadStore}, also those that the index omits because they are
     * damaged.
     *
     * @param folder the folder
     * @return the report
     */
    public VerificationReport folder(Path folder) {
        FileThreadStore store = FileThreadStore.in(folder);
        VerificationReport report = VerificationReport.EMPTY;
        for (String id : store.ids()) {
            report = report.with(verified(store, id));
        }
        return report;
    }

    /**
     * Verifies all threads of a store.
     *
     * @param store the store
     * @param <S> the type of the store
     * @return the report
     */
    public <S extends ThreadStore & ThreadIndex> VerificationReport store(S store) {
        VerificationReport report = VerificationReport.EMPTY;
        Optional<String> next = Optional.empty();
        do {
            ThreadQuery query = ThreadQuery.all().fromOldest().limit(PAGE);
            ThreadIndex.Page<ThreadIndex.ThreadEntry> page =
                    store.threads(next.map(query::after).orElse(query));
            for (ThreadIndex.ThreadEntry entry : page.entries()) {
                report = report.with(verified(store, entry.id()));
            }
            next = page.next();
        } while (next.isPresent());
        return report;
    }

    /**
     * Verifies given threads.
     *
     * @param threads the threads
     * @return the report
     */
    public VerificationReport threads(List<AgentThread> threads) {
        VerificationReport report = VerificationReport.EMPTY;
        for (AgentThread thread : threads) {
            report = report.with(verified(thread));
        }
        return report;
    }

    private VerificationReport verified(ThreadStore store, String id) {
        try {
            return store.load(id).map(this::verified).orElse(VerificationReport.EMPTY); // deleted in the meantime
        } catch (ErasedThreadException e) {
            return VerificationReport.EMPTY;
        } catch (CorruptThreadException | NewerThreadException e) {
            return VerificationReport.problem(id, String.valueOf(e.getMessage()));
        }
    }

    private VerificationReport verified(AgentThread thread) {
        AgentLoop loop = loops.get(thread.agent());
        if (loop == null) {
            return VerificationReport.problem(thread.id(), "The loop of the agent " + thread.agent() + " is missing.");
        }
        try {
            return VerificationReport.of(thread.id(), Replay.verify(loop, thread, model, options, contents));
        } catch (DamagedThreadException e) {
            return VerificationReport.problem(thread.id(), String.valueOf(e.getMessage()));
        }
    }
}
