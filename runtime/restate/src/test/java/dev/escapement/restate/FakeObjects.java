package dev.escapement.restate;

import dev.escapement.internal.tree.JsonValue;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.AppendBody;
import dev.escapement.restate.wire.AppendBodyCodec;
import dev.escapement.restate.wire.AppendReply;
import dev.escapement.restate.wire.AppendReplyCodec;
import dev.escapement.restate.wire.EventsBodyCodec;
import dev.escapement.restate.wire.EventsReply;
import dev.escapement.restate.wire.EventsReplyCodec;
import dev.escapement.restate.wire.ObjectKey;
import dev.escapement.restate.wire.RowReply;
import dev.escapement.restate.wire.RowReplyCodec;
import dev.escapement.restate.wire.Status;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.restate.wire.ThreadRowCodec;
import dev.escapement.run.Append;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.ThreadQuery;
import dev.escapement.run.UnknownThreadException;
import dev.escapement.thread.Event;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The virtual objects of threads in memory, which nothing executes. */
final class FakeObjects {

    /** The number of events in one reply. */
    private static final int PAGE = 50;

    private final InMemoryThreadStore store;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final Map<String, ThreadRow> foreign = new ConcurrentHashMap<>();
    private final Map<String, String> unreadable = new ConcurrentHashMap<>();

    FakeObjects() {
        this(InstantSource.system());
    }

    FakeObjects(InstantSource clock) {
        this.store = new InMemoryThreadStore(clock);
    }

    /** Sets the row of an object, for example of a parked thread. */
    void set(String key, ThreadRow row) {
        foreign.put(key, row);
    }

    /** Adds a text that this release cannot read as the row of an object. */
    void setUnreadable(String key, String json) {
        unreadable.put(key, json);
    }

    /** Calls a handler, once for all calls with the same idempotency key. */
    String call(String key, String handler, String body, Optional<String> idempotencyKey) {
        return idempotencyKey
                .map(id -> replies.computeIfAbsent(key + "/" + handler + "/" + id, each -> call(key, handler, body)))
                .orElseGet(() -> call(key, handler, body));
    }

    private String call(String key, String handler, String body) {
        String id = ObjectKey.threadId(key);
        return switch (handler) {
            case "append" ->
                AppendReplyCodec.INSTANCE.encode(append(id, decoded(AppendBodyCodec.INSTANCE.decode(body))));
            case "events" ->
                EventsReplyCodec.INSTANCE.encode(events(
                        id, decoded(EventsBodyCodec.INSTANCE.decode(body)).from()));
            case "row" -> RowReplyCodec.INSTANCE.encode(new RowReply(row(id)));
            case "erase" -> AppendReplyCodec.INSTANCE.encode(changed(store.erase(id)));
            case "delete" -> AppendReplyCodec.INSTANCE.encode(changed(store.delete(id)));
            default -> throw new IllegalArgumentException(handler);
        };
    }

    private static AppendReply changed(boolean wasStored) {
        return new AppendReply(wasStored ? Status.DONE : Status.UNKNOWN, 0);
    }

    private AppendReply append(String id, AppendBody body) {
        List<Event> events = body.events().stream()
                .map(event -> decoded(Event.CODEC.decode(event.json())))
                .toList();
        try {
            store.append(new Append(id, body.position(), events, Optional.empty(), body.standing()));
            return new AppendReply(Status.DONE, body.position() + events.size());
        } catch (ConcurrentRunException e) {
            return new AppendReply(Status.CONFLICT, e.size());
        } catch (UnknownThreadException e) {
            return new AppendReply(Status.UNKNOWN, 0);
        } catch (ErasedThreadException e) {
            return new AppendReply(Status.ERASED, 0);
        } catch (IllegalArgumentException e) {
            return new AppendReply(Status.INVALID, 0);
        }
    }

    private EventsReply events(String id, int from) {
        try {
            List<Event> events = store.load(id, from);
            return new EventsReply(
                    Status.DONE,
                    from + events.size(),
                    events.stream()
                            .limit(PAGE)
                            .map(event -> new JsonText(Event.CODEC.encode(event)))
                            .toList());
        } catch (UnknownThreadException e) {
            return new EventsReply(Status.UNKNOWN, 0, List.of());
        } catch (ErasedThreadException e) {
            return new EventsReply(Status.ERASED, 0, List.of());
        }
    }

    private Optional<ThreadRow> row(String id) {
        return Optional.ofNullable(foreign.get(ObjectKey.of(id)))
                .or(() -> store.entry(id).map(FakeObjects::row));
    }

    private static ThreadRow row(ThreadEntry entry) {
        return new ThreadRow(
                entry.agent(),
                entry.size(),
                entry.standing(),
                entry.since(),
                entry.updatedAt(),
                entry.attempts(),
                entry.parked(),
                entry.labels(),
                entry.erased(),
                0);
    }

    /** Returns the reply to the query of the index. */
    String rows() {
        Map<String, String> rows = new TreeMap<>(unreadable);
        store.threads(ThreadQuery.all().limit(500))
                .entries()
                .forEach(entry -> rows.put(ObjectKey.of(entry.id()), ThreadRowCodec.INSTANCE.encode(row(entry))));
        foreign.forEach((key, row) -> rows.put(key, ThreadRowCodec.INSTANCE.encode(row)));
        List<String> objects = rows.entrySet().stream()
                .map(row -> "{\"id\":" + new JsonValue.Text(row.getKey()).json() + ",\"content\":"
                        + new JsonValue.Text(row.getValue()).json() + "}")
                .toList();
        return "{\"rows\":[" + String.join(",", objects) + "]}";
    }

    private static <T> T decoded(Decoded<T> decoded) {
        return decoded.fold(Decoded.Accepted::value, rejected -> {
            throw new IllegalArgumentException(rejected.feedback());
        });
    }
}
