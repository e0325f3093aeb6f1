package dev.escapement.restate;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.AppendBody;
import dev.escapement.restate.wire.AppendReply;
import dev.escapement.restate.wire.EventsReply;
import dev.escapement.restate.wire.Status;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.run.Append;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.CorruptThreadException;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.IndexPages;
import dev.escapement.run.LeaseLostException;
import dev.escapement.run.QuestionQuery;
import dev.escapement.run.StoreException;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.UnknownThreadException;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A store whose threads are virtual objects of Restate, a durable engine. Restate executes the threads in the processes of
 * their {@link RestateService}; a {@linkplain dev.escapement.run.Runner runner} with this store only appends, so that {@code
 * start} and {@code resume} do not wait for the execution. Safe for concurrent use, also by several processes.
 *
 * <pre>{@code
 * RestateThreadStore threads = RestateThreadStore.of(URI.create("http://127.0.0.1:8080"))
 *         .admin(URI.create("http://127.0.0.1:9070"))
 *         .build();
 * Runner runner = Runner.of(loop).model(model).store(threads).build();
 * runner.start("case-1042", "The lamp arrived broken.");
 * Optional<ThreadIndex.ThreadEntry> rest = threads.awaitRest("case-1042", Duration.ofMinutes(5));
 * }</pre>
 *
 * <p>A request of which the outcome is unknown is sent again, to the next address if there are several, for up to ten
 * seconds; Restate executes it once. An append during the execution of a thread waits until a running step or request to
 * the model has ended.
 *
 * <p>The index uses the SQL interface of Restate's admin API, and each query reads the rows of all threads; {@link #entry}
 * reads only the thread.
 *
 * <p>All methods throw {@link StoreException} if Restate fails or cannot be reached, or the service is not registered.
 */
public final class RestateThreadStore implements ThreadStore, ThreadIndex {

    private final ThreadObjects objects;
    private final RestateIndex index;
    private final String service;

    RestateThreadStore(ThreadObjects objects, RestateIndex index, String service) {
        this.objects = objects;
        this.index = index;
        this.service = service;
    }

    /**
     * Returns a builder of a store.
     *
     * @param ingress the address of Restate's ingress, for example {@code http://127.0.0.1:8080}
     * @param more the addresses of further nodes of the cluster, which are used if the first one fails
     * @return a builder
     * @throws IllegalArgumentException if an address is not an absolute {@code http} or {@code https} address, or has a
     *     user name, a query or a fragment
     */
    public static RestateStoreBuilder of(URI ingress, URI... more) {
        return new RestateStoreBuilder(ingress, more);
    }

    /**
     * Waits until the engine has executed a thread as far as it can: it waits for a person, has ended, or is {@linkplain
     * ThreadEntry#parked parked}. If it waits for other threads, these are also at rest.
     *
     * @param id the id of the thread
     * @param limit the maximum time to wait
     * @return the entry of the thread at rest; empty if it is not at rest after the time
     * @throws UnknownThreadException if the thread is not stored
     * @throws InterruptedException if the Java thread was interrupted
     */
    public Optional<ThreadEntry> awaitRest(String id, Duration limit) throws InterruptedException {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(limit, "limit");
        return new ThreadRest(this).await(id, limit);
    }

    // The store

    @Override
    public boolean isEngine() {
        return true;
    }

    @Override
    public Optional<AgentThread> load(String id) {
        Objects.requireNonNull(id, "id");
        EventsReply reply = objects.events(id, 0);
        return reply.status() == Status.UNKNOWN
                ? Optional.empty()
                : Optional.of(new AgentThread(id, events(id, 0, reply)));
    }

    @Override
    public List<Event> load(String id, int fromPosition) {
        Objects.requireNonNull(id, "id");
        if (fromPosition < 0) {
            throw new IllegalArgumentException("fromPosition must be 0 or more, not " + fromPosition);
        }
        return events(id, fromPosition, objects.events(id, fromPosition));
    }

    private List<Event> events(String id, int from, EventsReply reply) {
        return switch (reply.status()) {
            case DONE -> {
                List<Event> events = new ArrayList<>();
                for (JsonText event : reply.events()) {
                    events.add(event(id, from + events.size() + 1, event.json()));
                }
                yield List.copyOf(events);
            }
            case UNKNOWN -> throw new UnknownThreadException(id);
            case ERASED -> throw new ErasedThreadException(id);
            case CONFLICT, INVALID, UNSETTLED -> throw objects.unexpected(id, "events");
        };
    }

    private Event event(String id, int number, String json) {
        return Event.CODEC.decode(json).fold(Decoded.Accepted::value, rejected -> {
            throw CorruptThreadException.unreadable(service, id, number, json, rejected.violations());
        });
    }

    @Override
    public void append(Append append) {
        Objects.requireNonNull(append, "append");
        String id = append.threadId();
        if (append.lease().isPresent()) {
            throw new LeaseLostException(id); // of another store: the threads of an engine have none
        }
        List<JsonText> events = append.events().stream()
                .map(event -> new JsonText(Event.CODEC.encode(event)))
                .toList();
        AppendReply reply = objects.append(id, new AppendBody(append.position(), events, append.standing()));
        Optional<RuntimeException> refusal = switch (reply.status()) {
            case DONE -> Optional.empty();
            case CONFLICT -> Optional.of(new ConcurrentRunException(id, append.position(), reply.size()));
            case UNKNOWN -> Optional.of(new UnknownThreadException(id));
            case ERASED -> Optional.of(new ErasedThreadException(id));
            case INVALID -> Optional.of(invalid(append));
            case UNSETTLED -> Optional.of(objects.unexpected(id, "append"));
        };
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    /** Returns the exception for events with which a thread cannot start. */
    private RuntimeException invalid(Append append) {
        if (append.position() == 0) {
            new AgentThread(append.threadId(), append.events()); // describes the fault
        }
        return objects.unexpected(append.threadId(), "append"); // an earlier release of the service
    }

    /** {@inheritDoc} The threads of an engine have no leases: the result is always empty. */
    @Override
    public Optional<Lease> lease(String id, Duration time) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(time, "time");
        return Optional.empty();
    }

    /**
     * {@inheritDoc} The removal of a thread that was cancelled first ends its children, which waits for their current
     * actions. Before the deletion of a child, wait until its parent has recorded the end: {@link #awaitRest}. Otherwise,
     * the parent records that the content of the child was erased, if the child had ended.
     *
     * @throws dev.escapement.run.StoreException also if a child cannot be ended, after which the thread remains stored
     */
    @Override
    public boolean delete(String id) {
        Objects.requireNonNull(id, "id");
        return wasStored(id, "delete", objects.delete(id));
    }

    /**
     * {@inheritDoc} The erasure of a thread that was cancelled first ends its children, which waits for their current
     * actions.
     *
     * @throws dev.escapement.run.StoreException also if a child cannot be ended, after which the thread keeps its content
     */
    @Override
    public boolean erase(String id) {
        Objects.requireNonNull(id, "id");
        return wasStored(id, "erase", objects.erase(id));
    }

    private boolean wasStored(String id, String handler, AppendReply reply) {
        return switch (reply.status()) {
            case DONE, ERASED -> true;
            case UNKNOWN -> false;
            case UNSETTLED -> throw RestateFailures.unsettled(id);
            case CONFLICT, INVALID -> throw objects.unexpected(id, handler);
        };
    }

    // The index

    @Override
    public Page<QuestionEntry> questions(QuestionQuery query) {
        Objects.requireNonNull(query, "query");
        return IndexPages.questions(index.questions(), query);
    }

    @Override
    public Page<ThreadEntry> threads(ThreadQuery query) {
        Objects.requireNonNull(query, "query");
        return IndexPages.threads(index.threads(), query);
    }

    /** {@inheritDoc} The bound limits the result of this store only, not the cost. */
    @Override
    public int count(ThreadQuery query, int bound) {
        Objects.requireNonNull(query, "query");
        return IndexPages.count(index.threads(), query, bound);
    }

    /** {@inheritDoc} Does not require the address of the admin API. */
    @Override
    public Optional<ThreadEntry> entry(String id) {
        Objects.requireNonNull(id, "id");
        return objects.row(id).map(row -> RestateIndex.entry(id, row, size(id, row)));
    }

    /**
     * Returns the number of events that {@link #load} returns. It can be greater than that of the row, because an execution
     * saves the row after several events.
     */
    private int size(String id, ThreadRow row) {
        if (row.standing().phase().isEnd()) {
            return row.size();
        }
        EventsReply reply = objects.events(id, row.size());
        return reply.status() == Status.DONE ? Math.max(row.size(), reply.size()) : row.size();
    }
}
