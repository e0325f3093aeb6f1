package dev.escapement.server.web;

import dev.escapement.model.Usage;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The responses of the API for {@link SampleThreads}. Safe for concurrent use. */
final class FakeApi {
    static final String DEPLOYMENT = "deployment 1/a";
    static final String WAITING = "waiting-1";
    static final String LARGE = "large-1";
    static final String KINDS = "kinds-1";
    static final int LARGE_SIZE = 10_000;

    /** The bodies of the POST requests, in order. */
    final List<String> posted = new CopyOnWriteArrayList<>();

    /** The roles of the session, as JSON strings. */
    volatile String roles = "\"READER\",\"STARTER\",\"APPROVER\",\"OPERATOR\"";

    /** The permitted decisions about each thread, as JSON strings. */
    volatile String permitted = "\"message\",\"extend\",\"cancel\",\"fork\"";

    private final Map<String, List<Event>> threads = new ConcurrentHashMap<>();

    FakeApi() {
        threads.put(DEPLOYMENT, new CopyOnWriteArrayList<>(SampleThreads.deployment()));
        threads.put(WAITING, new CopyOnWriteArrayList<>(SampleThreads.waiting()));
        threads.put(LARGE, new CopyOnWriteArrayList<>(SampleThreads.large(LARGE_SIZE)));
        threads.put(KINDS, new CopyOnWriteArrayList<>(SampleThreads.ofEachKind()));
    }

    /** A status and JSON. */
    record Answer(int status, String json) {}

    /** Appends an event and returns its position. */
    int append(String id, Event event) {
        List<Event> events = threads.get(id);
        events.add(event);
        return events.size() - 1;
    }

    /** Returns the answer to a request. */
    Answer answer(String method, String path, String query, String body) {
        String[] parts = path.split("/");
        Map<String, String> values = values(query);
        if (method.equals("POST")) {
            posted.add(path + ' ' + body);
            return new Answer(201, entry(WAITING));
        } else if (path.equals("api/session")) {
            return ok("{\"name\":\"ann\",\"roles\":[" + roles + "],\"antiForgeryToken\":\"token\"}");
        } else if (path.equals("api/agents")) {
            return ok(InspectorFake.resource("agents.json"));
        } else if (path.equals("api/threads")) {
            return ok("{\"threads\":[" + String.join(",", entries(values)) + "]}");
        } else if (path.equals("api/threads/count")) {
            return ok("{\"count\":" + entries(values).size() + ",\"bound\":10000,\"reached\":false}");
        }
        String id = URLDecoder.decode(parts[2], StandardCharsets.UTF_8);
        if (!threads.containsKey(id)) {
            return new Answer(404, "{\"status\":404,\"detail\":\"This thread does not exist.\"}");
        }
        return ok(parts.length == 3 ? thread(id) : part(id, parts, values));
    }

    private String part(String id, String[] parts, Map<String, String> values) {
        return switch (parts[3]) {
            case "events" -> events(id, Integer.parseInt(values.get("from")), Integer.parseInt(values.get("limit")));
            case "questions" -> questions(id);
            case "search" -> search(id, values.get("q"));
            case "verification" ->
                id.equals(DEPLOYMENT)
                        ? "{\"matches\":true,\"compared\":" + threads.get(id).size() + '}'
                        : "{\"matches\":false,\"compared\":4,\"divergence\":{\"position\":4,"
                                + "\"text\":\"The code starts smoke_test.\"}}";
            case "requests" -> request(Integer.parseInt(parts[4]));
            default -> throw new IllegalArgumentException(parts[3]);
        };
    }

    private String events(String id, int from, int limit) {
        List<Event> events = threads.get(id);
        int to = Math.min(events.size(), from + limit);
        String page = IntStream.range(from, Math.max(from, to))
                .mapToObj(position ->
                        "{\"position\":" + position + ",\"event\":" + Event.CODEC.encode(events.get(position)) + '}')
                .collect(Collectors.joining(","));
        return "{\"events\":[" + page + "],\"size\":" + events.size() + (to < events.size() ? ",\"next\":" + to : "")
                + '}';
    }

    private static String questions(String id) {
        return !id.equals(WAITING)
                ? "{\"questions\":[]}"
                : "{\"questions\":[{\"path\":[\"DeployBot\"],\"threadId\":\"waiting-1\",\"agent\":\"DeployBot\","
                        + "\"callId\":\"call_2\",\"kind\":\"APPROVAL\",\"since\":\"2026-11-22T10:00:08Z\","
                        + "\"text\":\"Deploy v1.2.3 to production?\",\"tool\":\"deploy_to_production\"}]}";
    }

    private String search(String id, String text) {
        List<Event> events = threads.get(id);
        String positions = IntStream.range(0, events.size())
                .filter(position -> Event.CODEC
                        .encode(events.get(position))
                        .toLowerCase(Locale.ROOT)
                        .contains(text.toLowerCase(Locale.ROOT)))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
        return "{\"positions\":[" + positions + "],\"truncated\":false}";
    }

    private static String request(int position) {
        return "{\"position\":" + position + ",\"prompt\":\"You deploy services.\",\"messages\":[{\"role\":\"user\","
                + "\"text\":\"Deploy v1.2.3\"},{\"role\":\"assistant\",\"text\":\"\",\"files\":[],\"calls\":[{\"id\":\"call_1\","
                + "\"tool\":\"deploy\",\"arguments\":\"{}\"}]},{\"role\":\"tool\",\"text\":\"done\",\"callId\":\"call_1\","
                + "\"failed\":false}],"
                + "\"tools\":[\"deploy_to_staging\"],\"recordedSha256\":\"" + SampleEvents.HASH
                + "\",\"currentSha256\":[\"" + SampleEvents.HASH + "\"],\"matches\":true}";
    }

    private List<String> entries(Map<String, String> values) {
        List<String> entries = new ArrayList<>();
        for (String id : List.of(DEPLOYMENT, WAITING, LARGE, KINDS)) {
            if (values.getOrDefault("phase", phase(id)).equals(phase(id))) {
                entries.add(entry(id));
            }
        }
        return entries;
    }

    private String entry(String id) {
        return '{' + fields(id) + '}';
    }

    private String thread(String id) {
        Usage usage = SampleThreads.usage(threads.get(id));
        return '{' + fields(id)
                + ",\"input\":\"Deploy v1.2.3\",\"usage\":{\"steps\":3,\"modelCalls\":3,\"inputTokens\":"
                + usage.inputTokens() + ",\"outputTokens\":" + usage.outputTokens() + ",\"seconds\":12.5,\"cost\":"
                + usage.cost() + "},\"budget\":{\"steps\":20,\"cost\":50},\"path\":[\"" + SampleEvents.AGENT
                + "\"],\"permitted\":[" + permitted + "]}";
    }

    private String fields(String id) {
        int size = threads.get(id).size();
        return "\"id\":\"" + id + "\",\"agent\":\"" + SampleEvents.AGENT + "\",\"phase\":\"" + phase(id)
                + "\",\"parked\":false,\"size\":" + size + ",\"since\":\"2026-11-22T10:00:08Z\",\"updatedAt\":"
                + "\"2026-11-22T10:00:08Z\",\"attempts\":0,\"labels\":{\"team\":\"web\"},\"questions\":[],"
                + "\"erased\":false";
    }

    private String phase(String id) {
        List<Event> events = threads.get(id);
        return switch (events.get(events.size() - 1).kind()) {
            case FINISHED -> "FINISHED";
            case STOPPED -> "STOPPED";
            default ->
                events.stream().anyMatch(event -> event.kind() == EventKind.APPROVAL_ASKED) ? "WAITING" : "RUNNABLE";
        };
    }

    private static Map<String, String> values(String query) {
        Map<String, String> values = new ConcurrentHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] both = pair.split("=", 2);
            values.put(both[0], both[1]);
        }
        return values;
    }

    private static Answer ok(String json) {
        return new Answer(200, json);
    }
}
